"""Remembers what a check found, so that unchanged files are not read again.

The memory is JSON, never code, and lies outside the content, where no pull request can put a forged one. A result is
kept under everything it depends on: the file's bytes, the organisation file, the list of files where the file points at
others, and the program itself; the outcome of the whole also under the day.
"""

from __future__ import annotations

import datetime
import json
import os
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sop_plugin.model.diagnostic import Diagnostic
from sop_plugin.pipeline.digests import digest_of, digest_of_names
from sop_plugin.pipeline.folder import Folder
from sop_plugin.pipeline.outcome import Checked, FileResult
from sop_plugin.pipeline.plain import plain, restorer
from sop_plugin.pipeline.program import program

RUN = "run.json"
FILES = "files.json"
CLOCK_GRAIN_NS = 50_000_000
"""A file changed less than this before it was stamped may change again without its stamp telling."""

BROKEN = (AttributeError, KeyError, TypeError, ValueError)
"""What a memory that is JSON, but not ours, gives rise to. Such a one is none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is remembered of a file: the digest of its bytes, and what it said."""

    digest: str
    result: FileResult


@dataclass(slots=True)
class _Recalled:
    """A file of results as it lies on the disk with a `stamp`, and by path the values that were made of it so far."""

    stamp: tuple[int, ...] = ()
    stored: dict[str, Any] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)


_recalled: dict[Path, _Recalled] = {}
"""By its path, what this process read or wrote last: one that serves asks for it at every edit, and one that makes a
site is forked off that which has just checked the content.
"""


def default_folder(content: Path) -> Path:
    """The user's own cache folder for a content folder."""
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "mkdocs-sop" / digest_of(os.fsencode(content.resolve()))


class Cache:
    """The memory of one content folder, as it is on a day."""

    def __init__(self, place: Path, folder: Folder, today: datetime.date) -> None:
        self._place = place
        self._folder = folder
        self._today = today
        self._taken = time.time_ns()
        self._program = program()
        self._listing = digest_of_names([*sorted(folder.files), "", *sorted(folder.links)])
        self._organisation = ""
        self._new: dict[str, Any] = {}
        self._entries: dict[str, Entry] = {}
        self._old_translations: dict[str, Any] = {}
        self._translations: dict[str, Any] = {}

    def whole_run(self) -> Checked | None:
        """The outcome of the last run, if no file came, went or changed since; else None."""
        stored = _load(self._place / RUN)
        if stored is None or stored.get("key") != self._run_key():
            return None
        try:
            checked: Checked = restorer(Checked)(stored["checked"])
        except BROKEN:
            return None
        return checked

    def entries(self, paths: Iterable[str], organisation: str) -> tuple[dict[str, Entry], list[str]]:
        """What is remembered of the files that did not change, and the files of which nothing is."""
        self._organisation = organisation
        recalled = _recall(self._place / FILES)
        stored = recalled.stored
        old = stored.get("files") if stored.get("key") == self._files_key() else None
        if not isinstance(old, dict):
            old = {}
        translations = stored.get("translations") if stored.get("key") == self._files_key() else None
        self._old_translations = translations if isinstance(translations, dict) else {}
        same_listing = stored.get("listing") == self._listing
        kept: dict[str, Entry] = {}
        changed: list[str] = []
        for path in paths:
            value = recalled.entries.get(path)
            entry = self._entry(path, old[path], value, same_listing=same_listing) if path in old else None
            if entry is None:
                changed.append(path)
            else:
                kept[path] = self._entries[path] = recalled.entries[path] = entry
                self._new[path] = old[path] | {"stamp": self._folder.files[path]}
        return kept, changed

    def _entry(self, path: str, known: dict[str, Any], value: Entry | None, *, same_listing: bool) -> Entry | None:
        """What is remembered of a file, if that still holds; `value` is that, if it was made before."""
        try:
            if (same_listing or not known["sees_files"]) and self._same(path, known):
                return value or Entry(known["digest"], restorer(FileResult)(known["result"]))
        except BROKEN:
            return None
        return None

    def put(self, path: str, entry: Entry) -> None:
        """Remembers what a file said."""
        self._entries[path] = entry
        self._new[path] = {
            "stamp": self._folder.files[path],
            "digest": entry.digest,
            "sees_files": entry.result.sees_files,
            "result": plain(entry.result),
        }

    def of_translation(self, path: str, digests: list[str]) -> tuple[Diagnostic, ...] | None:
        """What was found in a translation beside its original, if neither changed; `digests` are those of the two."""
        known = self._old_translations.get(path)
        try:
            if known is None or known["digests"] != digests:
                return None
            found: tuple[Diagnostic, ...] = restorer(tuple[Diagnostic, ...])(known["diagnostics"])
        except BROKEN:
            return None
        self._translations[path] = known
        return found

    def put_translation(self, path: str, digests: list[str], diagnostics: tuple[Diagnostic, ...]) -> None:
        """Remembers what was found in a translation beside its original."""
        self._translations[path] = {"digests": digests, "diagnostics": plain(diagnostics)}

    def save(self, checked: Checked | None) -> None:
        """Writes everything down, without `checked` only what single files said.

        A folder that cannot be written to is no fault of the content.
        """
        files = {
            "key": self._files_key(),
            "listing": self._listing,
            "files": self._new,
            "translations": self._translations,
        }
        try:
            self._place.mkdir(parents=True, exist_ok=True)
            _recalled[self._place / FILES] = _Recalled(_write(self._place / FILES, files), files, self._entries)
            if checked is not None and self._settled():
                _write(self._place / RUN, {"key": self._run_key(), "checked": plain(checked)})
        except OSError:
            return

    def _settled(self) -> bool:
        """Whether every file was last changed long enough before it was stamped."""
        latest = max((max(stamp[1], stamp[2]) for stamp in self._folder.files.values()), default=0)
        return latest < self._taken - CLOCK_GRAIN_NS

    def _same(self, path: str, known: dict[str, Any]) -> bool:
        stamp = self._folder.files[path]
        if tuple(known["stamp"]) == stamp and max(stamp[1], stamp[2]) < self._taken - CLOCK_GRAIN_NS:
            return True
        return bool(digest_of((self._folder.root / path).read_bytes()) == known["digest"])

    def _files_key(self) -> str:
        return digest_of_names([self._program, self._organisation, self._folder.root.name])

    def _run_key(self) -> str:
        stamps = (f"{path} {stamp}" for path, stamp in sorted(self._folder.files.items()))
        day = self._today.isoformat()
        return digest_of_names([self._program, day, self._folder.root.name, self._listing, *stamps])


def _load(path: Path) -> dict[str, Any] | None:
    try:
        stored = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return stored if isinstance(stored, dict) else None


def _recall(path: Path) -> _Recalled:
    """What a file of results holds; nothing where it cannot be read."""
    known = _recalled.get(path)
    try:
        stamp = _stamp(path)
    except OSError:
        return _Recalled()
    if known is None or known.stamp != stamp:
        known = _recalled[path] = _Recalled(stamp, _load(path) or {})
    return known


def _stamp(path: Path) -> tuple[int, ...]:
    status = path.stat()
    return status.st_size, status.st_mtime_ns, status.st_ino


def _write(path: Path, value: object) -> tuple[int, ...]:
    """Writes beside and renames, so that a killed run leaves no half file. Gives the file's stamp."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    beside.write_bytes(text.encode("utf-8", "surrogatepass"))
    stamp = _stamp(beside)  # now: what lies there later, another process may have written
    beside.replace(path)
    return stamp
