"""Reads a quantity as people write it, in English and Chinese."""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache

from sop_plugin.model.amount import Amount
from sop_plugin.reading.numerals import CHINESE, chinese_number

_LOW, _LOW_OPEN, _HIGH, _HIGH_OPEN, _ABOUT, _EXACT = "low", "low-open", "high", "high-open", "about", "exact"

_PREFIXES = {
    word: meaning
    for words, meaning in (
        ("at least|no less than|not less than|from|>=|≥|至少|最少|不少於|不少于|不低於|不低于", _LOW),
        ("over|above|more than|greater than|>|超過|超过|高於|高于|大於|大于|多於|多于", _LOW_OPEN),
        ("at most|up to|no more than|not more than|<=|≤|至多|最多|不超過|不超过|不高於|不高于", _HIGH),
        (
            "under|below|less than|fewer than|<|不足|未滿|未满|不滿|不满|少於|少于|低於|低于|小於|小于|不到",
            _HIGH_OPEN,
        ),
        ("about|around|approximately|approx.|ca.|~|大約|大约|約|约", _ABOUT),
        ("exactly|=|等於|等于", _EXACT),
    )
    for word in words.split("|")
}
_SUFFIXES = {
    word: meaning
    for words, meaning in (
        ("or more|and above|or above|(含)以上|以上", _LOW),
        ("or less|or fewer|or below|(含)以下|以下|以內|以内", _HIGH),
        ("左右|上下", _ABOUT),
    )
    for word in words.split("|")
}

_NUMBER = r"[-−+]?\d+\s+\d+/\d+|[-−+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-−+]?\d+(?:\.\d+)?(?:/\d+)?"
_CURRENCY = r"NT\$|US\$|HK\$|[$€£¥]"
_ONE = re.compile(
    rf"^(?P<sign>{_CURRENCY})?\s*(?P<number>{_NUMBER})\s*(?P<unit>(?!to\b|e\d|±)[^\d\s,].*)?$", re.IGNORECASE
)
_UNIT = r"(?!to\b)[^\d\s\-–—~至到][^\d\-–—~至到]*?"
_TWO = re.compile(
    rf"^(?P<open>over|above|more than|>|超過|超过)?\s*"
    rf"(?P<sign>{_CURRENCY})?\s*(?P<low>{_NUMBER})\s*(?P<unit1>{_UNIT})?\s*"
    rf"(?:to|–|—|-|~|至|到)\s*(?P<under>under|below|less than|<|未滿|未满|不滿|不满|不到)?\s*"
    rf"(?:{_CURRENCY})?\s*(?P<high>{_NUMBER})\s*(?P<unit>[^\d\s,].*)?$"
)
_TOLERANCE = re.compile(
    rf"^(?P<number>{_NUMBER})\s*(?P<unit1>{_UNIT})?\s*(?:±|\+/-)\s*(?P<by>{_NUMBER})\s*(?P<unit>[^\d\s,].*)?$"
)

_DIGIT = re.compile(r"\d")
_FRACTION = re.compile("[¼½¾⅐-⅞]")
_SECOND = re.compile(
    r"[(（]\D*\d|[,，;；].*\d|[/／]\s*[-+]?\d[\d.,]*\s*(?!(?:s|sec|min|h|hr|hours?|d|days?)\b|[\d.,秒分小時时天日週周])[^\W\d]",
    re.IGNORECASE,
)
_NUMBERS_IN_ENGLISH = {
    word: str(value)
    for value, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=1
    )
} | {"half a": "0.5", "half an": "0.5", "a half": "0.5"}
_ENGLISH = re.compile(rf"(?P<number>{'|'.join(_NUMBERS_IN_ENGLISH)})\s+(?P<unit>[^\W\d].*)", re.IGNORECASE)
# Only before a measure word is a Chinese numeral surely a number: `一般` is none.
_CHINESE = re.compile(
    rf"(?P<number>[{CHINESE}]+)\s*"
    r"(?P<unit>[個个人位名杯匙份次件箱瓶包盒袋桶公毫升克斤元塊块台輛辆顆颗粒滴片張张支組组歲岁度平坪米尺倍成桌間间筆笔條条].*)"
)

_LONGEST = 100
"""Characters that a quantity has at most, so that no text takes long to be found none."""


@lru_cache(maxsize=4096)
def read_amount(text: str) -> Amount | None:
    """The quantity that `text` says, or None where it says none. A range that holds no number is none."""
    words = text.strip()
    if len(words) > _LONGEST:
        return None
    # Normalised as it stands, the fraction of `1½` would join its whole number: `11/2`.
    plain = unicodedata.normalize("NFKC", _FRACTION.sub(r" \g<0>", words)).replace("\u2044", "/").strip()
    amount = _amount(words, plain)
    if amount is None and not _DIGIT.search(plain):
        amount = _amount(words, _in_digits(plain))
    return None if amount is None or (amount.unit and holds_second_amount(amount.unit)) else amount


def holds_second_amount(text: str) -> bool:
    """Whether a second amount follows the first: `4 lb (1.8 kg)`, `200 ml / 7 oz`, `1 mg/kg, at most 100 mg`.

    What is counted over a time, `2 l / 24 h`, is one amount.
    """
    return _SECOND.search(text) is not None


def _in_digits(plain: str) -> str:
    """A quantity whose number is written in words or Chinese numerals, in digits: `two scoops`, `三人以上`."""
    meaning = _meaning(plain)[1]
    if not meaning:
        return plain
    before, _, after = plain.partition(meaning)
    english = _ENGLISH.match(meaning)
    if english:
        return f"{before}{_NUMBERS_IN_ENGLISH[english['number'].lower()]} {english['unit']}{after}"
    chinese = _CHINESE.match(meaning)
    value = chinese_number(chinese["number"]) if chinese else None
    return plain if chinese is None or value is None else f"{before}{value:g} {chinese['unit']}{after}"


def _amount(words: str, plain: str) -> Amount | None:
    meaning, rest = _meaning(plain)
    around = _TOLERANCE.match(plain)
    if around:
        middle, by = _value(around["number"]), abs(_value(around["by"]))
        unit = (around["unit"] or around["unit1"] or "").strip() or None
        return Amount(words, middle - by, middle + by, unit=unit) if math.isfinite(middle + by) else None
    two = _TWO.match(rest if meaning in (None, _ABOUT, _LOW) else "")
    if two:
        low, high = _value(two["low"]), _value(two["high"])
        unit = (two["unit"] or two["sign"] or two["unit1"] or "").strip() or None
        if not low <= high < math.inf or (low == high and (two["open"] or two["under"])):
            return None
        return Amount(words, low, high, bool(two["open"]), bool(two["under"]), unit, meaning == _ABOUT)
    one = _ONE.match(rest)
    if not one:
        return None
    number, unit = _value(one["number"]), (one["unit"] or one["sign"] or "").strip() or None
    if not math.isfinite(number):
        return None
    least = None if meaning in (_HIGH, _HIGH_OPEN) else number
    most = None if meaning in (_LOW, _LOW_OPEN) else number
    return Amount(words, least, most, meaning == _LOW_OPEN, meaning == _HIGH_OPEN, unit, meaning == _ABOUT)


def _meaning(plain: str) -> tuple[str | None, str]:
    lowered = plain.lower()
    for suffix, meaning in _SUFFIXES.items():
        if lowered.endswith(suffix):
            return meaning, plain[: -len(suffix)].strip()
    for prefix in sorted(_PREFIXES, key=len, reverse=True):
        if lowered.startswith(prefix):
            rest = plain[len(prefix) :]
            if _PREFIXES[prefix] is _LOW_OPEN and _TWO.match(plain):
                return None, plain
            if not (prefix[-1].isalpha() and prefix[-1].isascii() and rest[:1].isalpha()):
                return _PREFIXES[prefix], rest.strip()
    return None, plain.strip()


def _value(number: str) -> float:
    """The value of a number as `_NUMBER` matches it; not a number where it is divided by zero."""
    number = number.replace(",", "").replace("−", "-")
    whole, space, part = number.rpartition(" ")
    if space:
        sign = -1 if whole.startswith("-") else 1
        return float(whole) + sign * _value(part)
    numerator, slash, denominator = number.partition("/")
    if not slash:
        return float(numerator)
    return float(numerator) / float(denominator) if float(denominator) else math.nan
