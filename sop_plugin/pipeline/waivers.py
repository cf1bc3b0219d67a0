"""The suppressions of a file, with the lines that they hold for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sop_plugin.model.document import Document, Path
from sop_plugin.model.suppression import Suppression, Waiver
from sop_plugin.model.walk import ways_to_steps

BEHIND_THE_END = 1 << 30
"""A line that no file has."""


def waivers_of(document: Document) -> tuple[Waiver, ...]:
    """What the writers of an SOP, a quiz or a translation let stand."""
    suppressions = _suppressions(document)
    if not suppressions:
        return ()
    lines = _lines(document) if any(each.at for each in suppressions) else {}
    return tuple(_waiver(document, number, each, lines) for number, each in enumerate(suppressions))


def _suppressions(document: Document) -> tuple[Suppression, ...]:
    quiz = document.quiz or document.quiz_translation
    source = document.sop or document.translation or (quiz and quiz.head)
    return source.suppress if source else ()


def _lines(document: Document) -> dict[str, list[tuple[int, int]]]:
    return _lines_of_questions(document) if document.questions else _lines_of_steps(document)


def _lines_of_questions(document: Document) -> dict[str, list[tuple[int, int]]]:
    """The lines of each question, from its heading to the next."""
    starts = [(document.places[number,].line, question.id) for number, question in enumerate(document.questions)]
    lines: dict[str, list[tuple[int, int]]] = {}
    for (start, question), (next_start, _) in pairwise([*starts, (BEHIND_THE_END, "")]):
        lines.setdefault(question, []).append((start, next_start - 1))
    return lines


def _waiver(document: Document, number: int, each: Suppression, lines: dict[str, list[tuple[int, int]]]) -> Waiver:
    at = tuple(stretch for step in each.at for stretch in lines.get(step, ()))
    # An unknown step or question is no whole file: such a suppression holds nowhere.
    return Waiver(
        each.rule,
        each.reason,
        at or ((0, 0),) * bool(each.at),
        each.until,
        document.locate(("suppress", number, "rule")),
    )


def _lines_of_steps(document: Document) -> dict[str, list[tuple[int, int]]]:
    """The lines of each step: in the front matter, and from its heading to the next in the text below."""
    lines: dict[str, list[tuple[int, int]]] = {}
    for path, step in _ways(document):
        span = document.locate(path)
        lines.setdefault(step, []).append((span.line, span.end_line))
    headings = sorted((span.line, step) for step, span in document.headings.items())
    for (start, step), (next_start, _) in pairwise([*headings, (BEHIND_THE_END, "")]):
        lines.setdefault(step, []).append((start, next_start - 1))
    return lines


def _ways(document: Document) -> Iterator[tuple[Path, str]]:
    if document.sop is not None:
        yield from ((way, step.id) for way, step in ways_to_steps(document.sop))
    elif document.translation is not None:
        yield from ((("steps", number), step) for number, step in enumerate(document.translation.steps))
