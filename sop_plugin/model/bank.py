"""Banks of questions: what may be drawn, from one quiz or from several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sop_plugin.model.question import Difficulty, Question
from sop_plugin.model.quiz import Draw, Quiz, QuizHead


@dataclass(frozen=True, slots=True)
class BankItem:
    """A question as a draw sees it: the ids of its quiz and itself, and what it can be drawn by."""

    quiz: str
    question: str
    tags: tuple[str, ...]
    sops: tuple[str, ...]
    difficulty: Difficulty


def items_of(quiz: Quiz) -> tuple[BankItem, ...]:
    """The questions of a quiz. Its own tags and difficulty are those of each of them."""
    head = quiz.head
    return tuple(_item(head, question) for question in quiz.questions)


def _item(head: QuizHead, question: Question) -> BankItem:
    sops = tuple(dict.fromkeys(tested.address.sop for tested in question.tests)) or head.sops
    difficulty = question.difficulty or head.difficulty or Difficulty.MEDIUM
    return BankItem(head.id, question.id, (*question.tags, *head.tags), sops, difficulty)


def fitting(draw: Draw, home: str, items: Iterable[BankItem]) -> tuple[BankItem, ...]:
    """The questions that a draw, which stands in the quiz `home`, may draw from, in the order of `items`.

    Who draws takes those that were not seen yet first, and never one twice.
    """
    banks = draw.quizzes or (home,)
    return tuple(
        item
        for item in items
        if item.quiz in banks
        and (not draw.tags or not frozenset(draw.tags).isdisjoint(item.tags))
        and (not draw.sops or not frozenset(draw.sops).isdisjoint(item.sops))
        and (not draw.difficulty or item.difficulty in draw.difficulty)
    )


def lacking(draws: Sequence[Draw], home: str, items: Sequence[BankItem]) -> tuple[int, ...]:
    """For each draw, how many questions it lacks once those before it have taken theirs, 0 where it has enough.

    A question is drawn once: those that fit no other draw are taken first, so that none is short without need as far
    as two draws are concerned.
    """
    pools = [{(item.quiz, item.question) for item in fitting(draw, home, items)} for draw in draws]
    short = []
    taken: set[tuple[str, str]] = set()
    for number, draw in enumerate(draws):
        later = set().union(*pools[number + 1 :])
        free = sorted(pools[number] - taken, key=lambda each: (each in later, each))
        taken.update(free[: draw.count])
        short.append(max(0, draw.count - len(free)))
    return tuple(short)
