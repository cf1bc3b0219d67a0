"""Numbers in running text, in figures and in words, of English and Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_FIGURES = re.compile(
    r"(?P<era>民國|民国)?\s?(?<![A-Za-z0-9_.:/#-])(?P<figures>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d:]|[.,]\d)"
    r"(?P<behind>\s?(?:萬|万|千|百|億|亿|成(?![為为員员])|折|thousand|million|%?\s?off|[ap]\.?m\b))?",
    re.ASCII | re.IGNORECASE,
)
_WIDE = str.maketrans("０１２３４５６７８９．，：％", "0123456789.,:%")
_TIMES = {"萬": 10_000, "万": 10_000, "千": 1000, "百": 100, "億": 10**8, "亿": 10**8, "成": 10}
_TIMES |= {"thousand": 1000, "million": 10**6}

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

_ENGLISH: dict[str, float] = {word: number for number, word in enumerate(("zero", *_UNITS, *_TEENS))}
_ENGLISH |= {word: 10 * number for number, word in enumerate(_TENS, 2)}
_ENGLISH |= {word: number for number, word in enumerate(_ORDINALS, 1)}
_ENGLISH |= {"a": 1, "an": 1, "once": 1, "single": 1, "twice": 2, "double": 2, "both": 2, "pair": 2, "triple": 3}
_ENGLISH |= {"half": 0.5, "quarter": 0.25, "quarters": 0.25, "dozen": 12, "hundred": 100, "thousand": 1000}
_english = re.compile(rf"\b({'|'.join(_ENGLISH)})(?:[ -]({'|'.join(_UNITS)}))?\b", re.IGNORECASE)

_CHINESE = {
    **dict(zip("零一二三四五六七八九", range(10), strict=True)),
    "〇": 0,
    "兩": 2,
    "两": 2,
    "半": 0.5,
    "雙": 2,
    "双": 2,
}
_PLACES = {"十": 10, "百": 100, "千": 1000, "萬": 10_000, "万": 10_000}
_chinese = re.compile("[零〇一二三四五六七八九兩两半雙双十百千萬万]+")


class Figure(NamedTuple):
    """A number in figures: how it is written, what it is worth, and where the figures stand."""

    written: str
    value: float
    start: int
    end: int


def figures(text: str) -> list[Figure]:
    """The numbers in figures. Times of day, parts of names and codes, and discounts, which languages count from either
    end, are left out.
    """
    return list(_figures(text.translate(_WIDE)))


def _figures(text: str) -> Iterator[Figure]:
    for match in _FIGURES.finditer(text):
        behind = (match["behind"] or "").strip().lower()
        if behind and behind not in _TIMES:
            continue
        value = float(match["figures"].replace(",", "")) * _TIMES.get(behind, 1) + (1911 if match["era"] else 0)
        yield Figure(match["figures"], value, match.start("figures"), match.end("figures"))


def all_values(text: str) -> set[float]:
    """What the numbers of a text are worth, however they are spelled; rather too many than too few."""
    plain = text.translate(_WIDE)
    values = {float(number.replace(",", "")) for number in re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", plain, re.ASCII)}
    values |= {figure.value for figure in _figures(plain)}
    for match in _english.finditer(text):
        values.add(_ENGLISH[match[1].lower()] + (_ENGLISH[match[2].lower()] if match[2] else 0))
    for match in _chinese.finditer(text):
        values.update(_values_of(match[0]))
    return values


def _values_of(numeral: str) -> Iterator[float]:
    """What a Chinese numeral is worth, and its digits one by one."""
    total, digit = 0.0, 0.0
    for character in numeral:
        if character in _PLACES:
            total += (digit or 1) * _PLACES[character]
            digit = 0
        else:
            digit = _CHINESE[character]
            yield digit
    yield total + digit


_RATIOS = (7, 12, 24, 30, 52, 60, 100, 365, 1000, 1440, 3600, 10_000)
"""How many of a unit make one of another: days, months, hours, minutes, centimetres, grams, and ten thousands."""


def may_be_the_same(one: float, other: float) -> bool:
    """Whether two numbers may say the same in different units: times, measures, Fahrenheit, or a clock of 12 hours."""
    small, large = sorted((one, other))
    if small > 0 and any(abs(large - small * ratio) < 1e-6 * large for ratio in _RATIOS):
        return True
    if abs(one * 1.8 + 32 - other) <= 1 or abs(other * 1.8 + 32 - one) <= 1:
        return True
    return large - small == 12 and large <= 24
