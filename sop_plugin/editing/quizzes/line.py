"""What the cursor stands in below the front matter of a quiz, told from the lines around it.

Lines and columns count from 0 here, in characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from sop_plugin.reading.quizzes.attributes import NAMES
from sop_plugin.reading.quizzes.marks import ARROW, attribute, heading_parts

_HEADING = re.compile(r"(#{1,6})[ \t]")
_ID = re.compile(r"[{｛][#＃]([a-z0-9-]*)$")
_REST_OF_ID = re.compile(r"[a-z0-9-]*")
_BULLET = re.compile(r"[ \t]*[-*+][ \t]")
_TARGET = re.compile(r"[ \u3000]*[#＃]?([^\s()（）]*)$")
_BEGUN = re.compile(r"[ \t]*((?:[-=>#]|1\.|[A-Za-z_-]*)[ \[x\]]{0,4})$")
_COLON = re.compile(r"[:：][ \u3000]*")


class Part(StrEnum):
    """What can be written at a place: the NAME or the VALUE of a line such as `tags: a`, the ID of a heading, the
    TARGET of a choice, a line that has only BEGUN, or running TEXT.
    """

    NAME = "name"
    VALUE = "value"
    ID = "id"
    TARGET = "target"
    BEGUN = "begun"
    TEXT = "text"


class Heading(NamedTuple):
    """A heading: its line, its level, its words and its id, "" where it has none."""

    line: int
    level: int
    title: str
    id: str


@dataclass(frozen=True, slots=True)
class BodyCursor:
    """A place in the Markdown of a quiz.

    `heading` is the nearest one above. Of a VALUE, `name` says of what. What is written stands from `start` to `end`.
    `leads` tells that nothing but attributes stands between the heading and this line.
    """

    part: Part
    line: int
    start: int
    end: int
    heading: Heading | None = None
    name: str = ""
    leads: bool = False


def body_cursor(lines: Sequence[str], first: int, line: int, column: int) -> BodyCursor:
    """The place at `line` and `column` of a quiz whose Markdown begins at the line `first`."""
    text = lines[line]
    column = min(column, len(text))
    before = text[:column]
    heading = _above(lines, first, line)
    if (match := _ID.search(before)) and _HEADING.match(text):
        rest = _REST_OF_ID.match(text, column)
        return BodyCursor(Part.ID, line, match.start(1), rest.end() if rest else column, heading)
    if _BULLET.match(before) and (arrows := list(ARROW.finditer(before))):
        match = _TARGET.match(before, arrows[-1].end())
        if match:
            return BodyCursor(Part.TARGET, line, match.start(1), column, heading)
    if heading is None or heading.line == line:
        return _begun(before, line, heading, leads=False)
    leads, may_follow = _position(lines, heading.line, line)
    if may_follow and attribute(text) and (colon := _COLON.search(text)):
        name = text[: colon.start()].strip().lower()
        if name in NAMES and column > colon.start():
            return BodyCursor(Part.VALUE, line, min(colon.end(), column), len(text), heading, name, leads)
        if name in NAMES:
            start = len(text) - len(text.lstrip())
            return BodyCursor(Part.NAME, line, start, colon.end(), heading, leads=leads)
    return _begun(before, line, heading, leads=leads)


def _begun(before: str, line: int, heading: Heading | None, *, leads: bool) -> BodyCursor:
    match = _BEGUN.match(before)
    if match is None:
        return BodyCursor(Part.TEXT, line, len(before), len(before), heading)
    return BodyCursor(Part.BEGUN, line, match.start(1), len(before), heading, leads=leads)


def _position(lines: Sequence[str], heading: int, line: int) -> tuple[bool, bool]:
    """Whether nothing but attributes stands between a heading and a line, and whether the line may be one itself."""
    leads = may_follow = True
    for number in range(line - 1, heading, -1):
        text = lines[number]
        if text.strip() and not _is_attribute(text):
            leads = False
            # A blank line begins a paragraph, in which attributes may stand again.
            may_follow = may_follow and any(not each.strip() for each in lines[number:line])
            break
    return leads, may_follow


def _is_attribute(text: str) -> bool:
    said = attribute(text)
    return said is not None and said[0].lower() in NAMES


def _above(lines: Sequence[str], first: int, line: int) -> Heading | None:
    return next((found for number in range(line, first - 1, -1) if (found := heading_in(lines, number))), None)


def heading_in(lines: Sequence[str], number: int) -> Heading | None:
    """The heading in a line, if it is one."""
    match = _HEADING.match(lines[number])
    if match is None:
        return None
    title, identifier = heading_parts(lines[number][match.end() :])
    return Heading(number, len(match[1]), title, identifier)


def headings_below(lines: Sequence[str], line: int) -> Iterator[Heading]:
    """The headings further down than that at `line`, up to the next one at its level: those of a case's scenes."""
    own = heading_in(lines, line)
    for number in range(line + 1, len(lines)):
        found = heading_in(lines, number)
        if found and own and found.level <= own.level:
            return
        if found:
            yield found
