"""Reads the front matter and the questions of a quiz, or of a translation of one, into its document."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from sop_plugin.model.diagnostic import Span
from sop_plugin.model.document import Document, Mention
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.question import Question
from sop_plugin.model.quiz import Quiz, QuizHead, QuizTranslation, QuizTranslationHead
from sop_plugin.reading.decode import record_decoder
from sop_plugin.reading.decoding import INVALID, Decoding
from sop_plugin.reading.found_in_prose import Places, note_prose
from sop_plugin.reading.quizzes.questions import read_questions
from sop_plugin.reading.quizzes.state import Reading, without_blank_marks
from sop_plugin.reading.source import Source
from sop_plugin.reading.yaml_tree import MappingNode

_decode_quiz = record_decoder(QuizHead)
_decode_translation = record_decoder(QuizTranslationHead)


def read_quiz_head(document: Document, root: MappingNode, state: Decoding, *, is_translation: bool) -> None:
    """Reads the front matter of a quiz or of a translation of one."""
    if is_translation:
        words = _decode_translation(root, state)
        document.quiz_translation = None if words is INVALID else QuizTranslation(words)
    else:
        head = _decode_quiz(root, state)
        document.quiz = None if head is INVALID else Quiz(head)
    # Steps are those of other files, and what is let stand is let stand at questions.
    state.mentions = [mention for mention in state.mentions if mention.namespace is not Namespace.STEP]


def read_quiz_body(body: str, source: Source, document: Document, state: Decoding, places: Places) -> None:
    """Reads the questions below the front matter of a quiz or of a translation of one."""
    body = without_blank_marks(body)
    noted = len(state.faults)
    reading = Reading(body.split("\n"), source.body_line, state, places=document.places)
    intro, questions = read_questions(body, reading)
    # What was found in the front matter is told already.
    document.faults += state.faults[noted:] if source.is_closed else []
    _mention_tested(document, questions, state)
    if document.quiz is not None:
        document.quiz = dataclasses.replace(document.quiz, questions=questions, intro=intro)
    if document.quiz_translation is not None:
        document.quiz_translation = dataclasses.replace(document.quiz_translation, questions=questions, intro=intro)
    for text, first, last in reading.markdown:
        note_prose(text, first, last, first, document, places)


def _mention_tested(document: Document, questions: Sequence[Question], state: Decoding) -> None:
    """Notes the SOPs and steps that questions test, so that those which are not there are found like any others."""
    for number, question in enumerate(questions):
        for at, tested in enumerate(question.tests):
            line, column, *_ = document.places[number, "tests", at]
            sop, step = tested.address.sop, tested.address.step
            state.mentions.append(Mention(Namespace.SOP, sop, Span(line, column, line, column + len(sop))))
            if step:
                start = column + len(sop) + 1
                state.mentions.append(Mention(Namespace.STEP, step, Span(line, start, line, start + len(step)), sop))
