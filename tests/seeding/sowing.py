"""A library of clean procedures, of which some have one fault each, and what is found in it."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random

import tests.seeding.control_planters
import tests.seeding.flow_planters
import tests.seeding.quiz_planters
import tests.seeding.translation_planters  # noqa: F401  (all enter their planters)
from sop_plugin.pipeline.checking import check_content
from tests.seeding.clean import ANCHORS, ORGANISATION, clean_sop
from tests.seeding.draft import Draft, Planted
from tests.seeding.planters import PLANTERS

TODAY = datetime.date(2026, 11, 25)
TRIES = 200


@dataclass(frozen=True)
class Harvest:
    """What was planted and not reported at its line, and what was reported beside it, by rule."""

    planted: tuple[Planted, ...]
    missed: tuple[tuple[Planted, tuple[str, ...]], ...]
    beside: Counter[tuple[str, str]]


def write_clean(folder: Path, count: int, seed: int) -> None:
    """Writes a library of clean procedures."""
    folder.mkdir(parents=True)
    (folder / "img").mkdir()
    (folder / "img/counter.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n')
    (folder / "page.html").write_text("<p>Latte 120</p>\n")
    (folder / "organisation.yml").write_text(ORGANISATION, encoding="utf-8")
    for number in range(count):
        text = clean_sop(number, Random(f"{seed}-{number}"))
        (folder / f"sop-{number}.md").write_text(text, encoding="utf-8")


def plant(rule: str, number: int, seed: int) -> Draft | None:
    """Procedure `number` with a fault of `rule`; None where this one has no place for it."""
    random = Random(f"{seed}-{number}-{rule}")
    draft = Draft(clean_sop(number, Random(f"{seed}-{number}")), f"sop-{number}.md", random)
    line = random.choice(PLANTERS[rule])(draft)
    if line is None:
        return None
    draft.expected = Planted(rule, draft.path, line)
    return draft


def sow(folder: Path, faults: list[str], seed: int) -> Harvest:
    """Writes a library in which each of `faults`, names of rules, is planted into a procedure of its own, and checks
    it in one run.
    """
    count = ANCHORS + len(faults)
    write_clean(folder, count, seed)
    planted: list[Planted] = []
    for position, rule in enumerate(faults):
        for attempt in range(TRIES):
            # Another make of the same procedure until one has a place for the fault.
            draft = plant(rule, ANCHORS + position, seed + 1_000_003 * attempt)
            if draft is not None and draft.expected is not None:
                break
        else:
            raise AssertionError(f"no procedure has a place for {rule}")
        (folder / f"sop-{ANCHORS + position}.md").write_bytes(draft.bytes)
        for name, text in draft.files.items():
            (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        planted.append(draft.expected)
    found: dict[str, list[tuple[str, int]]] = {}
    for each in check_content(folder, today=TODAY).diagnostics:
        found.setdefault(each.path.partition("/")[2], []).append((each.rule, each.span.line))
    missed = tuple(
        (each, tuple(f"{rule}:{line}" for rule, line in found.get(each.path, ())))
        for each in planted
        if (each.rule, each.line) not in found.get(each.path, ())
    )
    beside = Counter((each.rule, rule) for each in planted for rule, _ in found.get(each.path, ()) if rule != each.rule)
    return Harvest(tuple(planted), missed, beside)
