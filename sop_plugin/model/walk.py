"""The steps of a procedure with the way to each in its file."""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.model.document import Path
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
