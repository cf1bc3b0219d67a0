"""How answers are scored: from 0, wrong, to 1, right.

The browser scores the same way, and the two are held to the same result on the same answers. So everything here uses
only what both languages have: IEEE doubles, NFKC, lower case, and the characters that are listed.

A response is what JSON can hold:

- Choice: a list of the numbers of the chosen options, from 0, in any order;
- TrueFalse: `true` or `false`;
- Ordering: a list with the number of the item (its place in the right order) at each place;
- Matching: a list with, for each left side, the number of the chosen text in `Matching.choices`, or null;
- Numeric, ShortAnswer: the text that was typed;
- Blanks: a list of the texts that were typed, one for each blank;
- Scenario: a list of the numbers of the choices that were made, scene by scene.

Whatever else comes, from a damaged file perhaps, is scored 0.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence

from sop_plugin.model.answers import Blanks, Choice, Matching, Numeric, Ordering, ShortAnswer, TrueFalse
from sop_plugin.model.question import Answer
from sop_plugin.model.scenario import Scenario

EPSILON = 1e-9
"""What two doubles may differ by that stand for the same number: relative to the larger, at least absolute."""

# What NFKC leaves of white space, and marks that nobody sees.
_SPACES = re.compile("[ \t\n\r\v\f\u200b\u200c\u200d\u2060\ufeff]+")
_END_MARKS = ".,!?;:。，！？；：、"

_NUMBER = re.compile(r"([+-]?(?:[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|\.[0-9]+))(.*)")


def score(answer: Answer | None, response: object) -> float:
    """How right `response` is, 0 to 1; 0 for a question without answer or a response of another make."""
    match answer, response:
        case Choice(), list() | tuple():
            return _choice(answer, _numbers(response, len(answer.options)))
        case TrueFalse(), bool():
            return float(answer.is_true is response)
        case Ordering(), list() | tuple():
            return _ordering(answer, _numbers(response, len(answer.items)))
        case Matching(), list() | tuple():
            return _matching(answer, response)
        case Numeric(), str():
            return float(_is_near(answer, response))
        case ShortAnswer(), str():
            return float(_is_accepted(answer, response))
        case Blanks(), list() | tuple():
            return _blanks(answer, response)
        case Scenario(), list() | tuple():
            return _scenario(answer, response)
        case _:
            return 0.0


def total(scores: Iterable[tuple[float, float]]) -> float:
    """The score of a whole quiz, 0 to 1, from each question's score and points; 0 where there are no points."""
    pairs = [(each, points) for each, points in scores if points > 0]
    whole = sum(points for _, points in pairs)
    return sum(each * points for each, points in pairs) / whole if whole else 0.0


def is_passed(whole: float, pass_mark: float) -> bool:
    """Whether a quiz is passed. Four of five are 80 %, whatever binary fractions make of them."""
    return whole >= pass_mark - EPSILON


def folded(text: str) -> str:
    """What is compared of a typed answer: in NFKC and lower case, without white space and marks at its end.

    Full-width letters and digits are the plain ones then, `ERP 042` is `erp042`.
    """
    plain = _SPACES.sub("", unicodedata.normalize("NFKC", text).lower())
    return plain.rstrip(_END_MARKS) or plain


def number_in(text: str, units: Sequence[tuple[str, float]]) -> float | None:
    """The number that was typed, in the unit of the answer; None where it is none or its unit is not among `units`.

    `units` are folded, each with what one of it is in the answer's unit. What is beyond every double is no number: it
    would be near to any other.
    """
    match = _NUMBER.fullmatch(folded(text).replace("−", "-"))
    if match is None:
        return None
    factor = next((factor for unit, factor in units if unit == match[2]), None) if match[2] else 1.0
    if factor is None:
        return None
    number = float(match[1].replace(",", "")) * factor
    return number if math.isfinite(number) else None


def _numbers(response: Sequence[object], count: int) -> tuple[int, ...] | None:
    """The response as different numbers of parts; None where it holds anything else."""
    numbers = tuple(each for each in response if type(each) is int and 0 <= each < count)
    return numbers if len(numbers) == len(response) == len(set(numbers)) else None


def _choice(answer: Choice, chosen: tuple[int, ...] | None) -> float:
    """One: 1 for the right one alone. Several: the share of right ones chosen less the share of wrong ones chosen.

    So guessing everything earns nothing, each right one adds, and each wrong one takes away.
    """
    if not chosen:
        return 0.0
    if not answer.several:
        return float(len(chosen) == 1 and answer.options[chosen[0]].right)
    right = sum(option.right for option in answer.options)
    wrong = len(answer.options) - right
    hits = sum(answer.options[number].right for number in chosen)
    misses = len(chosen) - hits
    if not right:
        return 0.0
    return max(0.0, hits / right - (misses / wrong if wrong else 0.0))


def _ordering(answer: Ordering, order: tuple[int, ...] | None) -> float:
    """Kendall's tau, but not below 0: 1 less twice the share of pairs that stand the wrong way round.

    M. G. Kendall, "A New Measure of Rank Correlation", Biometrika 30 (1938).
    """
    count = len(answer.items)
    if order is None or len(order) < count or count < 2:
        return 0.0
    inversions = sum(order[i] > order[j] for i in range(count) for j in range(i + 1, count))
    return max(0.0, 1.0 - 2.0 * inversions / (count * (count - 1) / 2.0))


def _matching(answer: Matching, response: Sequence[object]) -> float:
    """The share of left sides with the right text."""
    if not answer.pairs or len(response) != len(answer.pairs):
        return 0.0
    choices = answer.choices
    hits = sum(
        type(each) is int and 0 <= each < len(choices) and choices[each] == pair.right
        for pair, each in zip(answer.pairs, response, strict=True)
    )
    return hits / len(answer.pairs)


def _is_near(answer: Numeric, response: str) -> bool:
    number = number_in(response, [(each.unit, each.factor) for each in answer.units])
    if number is None:
        return False
    slack = EPSILON * max(1.0, abs(answer.value), abs(number))
    return abs(number - answer.value) <= answer.tolerance + slack


def _is_accepted(answer: ShortAnswer, response: str) -> bool:
    typed = folded(response)
    return typed != "" and any(typed == folded(accepted) for accepted in answer.accepted)


def _blanks(answer: Blanks, response: Sequence[object]) -> float:
    """The share of blanks that are filled in right."""
    if not answer.blanks or len(response) != len(answer.blanks):
        return 0.0
    return sum(score(blank, each) for blank, each in zip(answer.blanks, response, strict=True)) / len(answer.blanks)


def _scenario(answer: Scenario, response: Sequence[object]) -> float:
    """The points of the choices made, over the most that could be had in the scenes that were passed.

    A case that was not brought to its end has no score. Whoever goes a longer way to mend a bad choice gets part of the
    points.
    """
    choices = tuple(each for each in response if type(each) is int)
    if len(choices) < len(response) or not answer.is_over(choices):
        return 0.0
    passed = list(answer.walk(choices))
    best = sum(scene.best for scene, _ in passed)
    made = sum(chosen.points for _, chosen in passed)
    return min(1.0, max(0.0, made / best)) if best > 0 else 0.0
