"""Where the ranges of several cases meet: what lies in none of them, and what in two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from sop_plugin.checks.said_amounts import in_words
from sop_plugin.model.amount import Amount
from sop_plugin.model.condition import AmountTest, AnyOf, Condition, Said
from sop_plugin.model.document import Document, Path
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.sop import Sop
from sop_plugin.model.walk import ways_to_steps, ways_to_tests


class Case(NamedTuple):
    """A range of a quantity, and where it is written."""

    amount: Amount
    way: Path


class Meeting(NamedTuple):
    """Two cases of a quantity that meet, the lower first, and the value where they do."""

    quantity: str
    lower: Case
    upper: Case
    value: str


Decision = tuple[str, Sequence[tuple[Condition | None, Path]]]
"""The cases of one decision, with the field that they stand in."""


def decisions(sop: Sop) -> Iterator[Decision]:
    """The levels of each class, and the branches and exceptions of each step, where there are several."""
    for number, declared in enumerate(sop.classes):
        here: Path = ("classes", number, "levels")
        yield "levels", [(level.when, (*here, n, "when")) for n, level in enumerate(declared.levels)]
    for way, step in ways_to_steps(sop):
        if len(step.branches) > 1:
            yield (
                "branches",
                [(_measured(each.when), (*way, "branches", n, "when")) for n, each in enumerate(step.branches)],
            )
        if len(step.exceptions) > 1:
            yield "exceptions", [(each.when, (*way, "exceptions", n, "when")) for n, each in enumerate(step.exceptions)]


def hold_numbers(document: Document) -> bool:
    """Whether to look closer: quantities are mentioned, or there are branches, in whose words numbers may stand."""
    return bool(document.mentioned(Namespace.QUANTITY)) or "branches:" in document.text


def _measured(condition: Condition) -> Condition:
    return (in_words(condition) or condition) if isinstance(condition, Said) else condition


def gaps(conditions: Sequence[tuple[Condition | None, Path]]) -> Iterator[Meeting]:
    """What no case holds, between two that do. Silent where a case is not told by numbers alone: it may hold there."""
    tests = [_tests(condition, way) for condition, way in conditions]
    if not tests or not all(tests):
        return
    # By quantity first: a file may hold thousands of each, and a search for every one in all would take minutes.
    by_quantity: list[dict[str, list[Case]]] = []
    for each in tests:
        found: dict[str, list[Case]] = {}
        for way, test in each:
            found.setdefault(test.quantity, []).append(Case(test.amount, way))
        by_quantity.append(found)
    for quantity in by_quantity[0]:
        if not all(quantity in found for found in by_quantity):
            continue
        cases = [case for found in by_quantity for case in found[quantity]]
        if _comparable(cases):
            yield from _between(quantity, cases)


def overlaps(conditions: Sequence[tuple[Condition | None, Path]]) -> Iterator[Meeting]:
    """A value in which one case ends and another begins, so that it is in both."""
    ends: dict[tuple[str, float], Case] = {}
    begins: list[tuple[str, Case]] = []
    for condition, way in conditions:
        if not isinstance(condition, AmountTest):
            continue
        amount, case = condition.amount, Case(condition.amount, (*way, condition.quantity))
        # A single value beside a range is an exception from it.
        if amount.about or amount.low == amount.high:
            continue
        if amount.high is not None and not amount.high_open:
            ends[condition.quantity, amount.high] = case
        if amount.low is not None and not amount.low_open:
            begins.append((condition.quantity, case))
    for quantity, upper in begins:
        lower = ends.get((quantity, upper.amount.low or 0))
        if lower is not None and _comparable([lower, upper]):
            yield Meeting(quantity, lower, upper, _shown(upper.amount.low or 0, lower, upper))


def _tests(condition: Condition | None, way: Path) -> list[tuple[Path, AmountTest]]:
    """The number tests of which any one makes the case; none where words or other tests have a say."""
    parts = condition.parts if isinstance(condition, AnyOf) else (condition,)
    if condition is None or not all(isinstance(part, AmountTest) for part in parts):
        return []
    return list(ways_to_tests(condition, way))


def _comparable(cases: Sequence[Case]) -> bool:
    units = {case.amount.unit for case in cases} - {None}
    return len(units) <= 1 and not any(case.amount.about for case in cases)


def _between(quantity: str, cases: list[Case]) -> Iterator[Meeting]:
    """What lies between ranges, from the lowest up. A value is as exact as the numbers beside it are written."""
    cases.sort(key=lambda case: (case.amount.low is not None, case.amount.low or 0, case.amount.low_open))
    below: Case | None = None
    for case in cases:
        if below is not None and below.amount.high is not None and case.amount.low is not None:
            grain = _grain(below.amount.high, case.amount.low)
            last = Decimal(repr(below.amount.high)) - grain * below.amount.high_open
            first = Decimal(repr(case.amount.low)) + grain * case.amount.low_open
            if first - last > grain:
                yield Meeting(quantity, below, case, _shown(float(last + grain), below, case))
        if below is None or _reaches_further(case.amount, below.amount):
            below = case


def _reaches_further(one: Amount, other: Amount) -> bool:
    if one.high is None or other.high is None:
        return one.high is None
    return (one.high, not one.high_open) > (other.high, not other.high_open)


def _grain(*numbers: float) -> Decimal:
    """The least step between numbers that are as exact as these."""
    exponents = (Decimal(f"{number:.12g}").normalize().as_tuple().exponent for number in numbers)
    return Decimal(1).scaleb(min(0, *(exponent for exponent in exponents if isinstance(exponent, int))))


def _shown(number: float, *cases: Case) -> str:
    unit = next((case.amount.unit for case in cases if case.amount.unit), "")
    return f"{number:.12g} {unit}".strip()


_OVER = re.compile(
    r"^(?:over|above|more than|greater than|>|超過|超过|高於|高于|大於|大于|多於|多于)\s*", re.IGNORECASE
)
_AT_MOST = re.compile(
    r"^(?:at most|up to|no more than|not more than|<=|≤|至多|最多|不超過|不超过|不高於|不高于)\s*", re.IGNORECASE
)
_OR_LESS = re.compile(r"\s*(?:or less|or fewer|or below|\(含\)以下|（含）以下|以下|以內|以内)$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:\bto\b|[–—~～至到-])\s*(?=\d[\d.,]*[^\d]*$)", re.IGNORECASE)
_HAN = re.compile(r"[\u4e00-\u9fff]")


def from_there_on(words: str) -> str | None:
    """A range with its lower bound in it: `over 30` as `at least 30`."""
    number = _OVER.sub("", words)
    if number == words:
        return None
    return f"至少 {number}" if _HAN.search(words) else f"at least {number}"


def short_of_it(words: str) -> str | None:
    """A range without its upper bound: `at most 30` as `under 30`, `10 to 30` as `10 to under 30`."""
    under = "不到" if _HAN.search(words) else "under"
    for pattern in (_AT_MOST, _OR_LESS):
        number = pattern.sub("", words)
        # In a sentence, `金額 500 元以下`, the word belongs elsewhere.
        if number != words and number[:1].isdecimal():
            return f"{under} {number}"
    joint = _TO.search(words)
    return (
        f"{words[: joint.start()]} {'至' if under == '不到' else 'to'} {under} {words[joint.end() :]}"
        if joint
        else None
    )
