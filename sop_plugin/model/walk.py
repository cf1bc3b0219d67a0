"""The steps and conditions of a procedure with the way to each in its file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sop_plugin.model.condition import AllOf, AmountTest, AnyOf, Condition, NoneOf
from sop_plugin.model.document import Path
from sop_plugin.model.fields import CONDITION, Shape, fields_of
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Step

STEP_LISTS = ("steps", "triggered", "recurring")
"""The fields of an SOP that hold steps."""


def ways_to_steps(sop: Sop) -> Iterator[tuple[Path, Step]]:
    """Every step in reading order, groups before their parts, with its way from the top of the front matter."""
    for name in STEP_LISTS:
        yield from _below((name,), getattr(sop, name))


def _below(way: Path, steps: tuple[Step, ...]) -> Iterator[tuple[Path, Step]]:
    for number, step in enumerate(steps):
        here = (*way, number)
        yield here, step
        if step.steps:
            yield from _below((*here, "steps"), step.steps)


def ways_to_conditions(sop: Sop) -> Iterator[tuple[Path, Condition]]:
    """Every condition of an SOP with the way to it; the parts of a condition are not counted again."""
    return _conditions((), sop)


def _conditions(way: Path, record: Any) -> Iterator[tuple[Path, Condition]]:
    kind: type = type(record)
    for spec in fields_of(kind):
        value = getattr(record, spec.attribute)
        if value is None or value == ():
            continue
        here = (*way, spec.key)
        for place, item in (((*here, n), i) for n, i in enumerate(value)) if type(value) is tuple else ((here, value),):
            if isinstance(item, CONDITION):
                yield place, item
            elif any(option.shape is Shape.RECORD and isinstance(item, option.type) for option in spec.options):
                yield from _conditions(place, item)


def ways_to_tests(condition: Condition, way: Path) -> Iterator[tuple[Path, AmountTest]]:
    """Every number test within a condition, with the way to its amount."""
    match condition:
        case AmountTest():
            yield (*way, condition.quantity), condition
        case AllOf(parts):
            # Several tests in one mapping, or a list under `all`.
            for number, part in enumerate(parts):
                if isinstance(part, AmountTest):
                    yield (*way, part.quantity), part
                else:
                    yield from ways_to_tests(part, (*way, "all", number))
        case AnyOf(parts):
            for number, part in enumerate(parts):
                yield from ways_to_tests(part, (*way, "any", number))
        case NoneOf(parts):
            for number, part in enumerate(parts):
                yield from ways_to_tests(part, (*way, "none", number))
        case _:
            return
