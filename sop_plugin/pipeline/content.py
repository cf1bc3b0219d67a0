"""A content folder, read and checked as far as a site needs it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sop_plugin.checks.rule import Surroundings
from sop_plugin.model.diagnostic import Diagnostic, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.library import Facts, translations_by_original
from sop_plugin.model.organisation import Organisation
from sop_plugin.pipeline.cache import Cache, Entry
from sop_plugin.pipeline.conclusion import conclude
from sop_plugin.pipeline.digests import digest_of
from sop_plugin.pipeline.documents import Documents
from sop_plugin.pipeline.file_check import check_file
from sop_plugin.pipeline.files_read import FilesRead, found_in_files, read_files
from sop_plugin.pipeline.folder import Folder, quizzes_beside, scan
from sop_plugin.pipeline.outcome import FileResult
from sop_plugin.words.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Content:
    """What lies in a folder and what it says.

    `files` has the digest and the result of each Markdown file by path, `translations` the paths of each original's
    translations by its path, `broken` the paths of the files with an error. `organisation_digest` is that of the
    organisation file's bytes. `house` is the language of what does not name its own.
    """

    folder: Folder
    organisation: Organisation | None
    organisation_digest: str
    house: str
    files: Mapping[str, Entry]
    translations: Mapping[str, Sequence[str]]
    diagnostics: tuple[Diagnostic, ...]
    broken: frozenset[str]
    documents: Documents

    def procedures(self) -> Iterator[Facts]:
        """The facts of each procedure, with errors or without, in the order of their paths."""
        return (facts for facts in self._originals() if facts.quiz is None)

    def quizzes(self) -> Iterator[Facts]:
        """The same of each quiz."""
        return (facts for facts in self._originals() if facts.quiz is not None)

    def _originals(self) -> Iterator[Facts]:
        for path in sorted(self.files):
            facts = self.files[path].result.facts
            if facts is not None and not facts.is_translation:
                yield facts

    def is_quiz(self, path: str) -> bool:
        """Whether a file is a quiz, or is to be one, where it could not be read."""
        facts = self.files[path].result.facts
        return self.folder.is_of_quizzes(path) or (facts is not None and facts.quiz is not None)

    def found_in(self, path: str) -> list[Diagnostic]:
        """What was found in a file."""
        shown_as = self.folder.shown(path)
        return [diagnostic for diagnostic in self.diagnostics if diagnostic.path == shown_as]

    def is_as_checked(self) -> bool:
        """Whether no file that was read since had been changed after it was checked."""
        return not self.documents.changed

    def digests_of(self, path: str) -> list[tuple[str, str]]:
        """The paths and digests of a procedure or a quiz and of those of its translations that can be shown."""
        sources = (path, *self.sound_translations(path))
        return [(source, self.files[source].digest) for source in sources]

    def shown(self, path: str, words: Catalogue) -> tuple[Document, str]:
        """A procedure for a site that speaks `words`, and the path of the file that has its words."""
        return self.documents.shown(path, self.sound_translations(path), self.house, words)

    def sound_translations(self, path: str) -> list[str]:
        """The paths of the translations of a procedure or a quiz that have no errors."""
        return [each for each in self.translations.get(path, ()) if each not in self.broken]

    def is_translation(self, path: str) -> bool:
        """Whether a file is a translation of a procedure, if only by its name, where it could not be read:
        `order.en.md` beside `order.md`. An ordinary page has pages beside it for other languages.
        """
        facts = self.files[path].result.facts
        if facts is not None:
            return facts.is_translation
        stem, _, language = path.removesuffix(".md").rpartition(".")
        original = self.files.get(f"{stem}.md") if stem and language != "next" else None
        return original is not None and not original.result.is_ordinary


def read_content(
    root: Path, day: datetime.date, cache_folder: Path | None, quizzes: Path | None = None, *, otherwise: str = "en"
) -> Content:
    """Reads and checks a folder as it is on a day, and that of the `quizzes`, by default the one beside it.

    `otherwise` is the language of what names none where there is no organisation that does.
    With a `cache_folder`, as `check_content` has it, what did not change since it was last checked is not read.
    """
    folder = scan(root, quizzes or quizzes_beside(root))
    documents = Documents(folder)
    cache = Cache(cache_folder, folder, day) if cache_folder else None
    read = read_files(folder, day, cache, partial(_checked, folder=folder, documents=documents))
    documents.expect({path: entry.digest for path, entry in read.files.items()})
    # What `sop build` has checked before it lets a site be made, the making of each language need not check again.
    known = cache.whole_run() if cache and read.are_remembered else None
    counting = known.diagnostics if known else _counting(read, cache, documents)
    organisation = read.surroundings.organisation
    return Content(
        folder=folder,
        organisation=organisation,
        organisation_digest=read.organisation_digest,
        house=organisation.language if organisation else otherwise,
        files=read.files,
        translations=translations_by_original(read.library),
        diagnostics=counting,
        broken=frozenset(folder.path_of(each.path) for each in counting if each.severity is Severity.ERROR),
        documents=documents,
    )


def _checked(
    paths: Iterable[str], surroundings: Surroundings, folder: Folder, documents: Documents
) -> Iterator[tuple[str, Entry]]:
    """What files say, with the documents of procedures held for their pages."""
    for path in paths:
        data = folder.read(path)
        document, result = check_file(path, data, surroundings, folder.shown(path))
        if _is_shown(result):
            documents.hold(document)
        yield path, Entry(digest_of(data), result)


def _counting(read: FilesRead, cache: Cache | None, documents: Documents) -> tuple[Diagnostic, ...]:
    """What was found in all files, in each and beside others, as far as it counts."""
    found = found_in_files(read, cache, documents.read)
    if cache:
        cache.save(None)
    counting, _ = conclude(found, read.library, read.surroundings, read.folder)
    return counting


def _is_shown(result: FileResult) -> bool:
    return result.facts is not None and not result.facts.is_translation and result.facts.quiz is None
