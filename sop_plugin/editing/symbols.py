"""The steps of a file as an outline."""

from __future__ import annotations

from dataclasses import dataclass

from sop_plugin.model.diagnostic import Span
from sop_plugin.model.document import Document
from sop_plugin.model.document import Path as Way
from sop_plugin.model.step import Step
from sop_plugin.model.walk import STEP_LISTS


@dataclass(frozen=True, slots=True)
class Symbol:
    """A step: its id and title, where it stands, where its id stands, and the steps within it."""

    name: str
    title: str
    span: Span
    at: Span
    within: tuple[Symbol, ...]


def symbols(document: Document) -> tuple[Symbol, ...]:
    """The steps of an SOP or of a translation, in the order of the file."""
    if document.sop is not None:
        lists = ((name, getattr(document.sop, name)) for name in STEP_LISTS)
        return tuple(symbol for name, steps in lists for symbol in _steps(document, (name,), steps))
    if document.translation is not None:
        ways: list[tuple[Way, str]] = [(("steps", n), step) for n, step in enumerate(document.translation.steps)]
        return tuple(Symbol(step, "", document.locate(way), document.locate((*way, "id")), ()) for way, step in ways)
    return ()


def _steps(document: Document, way: Way, steps: tuple[Step, ...]) -> tuple[Symbol, ...]:
    return tuple(
        Symbol(
            step.id,
            step.title or "",
            document.locate((*way, number)),
            document.locate((*way, number, "id")),
            _steps(document, (*way, number, "steps"), step.steps),
        )
        for number, step in enumerate(steps)
    )
