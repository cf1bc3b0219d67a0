"""The steps of a procedure and the questions of a quiz as an outline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sop_plugin.model.diagnostic import Span
from sop_plugin.model.document import Document
from sop_plugin.model.document import Path as Way
from sop_plugin.model.scenario import Scenario
from sop_plugin.model.step import Step
from sop_plugin.model.walk import STEP_LISTS


@dataclass(frozen=True, slots=True)
class Symbol:
    """A step or a question: its id and title, where it stands, where its id stands, and the steps or scenes in it."""

    name: str
    title: str
    span: Span
    at: Span
    within: tuple[Symbol, ...]


def symbols(document: Document) -> tuple[Symbol, ...]:
    """The steps of an SOP, the questions of a quiz, or those of a translation, in the order of the file."""
    if document.sop is not None:
        lists = ((name, getattr(document.sop, name)) for name in STEP_LISTS)
        return tuple(symbol for name, steps in lists for symbol in _steps(document, (name,), steps))
    if document.translation is not None:
        ways: list[tuple[Way, str]] = [(("steps", n), step) for n, step in enumerate(document.translation.steps)]
        return tuple(Symbol(step, "", document.locate(way), document.locate((*way, "id")), ()) for way, step in ways)
    return tuple(_questions(document))


def _questions(document: Document) -> Iterator[Symbol]:
    """Each question up to the next one, and in a case each scene up to the next one."""
    end = document.text.count("\n") + 1
    starts = [document.places[number,] for number in range(len(document.questions))]
    for number, question in enumerate(document.questions):
        last = starts[number + 1].line - 1 if number + 1 < len(starts) else end
        scenes = question.answer.scenes if isinstance(question.answer, Scenario) else ()
        places = [document.places[number, "scenes", position] for position in range(len(scenes))]
        ends = [*(place.line - 1 for place in places[1:]), last][: len(scenes)]
        within = tuple(
            Symbol(scene.id, scene.title, _up_to(place, to), place, ())
            for scene, place, to in zip(scenes, places, ends, strict=True)
            if place != starts[number]  # the question itself is its first scene
        )
        yield Symbol(question.id, question.title, _up_to(starts[number], last), starts[number], within)


def _up_to(start: Span, line: int) -> Span:
    """From the beginning of a line to the beginning of the line behind `line`."""
    return Span(start.line, 1, max(line, start.line) + 1, 1)


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
