"""A QR code is one that the library draws, under the mask of the eight that misleads a reader least."""

import re
from collections.abc import Sequence

import pytest
import segno

from sop_plugin.views.qr_symbol import rows_of

TEXTS = [
    "https://a.tw/1",
    "HTTPS://A.TW/SOP/7",
    "0123456789",
    "點餐與出餐",
    *(f"https://sop.example.com/handbook/{'part/' * (number % 30)}{number}/" for number in range(0, 60, 3)),
    "x" * 2_000,
]


def drawn(text: str, mask: int) -> list[str]:
    return ["".join(map(str, row)) for row in segno.make_qr(text, error="m", mask=mask).matrix]


def penalty(rows: Sequence[str]) -> int:
    """The points of ISO/IEC 18004:2015, table 11, counted module by module."""
    side = len(rows)
    points = 0
    for line in [*rows, *map("".join, zip(*rows, strict=True))]:
        points += sum(len(run[0]) - 2 for run in re.finditer("0{5,}|1{5,}", line))
        points += 40 * len(re.findall("(?=00001011101|(?<=.{4})1011101(?=0000))", f"0000{line}0000"))
        points -= 40 * len(re.findall("(?=000010111010000)", f"0000{line}0000"))
    for y in range(side - 1):
        for x in range(side - 1):
            points += 3 * (rows[y][x] == rows[y][x + 1] == rows[y + 1][x] == rows[y + 1][x + 1])
    dark = sum(row.count("1") for row in rows)
    return points + 10 * int(abs(100 * dark / side**2 - 50) / 5)


@pytest.mark.parametrize("text", TEXTS, ids=len)
def test_it_is_drawn_under_the_mask_with_the_fewest_points(text: str) -> None:
    rows = rows_of(text)
    of_each = [drawn(text, mask) for mask in range(8)]
    assert rows in of_each
    assert penalty(rows) == min(map(penalty, of_each))


def test_a_text_that_no_code_can_hold_is_an_error() -> None:
    with pytest.raises(ValueError, match="too large"):
        rows_of("x" * 3_000)
