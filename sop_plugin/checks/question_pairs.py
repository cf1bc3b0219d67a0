"""The questions of a quiz's translation beside those that they translate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sop_plugin.model.document import Document
from sop_plugin.model.question import Question


class QuestionPair(NamedTuple):
    """A question of a translation by its number, and the one of that id in the original, None where it has none."""

    number: int
    words: Question
    source: Question | None


def question_pairs(original: Document, translation: Document) -> Iterator[QuestionPair]:
    """Every question of a translation, in the order of its file; none of documents that are no quiz and translation."""
    if original.quiz is None or translation.quiz_translation is None:
        return
    by_id = {question.id: question for question in original.questions if question.id}
    for number, words in enumerate(translation.questions):
        yield QuestionPair(number, words, by_id.get(words.id))
