"""Laying a translation over the quiz that it translates."""

from __future__ import annotations

import dataclasses

from sop_plugin.model.answers import Blanks, Choice, Matching, Numeric, Ordering, Pair, ShortAnswer, TrueFalse
from sop_plugin.model.question import Answer, Question, question_fingerprint
from sop_plugin.model.quiz import Quiz, QuizTranslation
from sop_plugin.model.scenario import Scenario
from sop_plugin.model.scoring import EPSILON, folded


def translated_quiz(original: Quiz, translation: QuizTranslation) -> Quiz:
    """`original` in the words of `translation`.

    Which answers are right, numbers, points and what is tested are the original's. A question that is not translated,
    was before it changed, or is made otherwise stands in the original as a whole; `untranslated()` tells which.
    """
    words = {question.id: question for question in translation.questions if question.id}
    left = untranslated(original, translation)
    head = dataclasses.replace(
        original.head,
        title=translation.head.title or original.head.title,
        summary=translation.head.summary or original.head.summary,
        lang=translation.head.lang,
    )
    questions = tuple(
        question if question.id in left or not question.id else _translated(question, words[question.id])
        for question in original.questions
    )
    return Quiz(head, questions, translation.intro or original.intro)


def untranslated(original: Quiz, translation: QuizTranslation) -> frozenset[str]:
    """The ids of the questions that stand in the words of the original."""
    words = {question.id: question for question in translation.questions if question.id}
    return frozenset(question.id for question in original.questions if not _holds(question, words.get(question.id)))


def _holds(question: Question, words: Question | None) -> bool:
    if words is None or differs(question.answer, words.answer):
        return False
    return not words.of or words.of == question_fingerprint(question)


def differs(original: Answer | None, translation: Answer | None) -> bool:
    """Whether a translated answer is made otherwise than its original.

    A number, and whether a sentence is true, may be left out: they are the original's.
    """
    match original, translation:
        case (Numeric() | TrueFalse() | None, None):
            return False
        case Choice(), Choice():
            return _marks(original) != _marks(translation)
        case Ordering(), Ordering():
            return len(original.items) != len(translation.items)
        case Matching(), Matching():
            return _sizes(original) != _sizes(translation)
        case Numeric(), Numeric():
            # The unit may be another word, even another unit: what is worth the same is the same.
            value = translation.value * _factor(original, translation)
            return abs(value - original.value) > EPSILON * max(1.0, abs(original.value))
        case TrueFalse(), TrueFalse():
            return original.is_true != translation.is_true
        case Blanks(), Blanks():
            return list(map(type, original.blanks)) != list(map(type, translation.blanks))
        case Scenario(), Scenario():
            return _ways(original) != _ways(translation)
        case ShortAnswer(), ShortAnswer():
            return False
        case _:
            return True


def _factor(original: Numeric, words: Numeric) -> float:
    """What one unit of the translation is in that of the original."""
    return next((each.factor for each in original.units if each.unit == folded(words.unit)), 1.0)


def _marks(answer: Choice) -> list[tuple[bool, bool]]:
    return [(option.right, bool(option.picture)) for option in answer.options]


def _sizes(answer: Matching) -> tuple[int, int]:
    return len(answer.pairs), len(answer.extras)


def _ways(answer: Scenario) -> list[tuple[str, list[tuple[str, float]]]]:
    return [(scene.id, [(each.leads_to, each.points) for each in scene.choices]) for scene in answer.scenes]


def _translated(question: Question, words: Question) -> Question:
    return dataclasses.replace(
        question,
        title=words.title,
        text=words.text,
        answer=_in_words(question.answer, words.answer),
        explanation=words.explanation or question.explanation,
        hint=words.hint or question.hint,
        tags=words.tags or question.tags,
    )


def _in_words(original: Answer | None, words: Answer | None) -> Answer | None:
    """An answer in the words of its translation, which is made alike."""
    match original, words:
        case Choice(), Choice():
            told = zip(original.options, words.options, strict=True)
            options = tuple(
                dataclasses.replace(option, text=word.text, feedback=word.feedback or option.feedback)
                for option, word in told
            )
            return dataclasses.replace(original, options=options)
        case TrueFalse(), TrueFalse():
            if_true, if_false = words.if_true or original.if_true, words.if_false or original.if_false
            return TrueFalse(original.is_true, if_true, if_false)
        case Matching(), Matching():
            return Matching(tuple(Pair(pair.left, pair.right) for pair in words.pairs), words.extras)
        case Numeric(), Numeric():
            return dataclasses.replace(words, tolerance=original.tolerance / _factor(original, words))
        case (
            (Ordering(), Ordering()) | (ShortAnswer(), ShortAnswer()) | (Blanks(), Blanks()) | (Scenario(), Scenario())
        ):
            return words
        case _:
            return original
