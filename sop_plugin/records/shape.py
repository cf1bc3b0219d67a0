"""Parts of a JSON value, held against the shape that they must have."""

from __future__ import annotations

import math
from typing import Any

LATEST = 253_402_300_799_999
"""The last millisecond of the year 9999."""

_LONGEST = 500
"""Characters of a name or an id that are kept."""


class MalformedError(ValueError):
    """A value has another shape. Its message names the part."""


def record(value: Any, part: str) -> dict[str, Any]:
    """An object."""
    if not isinstance(value, dict):
        raise MalformedError(part)
    return value


def items(value: Any, part: str) -> list[dict[str, Any]]:
    """A list of objects."""
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise MalformedError(part)
    return value


def text(value: Any, part: str) -> str:
    """A text, cut where it is longer than any should be, without characters that no database holds."""
    if not isinstance(value, str):
        raise MalformedError(part)
    return value[:_LONGEST].encode("utf-8", "replace").decode().replace("\0", "")


def maybe_text(value: Any) -> str:
    """A text, "" for anything else."""
    return text(value, "") if isinstance(value, str) else ""


def moment(value: Any, part: str) -> int:
    """A time in milliseconds since 1970."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise MalformedError(part)
    if not 0 <= value <= LATEST:
        raise MalformedError(part)
    return int(value)


def share(value: Any, part: str) -> float:
    """A number that is finite and not below 0."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise MalformedError(part)
    number = float(value) if abs(value) < 1e9 else math.inf
    if not 0 <= number < math.inf:
        raise MalformedError(part)
    return number
