"""One text for one JSON value, that of `sop_plugin/web/js/flow/canonical.js`: what a digest is taken of."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

_INDEX = re.compile(r"0|[1-9][0-9]{0,9}")
_SURROGATE = re.compile("[\ud800-\udfff]")


def canonical(value: Any) -> str:
    """JSON without spaces, the keys of every object in the order of JavaScript: whole numbers as such, then others by
    their UTF-16 code units.

    Numbers are written as ECMAScript does (ECMA-262, Number::toString): 1.0 is `1`, 1e21 is `1e+21`.
    """
    if isinstance(value, dict):
        pairs = (f"{_text(key)}:{canonical(value[key])}" for key in sorted(value, key=_rank))
        return "{" + ",".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool) or value is None:
        return json.dumps(value)
    return _number(value)


def digest_of(value: Any) -> str:
    """The SHA-256 of the canonical form."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def _rank(key: str) -> tuple[int, int, bytes]:
    if _INDEX.fullmatch(key) and int(key) < 2**32 - 1:
        return (0, int(key), b"")
    return (1, 0, key.encode("utf-16-be", "surrogatepass"))


def _text(text: str) -> str:
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))


def _number(number: float) -> str:
    """A number as JavaScript spells it; what JSON has no number for is null there."""
    try:
        number = float(number)
    except OverflowError:
        return "null"
    if number != number or number in (float("inf"), float("-inf")):
        return "null"
    if number == 0:
        return "0"
    sign = "-" if number < 0 else ""
    mantissa, _, exponent = f"{abs(number)!r}".partition("e")
    whole, _, part = mantissa.partition(".")
    part = "" if part == "0" else part
    digits = (whole + part).lstrip("0")
    point = len(whole) + int(exponent or 0) - (len(whole + part) - len(digits))
    digits = digits.rstrip("0")
    return sign + _spelled(digits, point)


def _spelled(digits: str, point: int) -> str:
    """`digits` with the decimal point behind the first `point` of them."""
    count = len(digits)
    if count <= point <= 21:
        return digits + "0" * (point - count)
    if 0 < point <= 21:
        return f"{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return f"0.{'0' * -point}{digits}"
    power = point - 1
    mantissa = digits[0] + (f".{digits[1:]}" if count > 1 else "")
    return f"{mantissa}e{'+' if power > 0 else '-'}{abs(power)}"
