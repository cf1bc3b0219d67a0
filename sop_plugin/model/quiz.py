"""A quiz: what its front matter says, and its questions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from sop_plugin.model.amount import Amount
from sop_plugin.model.kinds import (
    AnyId,
    Declares,
    Language,
    Line,
    Namespace,
    QuizRef,
    RoleRef,
    SopRef,
    StepRef,
    Title,
    authored,
)
from sop_plugin.model.question import Difficulty, Question
from sop_plugin.model.suppression import Suppression
from sop_plugin.model.time import Duration


class Feedback(StrEnum):
    """When somebody who answers is told what was right."""

    AT_ONCE = "at-once"
    AT_END = "at-end"


class DerivedKind(StrEnum):
    """What a question that the platform makes from an SOP asks for."""

    ALL = "all"
    ORDER = "order"
    NEXT = "next"
    TIME_LIMIT = "time-limit"
    STANDARD = "standard"
    EXCEPTION = "exception"
    TOOL = "tool"
    ROLE = "role"
    BRANCH = "branch"


@dataclass(frozen=True, slots=True)
class Draw:
    """How many questions are drawn, and from which: of all that fit, those not seen yet come first.

    Without `quizzes`, from this quiz alone. A question fits where each of the lists that is filled in holds something
    of its own: one of the tags, one of the SOPs that it tests, its difficulty.
    """

    shorthand: ClassVar[str] = "count"

    count: int = authored("8")
    quizzes: tuple[QuizRef, ...] = authored("[ordering-basics]", default=())
    tags: tuple[Title, ...] = authored("[allergens]", default=())
    sops: tuple[SopRef, ...] = authored("[cafe-ordering]", default=())
    difficulty: tuple[Difficulty, ...] = authored("[hard]", default=())


@dataclass(frozen=True, slots=True)
class Derive:
    """Questions that the platform makes from the SOPs: of which kind, from which SOPs and steps, and at most how many.

    Without `sops`, from all that the quiz covers.
    """

    shorthand: ClassVar[str] = "kind"

    kind: DerivedKind = authored("time-limit")
    sops: tuple[SopRef, ...] = authored("[cafe-ordering]", default=())
    steps: tuple[StepRef, ...] = authored("[greet]", default=())
    count: int | None = authored("3", default=None)


@dataclass(frozen=True, slots=True)
class QuizHead:
    """The front matter of a quiz."""

    quiz: Annotated[int, "the version of the format"] = authored("1")
    id: Annotated[str, Declares(Namespace.QUIZ)] = authored("ordering-basics")
    title: Title = authored("Ordering at the counter")
    was: tuple[AnyId, ...] = authored("[ordering-test]", default=())
    # what it is about, and for whom
    sops: tuple[SopRef, ...] = authored("[cafe-ordering]", default=())
    audience: tuple[RoleRef, ...] = authored("[cashier, trainee]", default=())
    summary: Line | None = authored("From the greeting to the receipt.", default=None)
    tags: tuple[Title, ...] = authored("[counter]", default=())
    difficulty: Difficulty | None = authored("medium", default=None)
    # how it is taken
    pass_: Amount | None = authored("80 %", key="pass", default=None)
    draw: tuple[Draw, ...] = authored("8", default=())
    derive: tuple[Derive, ...] = authored("[time-limit, role]", default=())
    shuffle: bool = authored("false", default=True)
    feedback: Feedback = authored("at-end", default=Feedback.AT_ONCE)
    attempts: int | None = authored("3", default=None)
    time_limit: Duration | None = authored("10 min", default=None)
    refresher: Duration | None = authored("6 months", default=None)
    lang: Language | None = authored("en", default=None)
    # what the checks are told
    suppress: tuple[Suppression, ...] = authored(
        "\n  - {rule: answer-given-away, reason: The long answer is the wrong one in life as well.}", default=()
    )

    @property
    def pass_mark(self) -> float:
        """The share of all points, 0 to 1, from which the quiz is passed; 0.8 where the author names none."""
        low = self.pass_.low if self.pass_ else None
        return DEFAULT_PASS_MARK if low is None else low / 100


DEFAULT_PASS_MARK = 0.8


@dataclass(frozen=True, slots=True)
class QuizTranslationHead:
    """The front matter of a translation of a quiz. All else is the original's."""

    quiz: Annotated[int, "the version of the format"] = authored("1")
    translates: QuizRef = authored("ordering-basics")
    lang: Language = authored("en")
    title: Title | None = authored("Ordering at the counter", default=None)
    summary: Line | None = authored("From the greeting to the receipt.", default=None)
    suppress: tuple[Suppression, ...] = authored(
        "\n  - {rule: question-not-translated, reason: It asks for a Chinese idiom.}", default=()
    )


@dataclass(frozen=True, slots=True)
class Quiz:
    """A quiz as it stands in its file. `intro` is the Markdown before the first question."""

    head: QuizHead
    questions: tuple[Question, ...] = ()
    intro: str = ""


@dataclass(frozen=True, slots=True)
class QuizTranslation:
    """The words of a quiz in one language, its questions keyed by the same ids.

    Which answers are right, times, what is tested and drawn are the original's; a translation's question holds its own
    words and, since those are language too, its own accepted short answers.
    """

    head: QuizTranslationHead
    questions: tuple[Question, ...] = ()
    intro: str = ""
