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
from pathlib import Path

from sop_plugin.pipeline.cache import CLOCK_GRAIN_NS
from sop_plugin.pipeline.digests import digest_of_names
from sop_plugin.pipeline.program import program


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
            return bool(stored["key"] == self._key(inputs))
        except (OSError, ValueError, KeyError, TypeError):
            return False

    def remember(self, inputs: Iterable[str]) -> None:
        """Remembers what the site was built of: these files and folders, and all below them; none means unknown."""
        inputs = list(inputs)
        latest = max((max(stamps[1:]) for _, stamps in _stamps(inputs)), default=self._begun)
        with suppress(OSError):
            self._place.unlink(missing_ok=True)
            if latest < self._begun - CLOCK_GRAIN_NS:
                beside = self._place.with_name(f"{self._place.name}.{os.getpid()}")
                beside.write_text(json.dumps({"inputs": inputs, "key": self._key(inputs)}), encoding="utf-8")
                beside.replace(self._place)

    def _key(self, inputs: list[str]) -> str:
        site = (f"{path} {stamps[:2]}" for path, stamps in _stamps([str(self._site)]))
        return digest_of_names([self._told, *(f"{path} {stamps}" for path, stamps in _stamps(inputs)), "", *site])


def _packages() -> Iterator[str]:
    """The packages that are installed, each with its version: their folders are named after both."""
    for place in filter(os.path.isdir, sys.path):
        yield from (entry.name for entry in os.scandir(place) if entry.name.endswith((".dist-info", ".egg-info")))


def _stamps(paths: Iterable[str]) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """Each file of these paths, and below them, with its size and when it and its entry were changed."""
    for path in map(Path, paths):
        if path.is_dir() and not path.is_symlink():
            yield f"{path}/", (0, 0, 0)
            yield from _stamps(sorted(entry.path for entry in os.scandir(path)))
        elif path.is_symlink() or path.exists():
            stat = path.lstat()
            yield str(path), (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)
        else:
            yield str(path), (-1, 0, 0)
