"""What answers tell about questions and steps: how hard they are, and whether they tell who knows the work."""

from __future__ import annotations

import math
import statistics
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sop_plugin.model.result import Ending, QuestionResult, Result, ResultKind

FEWEST = 5
"""Answers without which a discrimination is chance and none is given."""


@dataclass(frozen=True, slots=True)
class ItemAnalysis:
    """A question as it was answered in finished attempts.

    `difficulty` is the mean score, 0 to 1: the share right, where there is no partial credit; a high one is easy.
    `discrimination` is -1 to 1, None where there are too few answers or all are alike. `seconds` is the median time.
    `wrong` is the wrong option or text that was given most often, `wrong_count` how often.
    """

    quiz: str
    key: str
    print: str
    kind: str
    answers: int
    difficulty: float
    discrimination: float | None
    seconds: float | None
    wrong: str = ""
    wrong_count: int = 0


@dataclass(frozen=True, slots=True)
class StepAnalysis:
    """A step, at its address, as it was done in checklists and asked about in quizzes.

    `asked` counts answers to questions that test it, `difficulty` is their mean score. `done` counts how often it was
    done, `troubled` how often with an exception or left out, `seconds` is the mean time.
    """

    address: str
    title: str
    asked: int
    difficulty: float | None
    done: int
    troubled: int
    seconds: float | None


def discrimination(scores: Sequence[float], rests: Sequence[float]) -> float | None:
    """The corrected item-total correlation: Pearson's r between the score of an item and that of all the rest,

        r = sum((x - mean x) (y - mean y)) / sqrt(sum((x - mean x)^2) sum((y - mean y)^2)),

    with y the total without the item itself, which would correlate with itself. Where x is only 0 or 1 that is the
    point-biserial correlation (M1 - M0) / s * sqrt(p (1 - p)), s being the standard deviation of y over all.

    S. Henrysson, "Correction of item-total correlations in item analysis", Psychometrika 28 (1963), 211-218. None
    where one of them does not vary, or there are fewer than `FEWEST` of them.
    """
    if len(scores) < FEWEST:
        return None
    mean_x, mean_y = statistics.fmean(scores), statistics.fmean(rests)
    pairs = [(x - mean_x, y - mean_y) for x, y in zip(scores, rests, strict=True)]
    spread = math.sqrt(math.fsum(x * x for x, _ in pairs) * math.fsum(y * y for _, y in pairs))
    if spread < 1e-12:
        return None
    return max(-1.0, min(1.0, math.fsum(x * y for x, y in pairs) / spread))


def item_analysis(results: Iterable[Result]) -> list[ItemAnalysis]:
    """Each question as it stands in each of its wordings, by quiz and key.

    Only finished attempts count. Where questions are drawn, attempts asked different ones: the rest of an attempt is
    the share of its other points that were earned.
    """
    asked: dict[tuple[str, str, str], list[tuple[QuestionResult, float]]] = {}
    for result in _finished_quizzes(results):
        whole = sum(each.points for each in result.questions)
        earned = sum(each.score * each.points for each in result.questions)
        for each in result.questions:
            others = whole - each.points
            rest = (earned - each.score * each.points) / others if others > 0 else math.nan
            asked.setdefault((result.subject, each.key, each.print), []).append((each, rest))
    return [_item(quiz, found) for (quiz, _, _), found in sorted(asked.items())]


def _finished_quizzes(results: Iterable[Result]) -> Iterable[Result]:
    return (each for each in results if each.kind is ResultKind.QUIZ and each.ending is Ending.FINISHED)


def _item(quiz: str, found: Sequence[tuple[QuestionResult, float]]) -> ItemAnalysis:
    first = found[0][0]
    with_rest = [(each.score, rest) for each, rest in found if not math.isnan(rest)]
    seconds = [each.seconds for each, _ in found if each.seconds is not None]
    wrong = Counter(given for each, _ in found for given in each.wrong)
    # Of several that are given as often, the first in order, so that the same records make the same report.
    most = min(wrong.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
    return ItemAnalysis(
        quiz=quiz,
        key=first.key,
        print=first.print,
        kind=first.kind,
        answers=len(found),
        difficulty=statistics.fmean(each.score for each, _ in found),
        discrimination=discrimination([score for score, _ in with_rest], [rest for _, rest in with_rest]),
        seconds=statistics.median(seconds) if seconds else None,
        wrong=most[0],
        wrong_count=most[1],
    )


def step_analysis(results: Sequence[Result]) -> list[StepAnalysis]:
    """Each step that was done or asked about, by its address."""
    scores: dict[str, list[float]] = {}
    for result in _finished_quizzes(results):
        for question in result.questions:
            for address in question.tests:
                scores.setdefault(address, []).append(question.score)
    titles: dict[str, str] = {}
    done: dict[str, list[float]] = {}
    for result in results:
        for step in result.steps:
            address = f"{result.subject}/{step.step}"
            titles[address] = step.title
            sums = done.setdefault(address, [0, 0, 0.0])
            for at, value in enumerate((step.done, step.troubled, step.seconds)):
                sums[at] += value
    return [_step(address, scores, done, titles) for address in sorted({*scores, *done})]


def _step(
    address: str, scores: Mapping[str, list[float]], done: Mapping[str, list[float]], titles: Mapping[str, str]
) -> StepAnalysis:
    times, troubled, seconds = done.get(address, [0, 0, 0.0])
    found = scores.get(address, [])
    return StepAnalysis(
        address,
        titles.get(address, ""),
        len(found),
        statistics.fmean(found) if found else None,
        int(times),
        int(troubled),
        seconds / times if times else None,
    )
