"""Where lines go into the steps of a translation, so that the corrected text can be pasted as it is.

Each function takes the place of a step's id and the lines of the file; it gives a span and what should stand there, or
the place itself and None where the step is written in a way of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sop_plugin.model.diagnostic import Span

_ITEM = re.compile(r"([ ]*)(-[ ]+)id:[ ]+")
_KEY = re.compile(r"[ ]*(?:-[ ]+)?(?=id:[ ]+$)")
_IN_BRACES = re.compile(r"\{[^{}]*\bid:\s+$")


def before_step(place: Span, lines: Sequence[str], steps: Sequence[Sequence[str]]) -> tuple[Span, str | None]:
    """So that `steps`, each its lines, come before the step."""
    line = lines[place.line - 1]
    item = _ITEM.fullmatch(line[: place.column - 1])
    if item is None:
        return place, None
    start = item.end(2)
    own = line[start : place.end_column - 1]
    return Span(place.line, start + 1, place.end_line, place.end_column), _items(item, [*steps, [own]])


def after_step(place: Span, lines: Sequence[str], steps: Sequence[Sequence[str]]) -> tuple[Span, str | None]:
    """So that `steps`, each its lines, come behind the step."""
    item = _ITEM.fullmatch(lines[place.line - 1][: place.column - 1])
    if item is None:
        return place, None
    last = place.line - 1
    for number in range(place.line, len(lines)):
        line = lines[number]
        if line.strip():
            if len(line) - len(line.lstrip(" ")) <= len(item[1]):
                break
            last = number
    end = lines[last].strip()
    column = len(lines[last]) - len(lines[last].lstrip()) + 1
    span = Span(last + 1, column, last + 1, column + len(end))
    return span, f"{end}\n{item[1]}{item[2]}{_items(item, steps)}"


def behind_id(place: Span, lines: Sequence[str], new: str) -> tuple[Span, str | None]:
    """So that the entry `new` comes next after the id."""
    line = lines[place.line - 1]
    before = line[: place.column - 1]
    if (key := _KEY.match(before)) is not None:
        span = Span(place.line, place.column, place.line, len(line) + 1)
        return span, f"{line[place.column - 1 :]}\n{' ' * key.end()}{new}"
    return place, f"{line[place.column - 1 : place.end_column - 1]}, {new}" if _IN_BRACES.search(before) else None


def _items(item: re.Match[str], steps: Sequence[Sequence[str]]) -> str:
    """`steps` as items like `item`, without the dash of the first."""
    indent = " " * item.end(2)
    return f"\n{item[1]}{item[2]}".join(f"\n{indent}".join(lines) for lines in steps)
