"""From what every file says to what counts: the rules across files, the house's levels, and what was let stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sop_plugin.checks.registry import library_checks
from sop_plugin.checks.rule import Surroundings
from sop_plugin.checks.verdict import at_level, judged, levels_of
from sop_plugin.model.diagnostic import Diagnostic, Fault
from sop_plugin.model.library import Library
from sop_plugin.model.suggestions import limited
from sop_plugin.model.suppression import Suppressed
from sop_plugin.pipeline.file_check import diagnosed
from sop_plugin.pipeline.folder import Folder

COMPARISONS = 1_000_000
"""Words compared for the suggestions across all files; of 10,000 procedures, one may name each other wrongly."""

Diagnose = Callable[[str, Sequence[Fault]], tuple[Diagnostic, ...]]
"""Makes diagnostics of the faults of the file at a path."""


def conclude(
    diagnostics: Iterable[Diagnostic],
    library: Library,
    surroundings: Surroundings,
    folder: Folder,
    diagnose: Diagnose | None = None,
) -> tuple[tuple[Diagnostic, ...], tuple[Suppressed, ...]]:
    """What counts and what was let stand, each in order of place.

    `diagnostics` are those of single files and of translations, at the severities of their rules. `diagnose` reads the
    file each time unless given.
    """
    diagnose = diagnose or (lambda path, faults: _diagnosed(path, faults, folder))
    levels = levels_of(surroundings.organisation)
    found = [*diagnostics, *_across_files(library, surroundings, diagnose)]
    waivers = {folder.shown(facts.path): facts.waivers for facts in library.facts if facts.waivers}
    verdict = judged(found, levels, waivers, library.today)
    unneeded = [found for path, faults in verdict.unneeded.items() for found in diagnose(folder.path_of(path), faults)]
    counting = [*verdict.counting, *at_level(unneeded, levels)]
    return (
        tuple(sorted(counting, key=lambda each: each.sort_key)),
        tuple(sorted(verdict.suppressed, key=lambda each: each.diagnostic.sort_key)),
    )


def _across_files(library: Library, surroundings: Surroundings, diagnose: Diagnose) -> list[Diagnostic]:
    """What the rules that look at all files find."""
    faults: dict[str, list[Fault]] = {}
    with limited(COMPARISONS):
        for check in library_checks():
            for path, fault in check(library, surroundings):
                faults.setdefault(path, []).append(fault)
    return [found for path, of_file in faults.items() for found in diagnose(path, of_file)]


def _diagnosed(path: str, faults: Sequence[Fault], folder: Folder) -> tuple[Diagnostic, ...]:
    data = folder.read(path) if path in folder.files else b""
    return diagnosed(faults, data, folder.shown(path))
