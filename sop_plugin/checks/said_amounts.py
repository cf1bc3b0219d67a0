"""Numbers that are compared in words: `The amount is under 50 EUR`, `金額 500 元以下`."""

from __future__ import annotations

import re

from sop_plugin.model.amount import Amount
from sop_plugin.model.condition import AmountTest, Said

# Below, at most, at least and above a number, as it is said in front of it.
_UNDER = r"(?:less|fewer|lower|smaller)\sthan|under|below|[低少小]於|[低少小]于|不到|不足|未滿|未满"
_AT_MOST = r"at\smost|up\sto|(?:no|not)\smore\sthan|至多|最多|不超過|不超过"
_AT_LEAST = r"at\sleast|(?:no|not)\sless\sthan|至少|不少於|不少于|達到|达到"
_OVER = r"(?:more|greater|higher|larger)\sthan|over|above|exceeds|超過|超过|[高大多]於|[高大多]于"
_COMPARED = re.compile(
    rf"(?:(?:(?P<at_most>{_AT_MOST})|(?P<at_least>{_AT_LEAST})|(?P<under>{_UNDER})|(?P<over>{_OVER}))\s*)?"
    r"(?P<number>\d[\d,]*(?:\.\d+)?)"
    r"(?P<unit>\s*[^\d\s，。,.]{0,6}?)\s*"
    r"(?:(?P<or_less>以下|以[內内]|or\s(?:less|fewer))|(?P<or_more>以上|or\smore)|(?=\W|$))",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"(?P<low>\d[\d,]*(?:\.\d+)?)\s*(?:to|至|到|[-–~～])\s*(?P<high>\d[\d,]*(?:\.\d+)?)"
    r"(?P<unit>\s*[^\d\s，。,.]{0,6})",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_GAP = "…"


def in_words(condition: Said) -> AmountTest | None:
    """The test that a condition in words makes of its one number or range; None where it makes none or says more.

    What is measured is called by the words around the number, with a gap for it: cases with the same words are of one
    quantity.
    """
    words = condition.words
    numbers = len(_NUMBER.findall(words))
    match = (_COMPARED if numbers == 1 else _RANGE).search(words) if numbers in (1, 2) else None
    if match is None:
        return None
    quantity = f"{words[: match.start()].strip()} {_GAP}{match['unit']}{words[match.end() :].rstrip(' .。')}".strip()
    if numbers == 2:
        low, high = _number(match["low"]), _number(match["high"])
        return AmountTest(quantity, Amount(words, low, high)) if low < high else None
    number = _number(match["number"])
    if match["over"] or match["at_least"] or match["or_more"]:
        return AmountTest(quantity, Amount(words, low=number, low_open=bool(match["over"])))
    if match["under"] or match["at_most"] or match["or_less"]:
        return AmountTest(quantity, Amount(words, high=number, high_open=bool(match["under"])))
    return None


def _number(digits: str) -> float:
    return float(digits.replace(",", ""))
