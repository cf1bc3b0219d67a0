"""The modules of a QR code, under the mask that misleads readers least.

A code is drawn under one of eight masks, and which is told by what of it may mislead a reader (ISO/IEC 18004:2015,
7.8.3). To draw all eight and look at each module takes eight milliseconds, and a site has two codes a procedure. But
two masks differ in the same modules in all codes of a version and a level, whatever they say. So a code is drawn once,
the other seven are made of it, and what misleads is counted in all rows at once, as bits of one number.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, reduce
from operator import and_
from typing import NamedTuple

import segno

_ERROR = "m"
"""15 % may be dirty or torn."""

_MASKS = range(8)

_BESIDE = 4
"""Light bits behind each row: nothing in one row then looks as if it went on in the next, and what lies at the edge has
the light beside it that the quiet zone gives it.
"""

_RUN = 5
_FINDER = (1, 0, 1, 1, 1, 0, 1)
_DIGITS = bytes.maketrans(b"\0\1", b"01")


class _Lines(NamedTuple):
    """The rows of a symbol as one number, the first module in the highest bit, and its columns the same."""

    rows: int
    columns: int


def rows_of(text: str) -> list[str]:
    """The rows of the code of a text from the top, a `1` for each dark module and a `0` for each light one.

    Raises ValueError for a text of more than some 2,300 bytes, which no code can hold.
    """
    code = _drawn(text, 0)
    side = len(code.matrix)
    first = _lines(code)
    masked = (_Lines(*map(int.__xor__, first, change)) for change in _changes(text, code.designator))
    best = min(masked, key=lambda lines: _penalty(lines, side))
    digits = f"{best.rows:0{side * (side + _BESIDE)}b}"
    return [digits[at : at + side] for at in range(0, len(digits), side + _BESIDE)]


def _drawn(text: str, mask: int) -> segno.QRCode:
    return segno.make_qr(text, error=_ERROR, mask=mask)


_changes_known: dict[str, tuple[_Lines, ...]] = {}


def _changes(text: str, designator: str) -> tuple[_Lines, ...]:
    """What each mask changes in a code under the first one. `designator` names version and level of the code."""
    if designator not in _changes_known:
        first, *others = (_lines(_drawn(text, mask)) for mask in _MASKS)
        _changes_known[designator] = tuple(_Lines(*map(int.__xor__, first, each)) for each in (first, *others))
    return _changes_known[designator]


def _lines(code: segno.QRCode) -> _Lines:
    return _Lines(_number(code.matrix), _number(zip(*code.matrix, strict=True)))


def _number(lines: Iterable[Iterable[int]]) -> int:
    return int(b"".join(bytes(line) + bytes(_BESIDE) for line in lines).translate(_DIGITS), 2)


def _penalty(lines: _Lines, side: int) -> int:
    """How much of a symbol may mislead a reader, in the points of the standard's table 11."""
    square = _square(side)
    points = _blocks(lines.rows, square, side + _BESIDE)
    for dark in lines:
        points += _runs(dark) + _runs(square & ~dark) + _finders(dark)
    area = side * side
    return points + 10 * (abs(20 * lines.rows.bit_count() - 10 * area) // area)


@cache
def _square(side: int) -> int:
    """All modules of a symbol, dark, as its rows."""
    return _number([b"\1" * side] * side)


def _runs(modules: int) -> int:
    """The points of runs of one colour: three for five modules in a line, and one for each that follows."""
    fifth = reduce(and_, (modules >> step for step in range(_RUN)))
    return fifth.bit_count() + 2 * (fifth & ~(fifth << 1)).bit_count()


def _blocks(dark: int, square: int, stride: int) -> int:
    """The points of blocks of two by two modules of one colour, three for each."""
    like_next = ~(dark ^ dark >> 1) & square & square >> 1
    like_below = ~(dark ^ dark >> stride) & square & square >> stride
    return 3 * (like_next & like_next >> stride & like_below).bit_count()


def _finders(dark: int) -> int:
    """The points of what looks like a finder with light before it or behind it, forty for each."""
    width = len(_FINDER)
    dark <<= _BESIDE  # so that there is light behind the last as well
    alike = reduce(and_, (dark >> step if is_dark else ~dark >> step for step, is_dark in enumerate(_FINDER)))
    behind = reduce(and_, (~dark << step for step in range(1, _BESIDE + 1)))
    before = reduce(and_, (~dark >> step for step in range(width, width + _BESIDE)))
    return 40 * (alike & (behind | before)).bit_count()
