"""The calls of other procedures in a file."""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.model.document import Document, Path
from sop_plugin.model.flow import SopLink
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.library import Call
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Step
from sop_plugin.model.walk import STEP_LISTS


def calls_of(document: Document, sop: Sop) -> tuple[Call, ...]:
    """Every `call` of a step, a branch or an exception, in reading order. Few files have any."""
    if not document.mentioned(Namespace.SOP):
        return ()
    return tuple(call for name in STEP_LISTS for call in _below(document, (name,), getattr(sop, name), ()))


def _below(document: Document, way: Path, steps: tuple[Step, ...], around: tuple[str, ...]) -> Iterator[Call]:
    for number, step in enumerate(steps):
        here, within = (*way, number), (*around, step.id)
        for link, place in _in_step(step):
            yield Call(link.sop, link.step, within, document.locate((*here, *place)))
        yield from _below(document, (*here, "steps"), step.steps, within)


def _in_step(step: Step) -> Iterator[tuple[SopLink, Path]]:
    if step.call:
        yield step.call, ("call",)
    for number, branch in enumerate(step.branches):
        if branch.call:
            yield branch.call, ("branches", number, "call")
    for number, exception in enumerate(step.exceptions):
        if exception.call:
            yield exception.call, ("exceptions", number, "call")
