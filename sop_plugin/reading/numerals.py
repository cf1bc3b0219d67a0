"""Numbers as people write them, in Arabic or Chinese numerals."""

from __future__ import annotations

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "兩": 2, "两": 2}
TENS = {"十": 10, "百": 100, "千": 1_000}
MYRIAD = {"萬": 10_000, "万": 10_000}
CHINESE = "".join([*DIGITS, *TENS, *MYRIAD, "半"])


def chinese_number(text: str) -> float | None:
    """The value of a Chinese numeral up to 99,999,999, `半` being a half; None where it is not one."""
    if text == "半":
        return 0.5
    half = text.endswith("半")
    total, section, digit = 0, 0, 0
    for character in text.removesuffix("半"):
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in TENS:
            section += (digit or 1) * TENS[character]
            digit = 0
        elif character in MYRIAD:
            total += (section + digit) * MYRIAD[character]
            section = digit = 0
        else:
            return None
    return total + section + digit + (0.5 if half else 0)
