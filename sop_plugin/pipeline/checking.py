"""Checks a whole content folder, on all cores, reading again only what changed."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sop_plugin.model.diagnostic import Diagnostic, Fault
from sop_plugin.model.library import Library
from sop_plugin.pipeline.cache import Cache, Entry, digest_of
from sop_plugin.pipeline.folder import ORGANISATION, Folder, scan
from sop_plugin.pipeline.garbage import uncollected

if TYPE_CHECKING:
    from sop_plugin.checks.rule import Known, Surroundings
    from sop_plugin.model.organisation import Organisation
    from sop_plugin.pipeline.file_check import FileResult

CHUNK = 100
"""Files handed to a worker process at a time."""

WORTH_A_PROCESS = 200
"""Files below which starting worker processes costs more than it saves."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome of a check: the number of files looked at, every diagnostic in order of place, and the language of
    the organisation.
    """

    files: int
    diagnostics: tuple[Diagnostic, ...]
    language: str


def check_content(content: Path, *, cache_folder: Path | None = None, jobs: int | None = None) -> Checked:
    """Checks every SOP, translation and the organisation file below `content`.

    Diagnostics name files as `content/path`. With a `cache_folder`, what did not change since the last run is not read
    again. `jobs` is the number of processes, by default one a core.
    """
    folder = scan(content)
    cache = Cache(cache_folder, folder) if cache_folder else None
    if cache and (known := cache.whole_run()) is not None:
        return Checked(len(folder.markdown()), *known)
    checked = _check(folder, cache, jobs or os.cpu_count() or 1)
    if cache:
        cache.save(checked.diagnostics, checked.language)
    return checked


def organisation_of(content: Path) -> Organisation | None:
    """The organisation of a content folder, as far as it can be read; None where there is none."""
    from sop_plugin.reading.document import read_document

    path = content / ORGANISATION
    if path.is_symlink() or not path.is_file():
        return None
    return read_document(ORGANISATION, path.read_bytes()).organisation


def language_of(content: Path) -> str:
    """The organisation's language, or English where it has none."""
    organisation = organisation_of(content)
    return organisation.language if organisation else "en"


def _check(folder: Folder, cache: Cache | None, jobs: int) -> Checked:
    # Parsers and rules are loaded here, where they are needed: an unchanged folder never gets this far.
    from sop_plugin.pipeline.file_check import check_file, known_ids

    name = folder.root.name
    diagnostics: list[Diagnostic] = []
    organisation = None
    organisation_digest = ""
    if ORGANISATION in folder.files:
        data = (folder.root / ORGANISATION).read_bytes()
        organisation_digest = digest_of(data)
        document, result = check_file(ORGANISATION, data, _surroundings(folder, {}), f"{name}/{ORGANISATION}")
        organisation = document.organisation
        diagnostics += result.diagnostics
    surroundings = _surroundings(folder, known_ids(organisation))
    paths = folder.markdown()
    results: dict[str, FileResult] = {}
    changed = paths
    if cache:
        kept, changed = cache.entries(paths, organisation_digest)
        results = {path: entry.result for path, entry in kept.items()}
    for path, digest, result in _results(folder, changed, surroundings, jobs):
        results[path] = result
        if cache:
            cache.put(path, Entry(digest, result))
    for path in paths:
        diagnostics += results[path].diagnostics
    library = Library(result.facts for result in results.values() if result.facts)
    diagnostics += across_files(library, surroundings, folder)
    language = organisation.language if organisation else "en"
    return Checked(len(paths), tuple(sorted(diagnostics, key=lambda found: found.sort_key)), language)


def _surroundings(folder: Folder, known: Known) -> Surroundings:
    from sop_plugin.checks.rule import Surroundings

    return Surroundings(known, frozenset(folder.files), folder.links)


def across_files(library: Library, surroundings: Surroundings, folder: Folder) -> list[Diagnostic]:
    """What the rules that look at all files find."""
    from sop_plugin.checks.registry import library_checks
    from sop_plugin.pipeline.file_check import diagnosed

    faults: dict[str, list[Fault]] = {}
    for check in library_checks():
        for path, fault in check(library, surroundings):
            faults.setdefault(path, []).append(fault)
    found: list[Diagnostic] = []
    for path, of_file in faults.items():
        data = (folder.root / path).read_bytes() if path in folder.files else b""
        found += diagnosed(of_file, data, f"{folder.root.name}/{path}")
    return found


# The folder and the surroundings are the same for all files of a run; a forked worker finds them here.
_run: tuple[Folder, Surroundings] | None = None


def _results(
    folder: Folder, paths: list[str], surroundings: Surroundings, jobs: int
) -> Iterable[tuple[str, str, FileResult]]:
    global _run
    _run = folder, surroundings
    if jobs == 1 or len(paths) < WORTH_A_PROCESS:
        with uncollected():
            yield from _check_chunk(paths)
        return
    import multiprocessing

    chunks = [paths[at : at + CHUNK] for at in range(0, len(paths), CHUNK)]
    # What is loaded so far lives as long as the process: no worker need look through it for garbage.
    gc.freeze()
    context = multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_start_worker, initargs=(_run,)) as pool:
        for results in pool.map(_check_chunk, chunks):
            yield from results
    gc.unfreeze()


def _start_worker(run: tuple[Folder, Surroundings]) -> None:
    global _run
    _run = run
    gc.disable()


def _check_chunk(paths: list[str]) -> list[tuple[str, str, FileResult]]:
    from sop_plugin.pipeline.file_check import check_file

    assert _run is not None
    folder, surroundings = _run
    results = []
    for path in paths:
        data = (folder.root / path).read_bytes()
        _, result = check_file(path, data, surroundings, f"{folder.root.name}/{path}")
        results.append((path, digest_of(data), result))
    return results
