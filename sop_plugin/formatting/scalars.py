"""How a text is written in a front matter: plain, between quotation marks, or as a block of lines."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any, NamedTuple

from sop_plugin.reading.source import holds_forbidden
from sop_plugin.reading.yaml_slips import quoted

WIDTH = 120
"""Columns of a line that is filled, or that holds a list in brackets; a Han character takes two."""

_INDICATOR = re.compile(r"[,\[\]{}#&*!|>'\"%@`]|[-?:](?![^\s,\[\]{}])|---|\.\.\.")
_PUNCTUATION = re.compile(r":(?:\s|$)|\s#|[\t\n]")
_IN_BRACKETS = re.compile(r"[,\[\]{}]|:(?!\w)")
_OF_A_TYPE = re.compile(
    r"~|null|true|false|yes|no|on|off|y|n|=|<<|[-+]?\.(?:inf|nan)|[-+.]*\d[\d_.,:eE+\-TZ ]*|0[xob][\da-f_]+",
    re.IGNORECASE,
)
"""What we read as text but other programs, such as editors, take for a number, a date or a truth value."""

_FOLD = re.compile(r"(?<=\S) (?=\S)")
_BREAKS = re.compile(r"(\n+)")


class Written(NamedTuple):
    """A text as it is written: what follows the colon or hyphen, and the lines below."""

    first: str
    below: tuple[str, ...] = ()


def columns(text: str) -> int:
    """The columns that a text takes on a screen."""
    return len(text) + sum(unicodedata.east_asian_width(character) in "WF" for character in text)


def on_one_line(scalar: Any, *, in_brackets: bool, in_list: bool = False) -> str:
    """A text without line breaks of its own in the file; quotation marks only where they are needed or protect.

    In a list in brackets those that an author set stay: they tell that a comma does not part a sentence there.
    """
    text: str = scalar.value
    if not scalar.style and "\n" not in text:
        return text
    protected = scalar.style and (in_list or _OF_A_TYPE.fullmatch(text))
    if text and not protected and _is_plain(text, in_brackets=in_brackets):
        return text
    if holds_forbidden(text) or re.search(r"[\n\t]", text):
        return _escaped(text)
    return quoted(text)


def written(scalar: Any, indent: int, room: int) -> Written:
    """A text where lines may follow, which are indented by `indent` columns; `room` columns are left on the first."""
    text: str = scalar.value
    if scalar.style not in ("|", ">") and "\n" not in text:
        line = on_one_line(scalar, in_brackets=False)
        if scalar.start_mark.line == scalar.end_mark.line or columns(line) <= room or not _folds(text):
            return Written(line)
        return _folded(text, indent)
    if not text.strip() or holds_forbidden(text) or "\t" in text[:1]:
        return Written(_escaped(text)) if text else Written('""')
    return _folded(text, indent) if scalar.style == ">" and _folds(text) else _literal(text, indent)


def _is_plain(text: str, *, in_brackets: bool) -> bool:
    """Whether a text needs no quotation marks."""
    return not (
        text != text.strip()
        or _INDICATOR.match(text)
        or _PUNCTUATION.search(text)
        or (in_brackets and _IN_BRACKETS.search(text))
        or holds_forbidden(text)
    )


def _escaped(text: str) -> str:
    """A text between quotation marks on one line, with escapes for what cannot stand there as it is."""
    return "".join(
        f"\\u{ord(character):04X}" if holds_forbidden(character) else character
        for character in json.dumps(text, ensure_ascii=False)
    )


def _chomping(text: str) -> str:
    """The sign that tells how many line breaks the text ends with."""
    return "-" if not text.endswith("\n") else "+" if text.endswith("\n\n") else ""


def _literal(text: str, indent: int) -> Written:
    """A block of lines as they are."""
    lines = text.removesuffix("\n").split("\n")
    first = next(line for line in lines if line)
    # Where the text itself begins with a space, how far the block is indented must be said.
    sign = "2" if first[0] == " " else ""
    return Written(f"|{sign}{_chomping(text)}", tuple(f"{' ' * indent}{line}" if line else "" for line in lines))


def _folds(text: str) -> bool:
    """Whether line breaks can stand for single spaces of a text and nothing else changes."""
    body = text.rstrip("\n")
    return bool(body) and all(line == line.strip() for line in body.split("\n")) and not body.startswith("\n")


def _folded(text: str, indent: int) -> Written:
    """A block of lines that are filled up; a line break of the text is an empty line."""
    body = text.rstrip("\n")
    lines: list[str] = []
    for part in _BREAKS.split(body):
        if part.startswith("\n"):
            lines += [""] * len(part)
        else:
            lines += [f"{' ' * indent}{line}" for line in _filled(part, WIDTH - indent)]
    lines += [""] * (len(text) - len(body) - 1)
    return Written(f">{_chomping(text)}", tuple(lines))


def _filled(text: str, width: int) -> list[str]:
    """A text cut at single spaces into lines of at most `width` columns, as far as it has spaces."""
    words = _FOLD.split(text)
    lines = [words[0]]
    taken = columns(words[0])
    for word in words[1:]:
        more = 1 + columns(word)
        if taken + more <= width:
            lines[-1] += f" {word}"
            taken += more
        else:
            lines.append(word)
            taken = more - 1
    return lines
