"""Pins questions to what the SOPs say now, and translated ones to their originals, once somebody has looked at them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sop_plugin.checks.question_pairs import question_pairs
from sop_plugin.checks.tested import tested_places
from sop_plugin.model.diagnostic import Span
from sop_plugin.model.document import Document
from sop_plugin.model.question import question_fingerprint
from sop_plugin.pipeline.confirming import Confirmed, edited
from sop_plugin.pipeline.quiz_facts import testing_of
from sop_plugin.pipeline.shelf import Shelf, quiz_names


def places_of_question(shelf: Shelf, name: str) -> list[tuple[str, str]]:
    """The files that have a question, with its id. It is named `quiz/question`, or `question` alone."""
    quiz, slash, question = name.rpartition("/")
    return [
        (document.path, question)
        for document in shelf.documents.values()
        if any(each.id == question for each in document.questions) and (not slash or quiz in _names(document))
    ]


def _names(document: Document) -> Sequence[str]:
    words = document.quiz_translation
    return (words.head.translates,) if words else quiz_names(document)


def confirmed_questions(shelf: Shelf, path: str, questions: Sequence[str] = ()) -> Confirmed | None:
    """The quiz at `path`, or translation of one, with pins for `questions`, by default for all; nothing is written.

    All else in the file stays as it is. None where the file is neither, or is the translation of no quiz there is.
    Of a quiz, questions that test nothing have nothing to pin and count as right.
    """
    document = shelf.documents[path]
    original = shelf.original(document)
    if document.quiz is None and original is None:
        return None
    known = {question.id for question in document.questions if question.id}
    wanted = list(dict.fromkeys(questions)) or [question.id for question in document.questions if question.id]
    found = _translated(document, original) if original else _tested(document, shelf)
    edits: dict[str, list[tuple[Span, str]]] = {}
    nothing_there: set[str] = set()
    for question, edit in found:
        if edit is None:
            nothing_there.add(question)
        else:
            edits.setdefault(question, []).append(edit)
    strange = tuple(each for each in wanted if each not in known)
    left = tuple(each for each in wanted if each in nothing_there)
    done = tuple(each for each in wanted if each in edits)
    right = tuple(each for each in wanted if each not in (*strange, *left, *done))
    changes = [edit for question in done for edit in edits[question]]
    return Confirmed(edited(shelf.folder.read(path), changes), done, right, left, strange)


Edits = Iterator[tuple[str, tuple[Span, str] | None]]
"""Ids of questions with what is to be written, or None where there is nothing to pin it to."""


def _tested(document: Document, shelf: Shelf) -> Edits:
    for place in tested_places(testing_of(document), [each.sop for each in shelf.sops(document) if each.sop]):
        if not place.now:
            yield place.question, None
        elif all(each.pin != place.tested.pin for each in place.now):
            yield place.question, (place.span_of_all, place.pinned)


def _translated(document: Document, original: Document) -> Edits:
    lines = document.text.split("\n")
    for number, question, source in question_pairs(original, document):
        if source is None:
            yield question.id, None
            continue
        pin = question_fingerprint(source)
        if question.of == pin:
            continue
        place = document.places.get((number, "of"))
        if place is None:
            line = document.places[number,].line
            end = len(lines[line - 1]) + 1
            yield question.id, (Span(line, end, line, end), f"\nof: {pin}")
        else:
            yield question.id, (place, pin)
