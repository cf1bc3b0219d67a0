"""How far in a line of YAML belongs, by the lines above it."""

from __future__ import annotations

import re

_OPENS = re.compile(r" *(?P<item>(?:- +)*)(?P<field>[A-Za-z_]+:(?:\s|$))?")

WIDE = re.compile(r"[ \u00a0\u3000]*[\u00a0\u3000][ \u00a0\u3000]*")
"""An indentation with spaces in it that YAML takes for letters: full-width ones, and those that do not break."""

_FARTHEST = 3
"""Columns that a slip moves a line at most; what stands further off was meant to stand there."""


def indent_of(line: str) -> int:
    """The columns before the first word of a line; a full-width space is as wide as two."""
    start = line[: len(line) - len(line.lstrip(" \u00a0\u3000"))]
    return len(start) + start.count("\u3000")


def likely_indent(lines: list[str], number: int) -> int | None:
    """The indentation that line `number` should have: the nearest of those that the lines above it leave open.

    None where two are equally near, or none is.
    """
    text = lines[number].lstrip(" \u00a0\u3000")
    is_item = text.startswith("- ")
    here, limit = indent_of(lines[number]), 1 << 20
    columns: set[int] = set()
    for line in reversed(lines[:number]):
        opens = _OPENS.match(line)
        if not opens or not (opens["item"] or opens["field"]):
            continue
        indent = opens.start("item")
        if indent >= limit:
            continue
        limit = indent
        if is_item and opens["item"]:
            columns.add(indent)
        elif not is_item and opens["field"]:
            columns.add(opens.end("item"))
        if indent == 0:
            break
    near = sorted((abs(column - here), column) for column in columns if abs(column - here) <= _FARTHEST)
    if not near or (len(near) > 1 and near[0][0] == near[1][0]):
        return None
    return near[0][1]
