"""The id of a step where its title or its number was written instead."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from functools import cache

from sop_plugin.model.diagnostic import Fault
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.sop import Sop

_NUMBER = re.compile(r"(?:step|no\.|#|步驟|步骤|第)?\s*(\d{1,3})\s*(?:步|步驟|步骤)?", re.IGNORECASE)
_LEADING = re.compile(r"(?:go to|goto|back to|step|回到|前往|跳到)\s*:?\s*", re.IGNORECASE)

_MARKS = " “”‘’\"'「」『』〈〉《》【】［］〔〕()（）[]"
"""What surrounds an id by the habit of quoting names."""

ENDINGS = {"@expected.go": "", "@expected.moment": ".done"}
"""What follows the id of a step, by what belongs in the place."""


def with_ids_for_titles(faults: list[Fault], sop: Sop) -> list[Fault]:
    """`faults`, with the id of a step as the better text where what was written is a step's title or number."""
    by_title = cache(lambda: {_plain(step.title): step.id for step in reversed(list(steps_of(sop))) if step.title})
    ids = cache(lambda: frozenset([*(step.id for step in steps_of(sop)), *(end.id for end in sop.ends)]))
    return [_with_id(_without_marks(fault, ids), sop, by_title) for fault in faults]


def _without_marks(fault: Fault, ids: Callable[[], frozenset[str]]) -> Fault:
    """`fault`, with the bare id as the better text where one stands between quotation marks or brackets."""
    if fault.rule != "notation-invalid" or fault.arguments.get("expected") != "@expected.go":
        return fault
    bare = fault.arguments["text"].strip(_MARKS)
    if bare == fault.arguments["text"] or bare not in ids():
        return fault
    arguments = {**fault.arguments, "hint": "@advice.without-marks", "id": bare}
    return dataclasses.replace(fault, arguments=arguments, instead=bare)


def _with_id(fault: Fault, sop: Sop, by_title: Callable[[], dict[str, str]]) -> Fault:
    expected = fault.arguments.get("expected", "")
    if fault.rule != "notation-invalid" or expected not in ENDINGS or fault.instead is not None:
        return fault
    text = fault.arguments["text"]
    identifier = _step_called(text, sop, by_title())
    if identifier is None:
        return fault
    written = identifier + ENDINGS[expected]
    return dataclasses.replace(
        fault, arguments={**fault.arguments, "hint": "@advice.step-id", "id": written}, instead=written
    )


def _step_called(text: str, sop: Sop, by_title: dict[str, str]) -> str | None:
    for title in (text, _LEADING.sub("", text, count=1)):
        if identifier := by_title.get(_plain(title)):
            return identifier
    number = _NUMBER.fullmatch(text)
    if number and 1 <= int(number[1]) <= len(sop.steps):
        return sop.steps[int(number[1]) - 1].id
    return None


def _plain(text: str) -> str:
    return text.strip().rstrip(".。").lower()
