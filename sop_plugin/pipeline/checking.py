"""Checks a whole content folder, on all cores, reading again only what changed."""

from __future__ import annotations

import datetime
import gc
import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sop_plugin.pipeline.cache import Cache, Entry
from sop_plugin.pipeline.digests import digest_of
from sop_plugin.pipeline.folder import ORGANISATION, Folder, quizzes_beside, scan
from sop_plugin.pipeline.garbage import uncollected
from sop_plugin.pipeline.outcome import Checked
from sop_plugin.pipeline.today import today as current_day

if TYPE_CHECKING:
    from sop_plugin.checks.rule import Surroundings
    from sop_plugin.model.organisation import Organisation
    from sop_plugin.pipeline.history import Past

CHUNK = 25
"""Files handed to a worker process at a time: few, so that no process waits long for the last one."""

FIRST = 10
"""Files read before worker processes start: what these load and compile, a forked worker has from the beginning."""

WORTH_A_PROCESS = 200
"""Files below which starting worker processes costs more than it saves."""


def check_content(
    content: Path,
    *,
    cache_folder: Path | None = None,
    jobs: int | None = None,
    today: datetime.date | None = None,
    past: Past | None = None,
    quizzes: Path | None = None,
) -> Checked:
    """Checks every SOP, translation and the organisation file below `content`, and every quiz below `quizzes`.

    Diagnostics name files as `content/path`. The quizzes are by default those beside the content. With a
    `cache_folder`, what did not change since the last run is not read again. `jobs` is the number of processes, by
    default one a core; `today` by default the day it is.
    With a `past`, only what changed since and what depends on it is reported, and what changed is held against it.
    """
    folder = scan(content, quizzes or quizzes_beside(content))
    day = today or current_day()
    cache = Cache(cache_folder, folder, day) if cache_folder else None
    # The whole is remembered as it is now; beside what it was, there is more to find in it, and less of it is told.
    if cache and past is None and (known := cache.whole_run()) is not None:
        return known
    with uncollected():
        checked = _check(folder, cache, jobs or os.cpu_count() or 1, day, past)
    if cache:
        cache.save(checked if past is None else None)
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


def _check(folder: Folder, cache: Cache | None, jobs: int, today: datetime.date, past: Past | None) -> Checked:
    # Parsers and rules are loaded here, where they are needed: an unchanged folder never gets this far.
    from sop_plugin.pipeline.conclusion import conclude
    from sop_plugin.pipeline.files_read import found_in_files, read_files
    from sop_plugin.reading.document import read_document

    read = read_files(folder, today, cache, partial(_results, folder=folder, jobs=jobs))
    diagnostics = found_in_files(read, cache, lambda path: read_document(path, folder.read(path)))
    changes = None
    if past:
        from sop_plugin.pipeline.changes import Changes

        changes = Changes(folder, past, read.library)
        diagnostics += changes.diagnostics(read.surroundings)
    counting, suppressed = conclude(diagnostics, read.library, read.surroundings, folder)
    organisation = read.surroundings.organisation
    checked = Checked(len(read.files), counting, suppressed, organisation.language if organisation else "en")
    return _limited(checked, changes.concerned(), folder) if changes else checked


def _limited(checked: Checked, paths: frozenset[str], folder: Folder) -> Checked:
    """What was found in some files."""
    shown = set(map(folder.shown, paths))
    return Checked(
        sum(path.endswith(".md") for path in paths),
        tuple(found for found in checked.diagnostics if found.path in shown),
        tuple(each for each in checked.suppressed if each.diagnostic.path in shown),
        checked.language,
    )


# The folder and the surroundings are the same for all files of a run; a forked worker finds them here.
_run: tuple[Folder, Surroundings] | None = None


def _results(paths: list[str], surroundings: Surroundings, folder: Folder, jobs: int) -> Iterable[tuple[str, Entry]]:
    global _run
    _run = folder, surroundings
    if jobs == 1 or len(paths) < WORTH_A_PROCESS:
        yield from _check_chunk(paths)
        return
    from concurrent.futures import ProcessPoolExecutor

    from sop_plugin.pipeline.processes import forked_if_possible

    yield from _check_chunk(paths[:FIRST])
    chunks = [paths[at : at + CHUNK] for at in range(FIRST, len(paths), CHUNK)]
    with ProcessPoolExecutor(
        jobs, mp_context=forked_if_possible(), initializer=_start_worker, initargs=(_run,)
    ) as pool:
        for results in pool.map(_check_chunk, chunks):
            yield from results


def _start_worker(run: tuple[Folder, Surroundings]) -> None:
    global _run
    _run = run
    gc.disable()


def _check_chunk(paths: list[str]) -> list[tuple[str, Entry]]:
    from sop_plugin.pipeline.file_check import check_file

    assert _run is not None
    folder, surroundings = _run
    results = []
    for path in paths:
        data = folder.read(path)
        _, result = check_file(path, data, surroundings, folder.shown(path))
        results.append((path, Entry(digest_of(data), result)))
    return results
