"""What the site in its place was built of, so that nothing is built where nothing changed.

Everything is known by stamps. Where a file was changed so shortly before the build that its stamp may not tell, or
where it is not known what else the site is made of, nothing is remembered.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from operator import attrgetter
from pathlib import Path
from stat import S_ISDIR

from sop_plugin.pipeline.cache import CLOCK_GRAIN_NS
from sop_plugin.pipeline.digests import digest_of_names
from sop_plugin.pipeline.program import program

Stamp = tuple[int, int, int]
"""The size of a file, and when it and its entry were changed; of a folder nothing."""


class LastBuild:
    """The last build of a site. `place` is where it is remembered, `told` what it was told beside what files say."""

    def __init__(self, place: Path, site: Path, told: Iterable[object]) -> None:
        self._place = place
        self._site = site
        self._told = digest_of_names([program(), sys.version, *sorted(_packages()), *map(repr, told)])
        self._begun = time.time_ns()

    def is_current(self) -> bool:
        """Whether the site is what a build would make."""
        try:
            stored = json.loads(self._place.read_bytes())
            inputs = [str(path) for path in stored["inputs"]]
            # The inputs first: after an edit, nobody need look at the files of thousands of pages.
            return bool(stored["key"] == self._key(_stamps(inputs)) and stored["site"] == self._key_of_site())
        except (OSError, ValueError, KeyError, TypeError):
            return False

    def remember(self, inputs: Iterable[str]) -> None:
        """Remembers what the site was built of: these files and folders, and all below them; none means unknown."""
        inputs = list(inputs)
        stamps = list(_stamps(inputs))
        latest = max((max(stamp[1:]) for _, stamp in stamps), default=self._begun)
        with suppress(OSError):
            self._place.unlink(missing_ok=True)
            if latest < self._begun - CLOCK_GRAIN_NS:
                beside = self._place.with_name(f"{self._place.name}.{os.getpid()}")
                stored = {"inputs": inputs, "key": self._key(stamps), "site": self._key_of_site()}
                beside.write_text(json.dumps(stored), encoding="utf-8")
                beside.replace(self._place)

    def _key(self, inputs: Iterable[tuple[str, Stamp]]) -> str:
        return digest_of_names([self._told, *(f"{path} {stamp}" for path, stamp in inputs)])

    def _key_of_site(self) -> str:
        return digest_of_names(f"{path} {stamp[:2]}" for path, stamp in _stamps([str(self._site)]))


def _packages() -> Iterator[str]:
    """The packages that are installed, each with its version: their folders are named after both."""
    for place in filter(os.path.isdir, sys.path):
        yield from (entry.name for entry in os.scandir(place) if entry.name.endswith((".dist-info", ".egg-info")))


def _stamps(paths: Iterable[str]) -> Iterator[tuple[str, Stamp]]:
    """Each file of these paths, and below them, with its stamp."""
    for path in paths:
        try:
            yield from _of_path(path, os.lstat(path))
        except FileNotFoundError:
            yield path, (-1, 0, 0)


def _of_path(path: str, status: os.stat_result) -> Iterator[tuple[str, Stamp]]:
    if S_ISDIR(status.st_mode):
        yield from _of_folder(path)
    else:
        yield path, _stamp(status)


def _of_folder(path: str) -> Iterator[tuple[str, Stamp]]:
    yield f"{path}/", (0, 0, 0)
    for entry in sorted(os.scandir(path), key=attrgetter("name")):
        if entry.is_dir(follow_symlinks=False):
            yield from _of_folder(entry.path)
        else:
            yield entry.path, _stamp(entry.stat(follow_symlinks=False))


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns
