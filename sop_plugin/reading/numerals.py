"""Numbers as people write them, in Arabic or Chinese numerals."""

from __future__ import annotations

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "兩": 2, "两": 2}
TENS = {"十": 10, "百": 100, "千": 1_000}
MYRIAD = {"萬": 10_000, "万": 10_000}
CHINESE = "".join([*DIGITS, *TENS, *MYRIAD, "半"])


def chinese_number(text: str) -> float | None:
    """The value of a Chinese numeral up to 99,999,999, `半` being a half; None where it is not one.

    A last digit without `零` before it counts in the next lower place, as it is spoken: `一百五` is 150. Digits side by
    side are refused: `二三` says two or three.
    """
    if text == "半":
        return 0.5
    total, section, digit = 0, 0, None
    ceiling, place = 10_000, 1
    for character in text.removesuffix("半"):
        if character in DIGITS:
            if digit or (digit == 0 and DIGITS[character] == 0):
                return None
            digit = DIGITS[character]
            place = place if digit else 1
        elif character in TENS:
            unit = TENS[character]
            if unit >= ceiling or digit == 0:
                return None
            section += (digit or 1) * unit
            digit, ceiling, place = None, unit, unit // 10
        elif character in MYRIAD:
            section += (digit or 0) * place
            if total or not section:
                return None
            total, section, digit, ceiling, place = section * MYRIAD[character], 0, None, 10_000, 1_000
        else:
            return None
    if digit is None and not section and not total:
        return None
    return total + section + (digit or 0) * place + (0.5 if text.endswith("半") else 0.0)
