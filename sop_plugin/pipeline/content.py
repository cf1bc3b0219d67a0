"""A content folder, read and checked as far as a site needs it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sop_plugin.checks.rule import Surroundings
from sop_plugin.model.diagnostic import Diagnostic, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.library import Facts, Library, translations_by_original
from sop_plugin.model.organisation import Organisation
from sop_plugin.pipeline.cache import Cache, Entry
from sop_plugin.pipeline.conclusion import conclude
from sop_plugin.pipeline.digests import digest_of
from sop_plugin.pipeline.documents import Documents
from sop_plugin.pipeline.file_check import check_file
from sop_plugin.pipeline.folder import ORGANISATION, Folder, quizzes_beside, scan
from sop_plugin.pipeline.organisation import check_organisation
from sop_plugin.pipeline.outcome import FileResult
from sop_plugin.pipeline.quizzes import check_quizzes
from sop_plugin.pipeline.translations import check_translations
from sop_plugin.words.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Content:
    """What lies in a folder and what it says.

    `files` has the digest and the result of each Markdown file by path, `translations` the paths of each original's
    translations by its path, `broken` the paths of the files with an error. `organisation_digest` is that of the
    organisation file's bytes.
    """

    folder: Folder
    organisation: Organisation | None
    organisation_digest: str
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

    def is_as_checked(self) -> bool:
        """Whether no file that was read since had been changed after it was checked."""
        return not self.documents.changed

    def digests_of(self, path: str) -> list[tuple[str, str]]:
        """The paths and digests of a procedure or a quiz and of those of its translations that can be shown."""
        sources = (path, *self.sound_translations(path))
        return [(source, self.files[source].digest) for source in sources]

    def shown(self, path: str, words: Catalogue) -> tuple[Document, str]:
        """A procedure for a site that speaks `words`, and the path of the file that has its words."""
        return self.documents.shown(path, self.sound_translations(path), self.organisation, words)

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


def read_content(root: Path, day: datetime.date, cache_folder: Path | None, quizzes: Path | None = None) -> Content:
    """Reads and checks a folder as it is on a day, and that of the `quizzes`, by default the one beside it.

    With a `cache_folder`, as `check_content` has it, what did not change since it was last checked is not read.
    """
    folder = scan(root, quizzes or quizzes_beside(root))
    organisation, surroundings, found = check_organisation(folder)
    digest = digest_of(folder.read(ORGANISATION)) if ORGANISATION in folder.files else ""
    documents = Documents(folder)
    cache = Cache(cache_folder, folder, day) if cache_folder else None
    files = _files(folder, surroundings, documents, cache, digest)
    found += [each for path in sorted(files) for each in files[path].result.diagnostics]
    library = Library((entry.result.facts for entry in files.values() if entry.result.facts), day)
    digests = {path: entry.digest for path, entry in files.items()}
    documents.expect(digests)
    found += check_translations(folder, library, surroundings, digests, cache, documents.read)
    found += check_quizzes(folder, library, digests, cache, documents.read)
    if cache:
        cache.save(None)
    counting, _ = conclude(found, library, surroundings, folder)
    return Content(
        folder=folder,
        organisation=organisation,
        organisation_digest=digest,
        files=files,
        translations=translations_by_original(library),
        diagnostics=counting,
        broken=frozenset(folder.path_of(each.path) for each in counting if each.severity is Severity.ERROR),
        documents=documents,
    )


def _files(
    folder: Folder, surroundings: Surroundings, documents: Documents, cache: Cache | None, organisation_digest: str
) -> dict[str, Entry]:
    paths = folder.markdown()
    files, changed = cache.entries(paths, organisation_digest) if cache else ({}, paths)
    for path in changed:
        data = folder.read(path)
        document, result = check_file(path, data, surroundings, folder.shown(path))
        files[path] = Entry(digest_of(data), result)
        if cache:
            cache.put(path, files[path])
        if _is_shown(result):
            documents.hold(document)
    return files


def _is_shown(result: FileResult) -> bool:
    return result.facts is not None and not result.facts.is_translation and result.facts.quiz is None
