"""Answers and responses at random, always the same, each with its score.

`python -m tests.support.scored_answers` prints them as JSON, for the test that holds the browser to the same scores.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

from sop_plugin.model.answers import (
    Blanks,
    Choice,
    Matching,
    Numeric,
    Option,
    Ordering,
    Pair,
    ShortAnswer,
    TrueFalse,
    UnitFactor,
)
from sop_plugin.model.question import Answer
from sop_plugin.model.scenario import END, Scenario, Scene, SceneChoice
from sop_plugin.model.scoring import score
from sop_plugin.views.quiz.answer_data import answer_data

COUNT = 10_000
SEED = 6

WORDS = (
    "熱",
    "冷",
    "ERP 042",
    "ｅｒｐ０４２",
    "Greet",
    "greet!",
    "道歉。",
    "道歉",
    "ΑΣ",
    "ﬁle",
    "file",
    "a\u200bb",
    "ab",
    ". .",
    "",
)
TYPED = (
    "30", "0.5 min", "３０ｓ", "30.0000000001 s", "1,000", "1,00", "-4 s", "−4", "+30", ".5", "30 kg", "35", "35.1",
    "3e1", "30s.", "25 秒", "1 min 5", "0x1e", "²", "30\u00a0s", "9" * 40, "9" * 400, "-" + "9" * 400, "9" * 308 + " min",
)  # fmt: skip
UNITS = (UnitFactor("s", 1.0), UnitFactor("秒", 1.0), UnitFactor("min", 60.0))


def _choice(at: random.Random) -> Answer:
    rights = [at.random() < 0.5 for _ in range(at.randint(0, 6))]
    return Choice(tuple(Option(str(number), right) for number, right in enumerate(rights)), at.random() < 0.6)


def _words(at: random.Random) -> ShortAnswer:
    return ShortAnswer(tuple(at.choices(WORDS, k=at.randint(1, 3))))


def _number(at: random.Random) -> Numeric:
    return Numeric(at.choice((0.0, 0.1, 0.3, 30.0, -4.0, 1000.0)), at.choice((0.0, 0.2, 5.0)), "s", UNITS)


def _matching(at: random.Random) -> Answer:
    pairs = tuple(Pair(str(number), at.choice(WORDS)) for number in range(at.randint(0, 5)))
    return Matching(pairs, tuple(at.choices(WORDS, k=at.randint(0, 2))))


def _scenario(at: random.Random) -> Answer:
    names = [f"scene-{number}" for number in range(at.randint(1, 5))]
    targets = (*names, END, "nowhere")

    def choices() -> tuple[SceneChoice, ...]:
        made = range(at.randint(0, 3))
        return tuple(SceneChoice("...", at.choice(targets), at.choice((-1.0, 0.0, 0.5, 0.1, 2.0))) for _ in made)

    return Scenario(tuple(Scene(name, choices=choices()) for name in names))


MAKES: tuple[Callable[[random.Random], Answer], ...] = (
    _choice,
    lambda at: TrueFalse(at.random() < 0.5),
    lambda at: Ordering(tuple(map(str, range(at.randint(0, 6))))),
    _matching,
    _number,
    _words,
    lambda at: Blanks(tuple(at.choice((_words, _number))(at) for _ in range(at.randint(0, 4)))),
    _scenario,
)


def _typed(at: random.Random) -> str:
    return at.choice((*WORDS, *TYPED))


def _response(at: random.Random, answer: Answer) -> object:
    """One of the answer's own make mostly, near to right or not; else whatever a file may hold."""
    if at.random() < 0.1:
        return at.choice((None, True, 0, 1.5, "x", [], [None], [[0]], {"a": 1}, [True, 0], ["0"], [-1], [0, 0], [99]))
    match answer:
        case Choice():
            return at.sample(range(len(answer.options)), at.randint(0, len(answer.options)))
        case TrueFalse():
            return at.random() < 0.5
        case Ordering():
            return at.sample(range(len(answer.items)), len(answer.items))
        case Matching():
            return [at.choice((None, *range(len(answer.choices)))) for _ in answer.pairs]
        case Numeric() | ShortAnswer():
            return _typed(at)
        case Blanks():
            return [_typed(at) for _ in answer.blanks]
        case Scenario():
            return _way(at, answer)


def _way(at: random.Random, case: Scenario) -> list[int]:
    """Choices from scene to scene, mostly up to an end."""
    made: list[int] = []
    for _ in range(8):
        passed = list(case.walk(tuple(made)))
        target = passed[-1][1].leads_to if passed else case.scenes[0].id
        scene = case.scene(target)
        if scene is None or not scene.choices or at.random() < 0.03:
            break
        made.append(at.randrange(len(scene.choices)))
    return made


def scored_answers(count: int = COUNT) -> list[tuple[dict[str, Any], object, float]]:
    """As many answers as data, each with a response and its score."""
    at = random.Random(SEED)
    found = []
    for number in range(count):
        answer = MAKES[number % len(MAKES)](at)
        response = _response(at, answer)
        found.append((answer_data(answer), response, score(answer, response)))
    return found


if __name__ == "__main__":
    print(json.dumps(scored_answers()))
