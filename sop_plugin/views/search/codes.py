"""Whole numbers as text of few characters, none of which has to be escaped in a string or is a mark of the index.

A number below 48 is one character. A larger one begins with characters of its lowest digits in base 43, each of which
says that more follows. `web/js/search/codes.js` reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_DIGITS = "".join(map(chr, (*range(35, 92), *range(93, 127))))
_LAST = 48
_MORE = len(_DIGITS) - _LAST


class _Codes(dict[int, str]):
    """The codes of numbers, each worked out once."""

    def __missing__(self, number: int) -> str:
        left, text = number, ""
        while left >= _LAST:
            left, digit = divmod(left - _LAST, _MORE)
            text += _DIGITS[_LAST + digit]
        self[number] = code = text + _DIGITS[left]
        return code


_CODES = _Codes()

_CODE = re.compile(f"[{re.escape(_DIGITS[_LAST:])}]*[{re.escape(_DIGITS[:_LAST])}]")


def coded(numbers: Iterable[int]) -> str:
    """Numbers from 0 on, one behind the other."""
    return "".join(map(_CODES.__getitem__, numbers))


def codes_in(text: str) -> list[str]:
    """The codes of which `coded` made a text, one for each number."""
    return _CODE.findall(text)


def number_of(code: str) -> int:
    """The number that a code stands for."""
    number = _DIGITS.index(code[-1])
    for digit in reversed(code[:-1]):
        number = number * _MORE + _DIGITS.index(digit)
    return number


def gaps(ascending: Iterable[int]) -> Iterable[int]:
    """How far each number lies behind the one after the last: ascending numbers as small ones."""
    following = 0
    for number in ascending:
        yield number - following
        following = number + 1
