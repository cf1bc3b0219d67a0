"""The way from a folder to what is found in it: each file by itself, then translations and quizzes beside others."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sop_plugin.checks.rule import Surroundings
from sop_plugin.model.diagnostic import Diagnostic
from sop_plugin.model.document import Document
from sop_plugin.model.library import Library
from sop_plugin.pipeline.cache import Cache, Entry
from sop_plugin.pipeline.digests import digest_of
from sop_plugin.pipeline.folder import ORGANISATION, Folder
from sop_plugin.pipeline.organisation import faults_of_organisation, read_organisation
from sop_plugin.pipeline.quizzes import check_quizzes
from sop_plugin.pipeline.translations import check_translations

Check = Callable[[list[str], Surroundings], Iterable[tuple[str, Entry]]]
"""Reads and checks files, given by their paths, each by itself."""


@dataclass(frozen=True, slots=True)
class FilesRead:
    """What the files of a folder say.

    `organisation_digest` is that of the organisation file's bytes, empty where there is none. `files` has the digest
    and the result of each Markdown file by path, `library` their facts. `are_remembered`: none had to be read.
    """

    folder: Folder
    surroundings: Surroundings
    organisation_digest: str
    files: Mapping[str, Entry]
    library: Library
    are_remembered: bool


def read_files(folder: Folder, day: datetime.date, cache: Cache | None, check: Check) -> FilesRead:
    """Reads the files of a folder on a day: those that `cache` does not remember, by `check`."""
    surroundings = read_organisation(folder)
    digest = digest_of(folder.read(ORGANISATION)) if ORGANISATION in folder.files else ""
    files, changed = cache.entries(folder.markdown(), digest) if cache else ({}, folder.markdown())
    for path, entry in check(changed, surroundings):
        files[path] = entry
        if cache:
            cache.put(path, entry)
    library = Library((entry.result.facts for entry in files.values() if entry.result.facts), day)
    return FilesRead(folder, surroundings, digest, files, library, not changed)


def found_in_files(read: FilesRead, cache: Cache | None, document: Callable[[str], Document]) -> list[Diagnostic]:
    """What is found in all files, at the severities of the rules. `document` gives that of a path, once more."""
    digests = {path: entry.digest for path, entry in read.files.items()}
    found = faults_of_organisation(read.folder, read.surroundings)
    found += [each for path in sorted(read.files) for each in read.files[path].result.diagnostics]
    found += check_translations(read.folder, read.library, read.surroundings, digests, cache, document)
    found += check_quizzes(read.folder, read.library, digests, cache, document)
    return found
