"""Slips of the keyboard that YAML notices late or names badly: which one it is, where, and how it should read."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import NamedTuple


class Slip(NamedTuple):
    """A slip: its name in the catalogues, its line and columns (from 0, the end behind it), and what belongs there."""

    problem: str
    line: int
    start: int
    end: int
    instead: str


_FIELD = r"[A-Za-z_]+"
_HYPHEN = re.compile(rf"\s*(?P<slip>-(?={_FIELD}[:：])|[－–—−]\s*(?={_FIELD}[:：]))")
_COLON = re.compile(rf"\s*(?:- +)*{_FIELD}(?P<slip>：\s*|:(?=[^\s/:]))")
_ENCLOSED = re.compile(rf"\s*(?:- +)*(?:{_FIELD}:\s+)?(?P<value>[\"'\[{{].*?)\s*$")
_GLUED = re.compile(rf"(?P<word>{_FIELD})(?P<colon>[:：])\s*(?P<value>.+)", re.DOTALL)
_PAIRS = {"'": "'", '"': '"'}


def field_slip(text: str, line: int = 0) -> Slip | None:
    """The slip in how a list item or a field begins: `-id: a`, `－id: a`, `id:a` or `id：a`."""
    hyphen = _HYPHEN.match(text)
    if hyphen:
        name = "hyphen-without-space" if hyphen["slip"] == "-" else "full-width-hyphen"
        return Slip(name, line, hyphen.start("slip"), hyphen.end("slip"), "- ")
    colon = _COLON.match(text)
    if colon:
        name = "colon-without-space" if colon["slip"] == ":" else "full-width-colon"
        return Slip(name, line, colon.start("slip"), colon.end("slip"), ": ")
    return None


def glued_field(text: str, fields: Container[str]) -> tuple[str, str, str] | None:
    """The field, the slip and the value of `use:milk` or `use：milk`, if it is one of `fields`; else None."""
    match = _GLUED.fullmatch(text)
    if not match or match["word"] not in fields:
        return None
    slip = "full-width-colon" if match["colon"] == "：" else "colon-without-space"
    return match["word"], slip, match["value"]


def slip_near(lines: list[str], line: int, column: int) -> Slip | None:
    """The slip that made the parser give up at `line` and `column` (from 0), if it is one of those known here."""
    if line < len(lines) and (enclosed := _text_after_end(lines[line], line, column)):
        return enclosed
    here = lines[line] if line < len(lines) else ""
    if ": " in here[:column]:
        return None
    above = next((number for number in range(min(line, len(lines)) - 1, -1, -1) if lines[number].strip()), None)
    return field_slip(here, line) or (field_slip(lines[above], above) if above is not None else None)


def _text_after_end(text: str, line: int, column: int) -> Slip | None:
    """`'Don't wait'`: a text that begins with a quotation mark or a bracket and goes on behind its end."""
    match = _ENCLOSED.match(text)
    if not match or match.start("value") >= column:
        return None
    value = match["value"]
    mark = _PAIRS.get(value[0])
    whole = value[1:-1] if mark and len(value) > 2 and value.endswith(mark) else value
    return Slip("text-after-end", line, match.start("value"), match.end("value"), quoted(whole))


def quoted(text: str) -> str:
    """`text` between quotation marks, so that nothing in it is YAML's."""
    return f'"{text}"' if '"' not in text and "\\" not in text else "'{}'".format(text.replace("'", "''"))
