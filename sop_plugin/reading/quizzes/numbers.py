"""The answer to a question as it stands behind `=` or in a blank: a number with its tolerance and unit, or words."""

from __future__ import annotations

import re
import unicodedata

from sop_plugin.model.answer_units import units_for
from sop_plugin.model.answers import Numeric, ShortAnswer
from sop_plugin.reading.quizzes.marks import alternatives

_NUMBER = r"[+-]?[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
# A unit has no digits in it and does not begin with a mark: `2026-03-01` and `7-ELEVEN` are words.
_UNIT = r"(?:[%°$]|[^\W\d_])[^\d|+±]{0,24}?"
_BY = r"(?:\+[ ]*/?[ ]*-|±|正負|正负|誤差|误差)"
_ANSWER = re.compile(
    rf"(?P<value>{_NUMBER})[ ]*(?P<unit>{_UNIT})?[ ]*(?:{_BY}[ ]*(?P<by>{_NUMBER})[ ]*(?P<by_unit>{_UNIT})?)?[ ]*"
)
_QUOTED = re.compile(r"[\"“「『](.*)[\"”」』]")
TOLERANCE = re.compile(rf"{_NUMBER}.*{_BY}")
"""What can be nothing but a number with a tolerance, even where it cannot be read."""


LONGEST_NUMBER = 100
"""Characters above which no answer is a number."""


def read_answer(text: str) -> Numeric | ShortAnswer | None:
    """What an answer line accepts; None where it is empty, or a tolerance that cannot be read.

    `30 s +- 5` is a number, `30 s +- 10 %` one with a share of itself around it, `pos | till` two ways to say it, and
    `"30"` a text that must be typed so.
    """
    words = text.strip(" \u3000")
    parts = alternatives(words)
    if len(parts) == 1 and len(words) <= LONGEST_NUMBER and not _QUOTED.fullmatch(parts[0]):
        number = read_number(parts[0])
        if number is not None or TOLERANCE.match(_plain(parts[0])):
            return number
    accepted = tuple(filter(None, (_unquoted(part) for part in parts)))
    return ShortAnswer(accepted) if accepted else None


def read_number(text: str) -> Numeric | None:
    """A number with its unit and tolerance, or None. A tolerance in another unit than the number's is none."""
    match = _ANSWER.fullmatch(_plain(text))
    if match is None:
        return None
    value, unit = _value(match["value"]), (match["unit"] or "").strip()
    by, by_unit = _value(match["by"] or "0"), (match["by_unit"] or "").strip()
    if by_unit == "%" and unit != "%":
        by = abs(value) * by / 100
    elif by_unit and not unit:
        unit = by_unit
    elif by_unit and by_unit != unit:
        factors = {each.unit: each.factor for each in units_for(unit)}
        factor = factors.get(by_unit.lower().replace(" ", ""))
        if factor is None:
            return None
        by *= factor
    return Numeric(value, abs(by), unit, units_for(unit), text.strip())


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text.replace("℃", "°C")).replace("−", "-").split())


def _value(number: str) -> float:
    return float(number.replace(",", ""))


def _unquoted(text: str) -> str:
    match = _QUOTED.fullmatch(text)
    return (match[1] if match else text).strip()
