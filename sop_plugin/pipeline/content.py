"""A content folder, read and checked as far as a site needs it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from sop_plugin.pipeline.organisation import faults_of_organisation, read_organisation
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
    surroundings = read_organisation(folder)
    digest = digest_of(folder.read(ORGANISATION)) if ORGANISATION in folder.files else ""
    documents = Documents(folder)
    cache = Cache(cache_folder, folder, day) if cache_folder else None
    files, changed = cache.entries(folder.markdown(), digest) if cache else ({}, folder.markdown())
    # What `sop build` has checked before it lets a site be made, the making of each language need not check again.
    known = cache.whole_run() if cache and not changed else None
    files |= _checked(changed, folder, surroundings, documents, cache)
    library = Library((entry.result.facts for entry in files.values() if entry.result.facts), day)
    documents.expect({path: entry.digest for path, entry in files.items()})
    counting = known.diagnostics if known else _counting(folder, surroundings, files, library, documents, cache)
    return Content(
        folder=folder,
        organisation=surroundings.organisation,
        organisation_digest=digest,
        files=files,
        translations=translations_by_original(library),
        diagnostics=counting,
        broken=frozenset(folder.path_of(each.path) for each in counting if each.severity is Severity.ERROR),
        documents=documents,
    )


def _checked(
    paths: Iterable[str], folder: Folder, surroundings: Surroundings, documents: Documents, cache: Cache | None
) -> Iterator[tuple[str, Entry]]:
    """What files say that are not remembered, by path."""
    for path in paths:
        data = folder.read(path)
        document, result = check_file(path, data, surroundings, folder.shown(path))
        entry = Entry(digest_of(data), result)
        if cache:
            cache.put(path, entry)
        if _is_shown(result):
            documents.hold(document)
        yield path, entry


def _counting(
    folder: Folder,
    surroundings: Surroundings,
    files: Mapping[str, Entry],
    library: Library,
    documents: Documents,
    cache: Cache | None,
) -> tuple[Diagnostic, ...]:
    """What was found in all files, in each and beside others, as far as it counts."""
    digests = {path: entry.digest for path, entry in files.items()}
    found = faults_of_organisation(folder, surroundings)
    found += [each for path in sorted(files) for each in files[path].result.diagnostics]
    found += check_translations(folder, library, surroundings, digests, cache, documents.read)
    found += check_quizzes(folder, library, digests, cache, documents.read)
    if cache:
        cache.save(None)
    counting, _ = conclude(found, library, surroundings, folder)
    return counting


def _is_shown(result: FileResult) -> bool:
    return result.facts is not None and not result.facts.is_translation and result.facts.quiz is None
