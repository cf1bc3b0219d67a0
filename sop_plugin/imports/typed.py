"""Answers that are typed: words with alternatives, and numbers with a tolerance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from sop_plugin.imports.credit import FULL, Credited, shown
from sop_plugin.imports.gathering import Gathering
from sop_plugin.imports.plain import escaped, in_short
from sop_plugin.model.answer_units import units_for
from sop_plugin.model.answers import Numeric, ShortAnswer

_MOST_DIGITS = 40
"""Of a number, in all and before the point, so that nothing that is read grows without bounds."""


class CreditedNumber(NamedTuple):
    """A number with its tolerance, what it is worth in percent of the points, and what is said to whoever typed it."""

    value: Decimal
    tolerance: Decimal
    percent: float
    feedback: str = ""


def words_of(answers: Sequence[Credited], gathering: Gathering, *, same_case: bool = False) -> ShortAnswer | None:
    """What may be typed; the texts of `answers` are plain. None, with a loss, where nothing is left.

    What earned only a part of the points is none of the accepted ones, and a loss.
    """
    best = max((answer.percent for answer in answers), default=0.0)
    accepted: list[str] = []
    for answer in answers:
        text = _writable(answer.text, gathering)
        if answer.text.strip() == "*":
            if answer.percent > 0:
                gathering.change("anything-accepted", percent=shown(answer.percent))
        elif 0 < answer.percent < best:
            gathering.change("partly-right", text=in_short(answer.text), percent=shown(answer.percent))
        elif answer.percent <= 0:
            gathering.change("wrong-answer-listed", text=in_short(answer.text))
        elif text and text not in accepted:
            accepted.append(text)
    if not accepted:
        gathering.leave_out("no-right-answer")
        return None
    if best < FULL:
        gathering.change("best-below-full", percent=shown(best))
    if same_case and any(word.lower() != word.upper() for word in accepted):
        gathering.change("case-ignored")
    return ShortAnswer(tuple(accepted))


def _writable(text: str, gathering: Gathering) -> str:
    """An accepted answer as it can be written in a quiz; "" where it cannot."""
    plain = " ".join(text.split())
    if plain != "*" and re.search(r"(?<!\\)\*", plain):
        gathering.change("wildcard", text=in_short(plain))
        plain = " ".join(re.sub(r"(?<!\\)\*", " ", plain).split())
    plain = plain.replace("\\*", "*")
    if "|" in plain or "｜" in plain or "]]" in plain:
        gathering.change("answer-unwritable", text=in_short(plain))
        return ""
    return plain


def number_of(numbers: Sequence[CreditedNumber], gathering: Gathering, unit: str = "") -> Numeric | None:
    """The number asked for, in `unit`: the first that is worth most. None, with a loss, where there is none."""
    best = max((number.percent for number in numbers), default=0.0)
    if best <= 0:
        gathering.leave_out("no-right-answer")
        return None
    if best < FULL:
        gathering.change("best-below-full", percent=shown(best))
    right = next(number for number in numbers if number.percent == best)
    for number in numbers:
        if number is not right and number.percent <= 0:
            gathering.change("wrong-answer-listed", text=_words(number, unit))
        elif number is not right:
            gathering.change("other-number", text=_words(number, unit), percent=shown(number.percent))
    value, tolerance = float(right.value), float(right.tolerance)
    return Numeric(value, tolerance, unit, units_for(unit), _words(right, unit))


def decimal(text: str) -> Decimal | None:
    """The number that `text` spells, with a point or a comma, or None. Nothing that a double could not hold."""
    plain = "".join(text.split()).replace("−", "-")
    if plain.count(",") == 1 and "." not in plain:
        plain = plain.replace(",", ".")
    if not re.fullmatch(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,2})?", plain, re.ASCII):
        return None
    try:
        number = Decimal(plain)
    except InvalidOperation:
        return None
    return number if len(number.as_tuple().digits) <= _MOST_DIGITS and abs(number.adjusted()) < _MOST_DIGITS else None


def _words(number: CreditedNumber, unit: str) -> str:
    by = f" +- {abs(number.tolerance):f}" if number.tolerance else ""
    return f"{number.value:f}{f' {unit}' if unit else ''}{by}"


def told(answers: Sequence[Credited], gathering: Gathering) -> str:
    """What is said of single typed answers, as a part of the explanation, since all will read it."""
    found = [f"{escaped(answer.text)}: {answer.feedback}" for answer in answers if answer.feedback]
    if found:
        gathering.change("feedback-for-all", count=str(len(found)))
    return "\n\n".join(found)
