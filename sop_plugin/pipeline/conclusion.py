"""From what every file says to what counts: the rules across files, the house's levels, and what was let stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

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


def conclude(
    diagnostics: Iterable[Diagnostic], library: Library, surroundings: Surroundings, folder: Folder
) -> tuple[tuple[Diagnostic, ...], tuple[Suppressed, ...]]:
    """What counts and what was let stand, each in order of place.

    `diagnostics` are those of single files and of translations, at the severities of their rules.
    """
    levels = levels_of(surroundings.organisation)
    found = [*diagnostics, *_across_files(library, surroundings, folder)]
    waivers = {_shown(folder, facts.path): facts.waivers for facts in library.facts if facts.waivers}
    verdict = judged(found, levels, waivers, library.today)
    unneeded = {path.removeprefix(_shown(folder, "")): faults for path, faults in verdict.unneeded.items()}
    counting = [*verdict.counting, *at_level(_diagnosed(unneeded, folder), levels)]
    return (
        tuple(sorted(counting, key=lambda each: each.sort_key)),
        tuple(sorted(verdict.suppressed, key=lambda each: each.diagnostic.sort_key)),
    )


def _across_files(library: Library, surroundings: Surroundings, folder: Folder) -> list[Diagnostic]:
    """What the rules that look at all files find."""
    faults: dict[str, list[Fault]] = {}
    with limited(COMPARISONS):
        for check in library_checks():
            for path, fault in check(library, surroundings):
                faults.setdefault(path, []).append(fault)
    return _diagnosed(faults, folder)


def _diagnosed(faults: Mapping[str, Sequence[Fault]], folder: Folder) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for path, of_file in faults.items():
        data = (folder.root / path).read_bytes() if path in folder.files else b""
        found += diagnosed(of_file, data, _shown(folder, path))
    return found


def _shown(folder: Folder, path: str) -> str:
    """A file's name in diagnostics."""
    return f"{folder.root.name}/{path}"
