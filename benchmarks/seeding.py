"""Faults planted at random: how many are missed, and how many are seen where there are none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from benchmarks.measure import Figure
from sop_plugin.pipeline.checking import check_content
from tests.seeding.planters import PLANTERS
from tests.seeding.sowing import TODAY, sow, write_clean

FAULTS = 1_000
CLEAN = 1_000
SEEDS = (1, 2, 3)


def figures(folder: Path) -> Iterator[Figure]:
    """The share of planted faults that no run reports at their line, and the findings in clean procedures."""
    planted, missed = 0, Counter[str]()
    for seed in SEEDS:
        harvest = sow(folder / f"sown-{seed}", list(islice(cycle(PLANTERS), FAULTS)), seed)
        planted += len(harvest.planted)
        missed += Counter(each.rule for each, _ in harvest.missed)
    share = 100 * missed.total() / planted
    yield Figure(f"planted faults of {len(PLANTERS)} kinds not at their line {dict(missed) or ''}", share, 1, "%")
    write_clean(folder / "clean", CLEAN, seed=4)
    found = check_content(folder / "clean", today=TODAY).diagnostics
    yield Figure(f"findings in {CLEAN} clean procedures", len(found), 1, "")
