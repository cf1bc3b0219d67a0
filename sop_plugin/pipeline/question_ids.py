"""Adds the ids that questions and scenes lack."""

from __future__ import annotations

from sop_plugin.model.diagnostic import Span
from sop_plugin.model.document import Document
from sop_plugin.pipeline.confirming import edited


def with_ids(document: Document, data: bytes) -> tuple[bytes, int]:
    """The bytes of a quiz with an id at the end of each heading that needs one, and how many were added."""
    edits = missing_ids(document)
    return edited(data, edits) if edits else data, len(edits)


def missing_ids(document: Document) -> list[tuple[Span, str]]:
    """What is to be written where, so that each question and scene of a quiz has an id.

    New ids are `q1`, `q2` and so on, and `scene-1` for scenes; none is one that stands in the file. A translation is
    left alone: its ids are those of the original, which only somebody who reads both can tell.
    """
    if document.quiz is None:
        return []
    lines = document.text.split("\n")
    missing = [fault for fault in document.faults if fault.rule == "scene-without-id" and fault.instead]
    edits = [(fault.span, fault.instead or "") for fault in missing]
    taken = {question.id for question in document.questions}
    number = 0
    for position, question in enumerate(document.questions):
        if question.id or (position, "id") in document.places:
            continue
        number += 1
        while f"q{number}" in taken:
            number += 1
        line = document.places[position,].line
        end = len(lines[line - 1].rstrip()) + 1
        edits.append((Span(line, end, line, end), f" {{#q{number}}}"))
    return edits
