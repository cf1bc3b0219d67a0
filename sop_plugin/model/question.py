"""A question: what is asked, what counts as right, and what it tests."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sop_plugin.model.answers import Blanks, Choice, Matching, Numeric, Ordering, ShortAnswer, TrueFalse
from sop_plugin.model.fingerprint import fingerprint
from sop_plugin.model.scenario import Scenario
from sop_plugin.model.tested import Tested

Answer = Choice | TrueFalse | Ordering | Matching | Numeric | ShortAnswer | Blanks | Scenario


class QuestionKind(StrEnum):
    """The ways to ask."""

    SINGLE_CHOICE = "single-choice"
    MULTIPLE_CHOICE = "multiple-choice"
    PICTURE_CHOICE = "picture-choice"
    TRUE_FALSE = "true-false"
    ORDERING = "ordering"
    MATCHING = "matching"
    NUMERIC = "numeric"
    SHORT_ANSWER = "short-answer"
    BLANKS = "blanks"
    SCENARIO = "scenario"


class Difficulty(StrEnum):
    """How hard a question is for somebody who knows the work."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


_KINDS: dict[type, QuestionKind] = {
    TrueFalse: QuestionKind.TRUE_FALSE,
    Ordering: QuestionKind.ORDERING,
    Matching: QuestionKind.MATCHING,
    Numeric: QuestionKind.NUMERIC,
    ShortAnswer: QuestionKind.SHORT_ANSWER,
    Blanks: QuestionKind.BLANKS,
    Scenario: QuestionKind.SCENARIO,
}


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    `id` is the author's, unique within the quiz ("" where it is missing), or of a derived question made from what it
    tests. `title` is the line it begins with, `text` what follows, both Markdown. `answer` is None where no way to
    answer could be understood. `explanation` is shown after answering, `hint` on demand. `points` is its weight in the
    quiz. `shuffle` is False where the options must stay in their order. `of` is, in a translation, the fingerprint of
    the question that was translated. `derived` is, of one that the platform made from the SOP,
    the fingerprint of what it was made from, the same in every language, and otherwise "".
    """

    id: str
    title: str
    text: str = ""
    answer: Answer | None = None
    explanation: str = ""
    hint: str = ""
    tests: tuple[Tested, ...] = ()
    tags: tuple[str, ...] = ()
    difficulty: Difficulty | None = None
    points: float = 1.0
    shuffle: bool = True
    of: str = ""
    derived: str = ""

    @property
    def kind(self) -> QuestionKind | None:
        """The way it asks; None where there is no answer."""
        if isinstance(self.answer, Choice):
            if self.answer.of_pictures:
                return QuestionKind.PICTURE_CHOICE
            return QuestionKind.MULTIPLE_CHOICE if self.answer.several else QuestionKind.SINGLE_CHOICE
        return _KINDS.get(type(self.answer))


def question_fingerprint(question: Question) -> str:
    """The fingerprint of what is asked, what counts as right and what is said about it.

    Records and translations keep it. What the question tests, its tags and its weight leave it unchanged. A derived
    question is the same in every language, whatever distractors each has for it.
    """
    if question.derived:
        return question.derived
    said = (question.title, question.text, question.explanation, question.hint)
    return fingerprint((said, question.answer))
