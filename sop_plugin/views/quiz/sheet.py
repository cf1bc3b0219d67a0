"""A quiz as its page is told of it: what it asks, from which files, and what has changed of what it tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sop_plugin.model.document import Document
from sop_plugin.model.question import Question
from sop_plugin.model.quiz import Quiz
from sop_plugin.views.context import ViewContext
from sop_plugin.views.entries import RoleName


@dataclass(frozen=True, slots=True)
class Suspect:
    """A place that a question tests, and that says something else than when somebody last looked at the question."""

    address: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question of a page. `key` is its place there, unique in the page, and the name that attempts know it by.

    `document` is the file that it stands in, of this quiz or of another that the quiz draws from. `print` is the
    fingerprint of its original, the same in every language. `lang` is the language of its words where that is not the
    page's, else empty.
    """

    key: str
    question: Question
    document: Document
    print: str
    suspects: tuple[Suspect, ...] = ()
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Pool:
    """How many questions are drawn for an attempt, and the keys of those that they are drawn from."""

    count: int
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuizSheet:
    """A quiz with all that its page may ask.

    `pools` is empty where every question is asked. `prints` are the fingerprints of the places covered, by address
    (`order/greet`, or `order` for a whole SOP). `context` is that of the page; its `path` is the quiz's own file, from
    which its links are written, and its `url_of` knows where files of quizzes are published. `roles` are those whom it
    is for, none where it is for everybody. `suggestion` is the address at which an improvement is suggested, empty
    where the site wants none.
    """

    quiz: Quiz
    document: Document
    asked: tuple[AskedQuestion, ...]
    context: ViewContext
    roles: tuple[RoleName, ...] = ()
    pools: tuple[Pool, ...] = ()
    prints: Mapping[str, str] = field(default_factory=dict)
    suggestion: str = ""

    @property
    def count(self) -> int:
        """How many questions an attempt asks."""
        return asked_at_once(self.asked, self.pools)


def asked_at_once(asked: Sequence[AskedQuestion], pools: Sequence[Pool]) -> int:
    """How many of the questions an attempt asks, none of them twice."""
    if not pools:
        return len(asked)
    return min(sum(pool.count for pool in pools), len({key for pool in pools for key in pool.keys}))
