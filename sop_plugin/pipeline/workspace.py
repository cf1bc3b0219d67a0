"""A content folder held in memory while somebody edits it: after each change, only what changed is read again."""

from __future__ import annotations

import dataclasses
import datetime
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sop_plugin.checks.rule import Surroundings
from sop_plugin.model.diagnostic import Diagnostic, Fault
from sop_plugin.model.document import Document
from sop_plugin.model.library import Library
from sop_plugin.model.organisation import Organisation
from sop_plugin.pipeline.cache import Cache
from sop_plugin.pipeline.conclusion import conclude
from sop_plugin.pipeline.digests import digest_of
from sop_plugin.pipeline.file_check import check_file, diagnosed
from sop_plugin.pipeline.folder import ORGANISATION, Folder, quizzes_beside, scan
from sop_plugin.pipeline.garbage import uncollected
from sop_plugin.pipeline.organisation import check_organisation
from sop_plugin.pipeline.outcome import FileResult
from sop_plugin.pipeline.quizzes import check_quizzes
from sop_plugin.pipeline.today import today as current_day
from sop_plugin.pipeline.translations import check_translations
from sop_plugin.reading.document import read_document

KEPT_DOCUMENTS = 64
"""Documents kept in memory; a library of thousands would take hundreds of megabytes."""

NOT_ON_DISK = (0, 0, 0, 0)
"""The stamp of a file that is held and not saved yet."""

Findings = Mapping[str, tuple[Diagnostic, ...]]
"""What counts, by path; of a file that is clean now, nothing."""


class Workspace:
    """The files of a content folder and of its quizzes, those that are being edited as they stand in the editor.

    `folder` are the files, `surroundings` what the rules look at beside them. At first every file is `outdated`;
    `catch_up` checks them one by one, so that a server can answer in between. Findings are told only when all have been
    read: before that, half of the ids would seem unknown.
    """

    def __init__(
        self,
        content: Path,
        *,
        quizzes: Path | None = None,
        cache_folder: Path | None = None,
        today: datetime.date | None = None,
    ) -> None:
        """Lists the files; the quizzes are by default those beside the content."""
        self._today = today
        self._quizzes = quizzes or quizzes_beside(content)
        self._held: dict[str, bytes] = {}
        self._results: dict[str, FileResult] = {}
        self._digests: dict[str, str] = {}
        self._documents: OrderedDict[str, tuple[str, Document]] = OrderedDict()
        self._last_whole: dict[str, Document] = {}
        self._translations = _Beside()
        self._quizzes_beside = _Beside()
        self._across = _Across()
        self._told: dict[str, tuple[Diagnostic, ...]] = {}
        self._outdated: dict[str, None] = {}
        self._library: Library | None = None
        self.folder = dataclasses.replace(scan(content, self._quizzes), held=self._held)
        self.surroundings = Surroundings()
        self._of_organisation: list[Diagnostic] = []
        self._read_organisation()
        self._outdated.update(dict.fromkeys(self.folder.markdown()))
        if cache_folder:
            self._remember(cache_folder)

    @property
    def organisation(self) -> Organisation | None:
        """The organisation, as far as it can be read."""
        return self.surroundings.organisation

    @property
    def outdated(self) -> int:
        """How many files are yet to be checked."""
        return len(self._outdated)

    @property
    def library(self) -> Library:
        """The facts of every file that has been read."""
        if self._library is None:
            facts = (result.facts for result in self._results.values() if result.facts)
            self._library = Library(facts, self._today or current_day())
        return self._library

    def path_of(self, file: Path) -> str | None:
        """The path of a file that is or could be part of the content or the quizzes; None for one outside, for a hidden
        one, and where a symbolic link stands on the way.
        """
        root = next((root for root in (self.folder.root, self._quizzes) if file.is_relative_to(root)), None)
        if root is None:
            return None
        parts = file.relative_to(root).parts
        is_hidden = any(part.startswith(".") for part in parts)
        ways = [root.joinpath(*parts[:end]) for end in range(1, len(parts) + 1)]
        if is_hidden or any(way.is_symlink() for way in ways):
            return None
        path = "/".join(parts)
        return path if root is self.folder.root else f"{self.folder.quizzes}{path}"

    def file_of(self, path: str) -> Path:
        """The file on the disk that a path means."""
        if self.folder.is_of_quizzes(path):
            return self._quizzes / path.removeprefix(self.folder.quizzes)
        return self.folder.root / path

    @staticmethod
    def reads(path: str) -> bool:
        """Whether a file of that path is read at all; others only are or are not there."""
        return path.endswith(".md") or path == ORGANISATION

    def text(self, path: str) -> str:
        """The text of a file, or nothing where there is none."""
        try:
            data = self.folder.read(path) if path in self.folder.files else b""
        except OSError:
            return ""
        return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")

    def document(self, path: str) -> Document:
        """The document of a file as it stands."""
        return self._document(path, self._bytes(path))

    def understood(self, path: str) -> Document:
        """The document of a file when it was last checked whole; while somebody types, the header often breaks off."""
        return self._last_whole[path] if path in self._last_whole else self.document(path)

    def hold(self, path: str, text: str) -> None:
        """Takes the text that a file has in the editor, without looking at it yet."""
        self._held[path] = text.encode("utf-8", "surrogatepass")
        if path not in self.folder.files:
            self.folder.files[path] = NOT_ON_DISK
            self._list_changed()

    def update(self, path: str, text: str) -> Findings:
        """Takes the text that a file has in the editor; gives the findings of every file whose findings changed."""
        self.hold(path, text)
        return self._changed([path])

    def release(self, path: str) -> Findings:
        """Goes back to what the disk has of a file whose editor was closed."""
        self._held.pop(path, None)
        self._last_whole.pop(path, None)
        return self.rescan(also=path)

    def rescan(self, *, also: str | None = None) -> Findings:
        """Takes in what changed on the disk; files that are being edited stay as they stand in the editor."""
        fresh = scan(self.folder.root, self._quizzes)
        old = self.folder.files
        files = fresh.files | {path: old.get(path, NOT_ON_DISK) for path in self._held}
        changed = [path for path, stamp in files.items() if old.get(path) != stamp or path == also]
        gone = old.keys() - files.keys()
        for path in gone:
            self._forget(path)
        was_listed = (old.keys(), self.folder.links)
        self.folder = dataclasses.replace(fresh, files=files, held=self._held)
        if was_listed != (files.keys(), fresh.links):
            self._list_changed()
        read = [path for path in changed if self.reads(path) and (path not in self._held or path == also)]
        return self._changed(read, gone=gone)

    def catch_up(self) -> Iterator[str]:
        """Checks the outdated files, those being edited first; gives each path when it is done."""
        while self._outdated:
            path = next((path for path in self._held if path in self._outdated), next(iter(self._outdated)))
            self._check(path)
            yield path

    def findings(self) -> Findings:
        """The findings of every file whose findings changed since they were last told."""
        if self._outdated.keys() - self._results.keys():
            return {}
        found: list[Diagnostic] = list(self._of_organisation)
        for path in self._results:
            found += self._results[path].diagnostics
        library = self.library
        found += check_translations(
            self.folder, library, self.surroundings, self._digests, self._translations, self.document
        )
        found += check_quizzes(self.folder, library, self._digests, self._quizzes_beside, self.document)
        self._across.begin(self.folder, self._digests)
        counting, _ = conclude(found, library, self.surroundings, self.folder, self._across.diagnose)
        by_path: dict[str, list[Diagnostic]] = {}
        for each in counting:
            by_path.setdefault(self.folder.path_of(each.path), []).append(each)
        now = {path: tuple(of_file) for path, of_file in by_path.items()}
        changed = {path: now.get(path, ()) for path in now.keys() | self._told.keys()}
        changed = {path: of_file for path, of_file in changed.items() if of_file != self._told.get(path, ())}
        self._told = now
        return changed

    def diagnostics(self, path: str) -> tuple[Diagnostic, ...]:
        """What was last told of a file."""
        return self._told.get(path, ())

    def _changed(self, paths: Sequence[str], gone: set[str] | None = None) -> Findings:
        if ORGANISATION in paths or ORGANISATION in (gone or ()):
            self._organisation_changed()
        for path in paths:
            if path.endswith(".md"):
                self._check(path)
        return self.findings()

    def _bytes(self, path: str) -> bytes:
        try:
            return self.folder.read(path) if path in self.folder.files else b""
        except OSError:
            return b""

    def _document(self, path: str, data: bytes) -> Document:
        digest = digest_of(data)
        known = self._documents.get(path)
        if known is None or known[0] != digest:
            return self._keep(path, digest, read_document(path, data))
        self._documents.move_to_end(path)
        return known[1]

    def _keep(self, path: str, digest: str, document: Document) -> Document:
        self._documents[path] = digest, document
        self._documents.move_to_end(path)
        if document.whole and path in self._held:
            self._last_whole[path] = document
        while len(self._documents) > KEPT_DOCUMENTS:
            self._documents.popitem(last=False)
        return document

    def _check(self, path: str) -> None:
        self._outdated.pop(path, None)
        self._library = None
        data = self._bytes(path)
        with uncollected():
            document, result = check_file(path, data, self.surroundings, self.folder.shown(path))
        self._digests[path] = digest_of(data)
        self._results[path] = result
        if path in self._held:
            self._keep(path, self._digests[path], document)

    def _forget(self, path: str) -> None:
        self._library = None
        for memory in (self._results, self._digests, self._documents, self._last_whole, self._outdated):
            memory.pop(path, None)

    def _list_changed(self) -> None:
        """A file came or went: what points at files is looked at again."""
        files, links = frozenset(self.folder.files), self.folder.links
        self.surroundings = dataclasses.replace(self.surroundings, files=files, links=links)
        self._outdated.update(dict.fromkeys(path for path, result in self._results.items() if result.sees_files))

    def _read_organisation(self) -> None:
        self._digests[ORGANISATION] = digest_of(self._bytes(ORGANISATION))
        _, self.surroundings, self._of_organisation = check_organisation(self.folder)

    def _organisation_changed(self) -> None:
        """Every file is looked at again, but only where the organisation says something else than before."""
        if digest_of(self._bytes(ORGANISATION)) == self._digests[ORGANISATION]:
            return
        before = self.surroundings
        self._read_organisation()
        if self.surroundings != before:
            self._translations = _Beside()
            self._outdated.update(dict.fromkeys(self.folder.markdown()))

    def _remember(self, cache_folder: Path) -> None:
        """Takes over what `sop check` remembered of files that did not change since."""
        cache = Cache(cache_folder, self.folder, self._today or current_day())
        kept, _ = cache.entries(
            self.folder.markdown(), self._digests[ORGANISATION] if ORGANISATION in self.folder.files else ""
        )
        for path, entry in kept.items():
            self._results[path], self._digests[path] = entry.result, entry.digest
            self._outdated.pop(path)


class _Beside:
    """What was found in each translation or quiz, by the digests of it and of what it was looked at beside."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[list[str], tuple[Diagnostic, ...]]] = {}

    def of_translation(self, path: str, digests: list[str]) -> tuple[Diagnostic, ...] | None:
        known = self._found.get(path)
        return known[1] if known and known[0] == digests else None

    def put_translation(self, path: str, digests: list[str], diagnostics: tuple[Diagnostic, ...]) -> None:
        self._found[path] = digests, diagnostics


class _Across:
    """Makes diagnostics of what is found across files; those of files that did not change are made once."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str], tuple[str, Sequence[Fault], tuple[Diagnostic, ...]]] = {}

    def begin(self, folder: Folder, digests: Mapping[str, str]) -> None:
        self._folder = folder
        self._digests = digests

    def diagnose(self, path: str, faults: Sequence[Fault]) -> tuple[Diagnostic, ...]:
        digest = self._digests.get(path, "")
        known = self._made.get((path, faults[0].rule))
        if known and known[0] == digest and known[1] == faults:
            return known[2]
        data = self._folder.read(path) if path in self._folder.files else b""
        made = diagnosed(faults, data, self._folder.shown(path))
        self._made[path, faults[0].rule] = digest, faults, made
        return made
