"""Where in a front matter the cursor stands, told from lines and indentation alone.

While somebody types there is often no tree to ask: `role: ` is cut off, a quotation mark is open. Lines and columns
count from 0 here, in characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from sop_plugin.reading.yaml_tree import MAX_DEPTH

Way = tuple[str | None, ...]
"""Keys that lead to a place, None for an item of a list: `("steps", None, "go")`."""

MOST_FLOW_LINES = 60
"""Lines above the cursor among which the bracket that encloses it is looked for."""

_BRACKET = re.compile(r"[\[\]{}]")
_KEY = re.compile(r"([\w-]+):(?=\s|$)")
_REST_OF_KEY = re.compile(r"[\w-]*:(?:\s|$)")
_QUOTED = re.compile(r"""(?<![^\s,\[{:])(?:"(?:[^"\\]|\\.)*"|'[^']*')""")
_BLOCK_TEXT = re.compile(r"[|>][+-]?\d?\s*(?:#.*)?$")
_FLOW_KEY = re.compile(r"\s*[\"']?([\w-]+)[\"']?\s*:(?:\s+|$)")


class Writing(StrEnum):
    """What can be written where the cursor stands.

    A KEY of a mapping, a VALUE of a key, an ITEM that may be either, or nothing that we know of: running TEXT.
    """

    KEY = "key"
    VALUE = "value"
    ITEM = "item"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in a front matter.

    `way` leads to the mapping whose key, or to the value, that is written here. `word` is what stands there, without
    quotation marks, from `start` to `end`; `before` is what of it stands before the cursor. `given` are the other keys
    of the mapping. `glued` tells that the value would follow its colon without a space. `in_flow` that brackets
    enclose it.
    """

    writing: Writing
    way: Way
    line: int
    start: int
    end: int
    word: str
    before: str
    given: frozenset[str] = frozenset()
    glued: bool = False
    in_flow: bool = False


def cursor_at(lines: Sequence[str], first: int, line: int, column: int) -> Cursor:
    """The place at `line` and `column` of a front matter that begins at the line `first`."""
    column = min(column, len(lines[line]))
    if _in_comment(lines[line], column):
        return _text((), line, column)
    opened = _open_brackets(lines, first, line, column)
    if len(opened) > MAX_DEPTH:
        return _text((), line, column)
    if opened:
        return _in_flow(lines, first, line, column, opened)
    return _in_block(lines, first, line, column)


def _text(way: Way, line: int, column: int) -> Cursor:
    return Cursor(Writing.TEXT, way, line, column, column, "", "")


def _in_comment(text: str, column: int) -> bool:
    mark = re.search(r"(?:^|\s)#", _masked(text))
    return mark is not None and mark.end() <= column


def _masked(text: str) -> str:
    """`text` with what stands in quotation marks blotted out."""
    if '"' not in text and "'" not in text:
        return text
    return _QUOTED.sub(lambda match: "_" * len(match[0]), text)


# Lines of a block


def _elements(text: str) -> tuple[list[tuple[int, str | None]], int]:
    """The hyphens (None) and the key with which a line begins, each with its column, and where the rest begins."""
    found: list[tuple[int, str | None]] = []
    at = len(text) - len(text.lstrip(" "))
    while text[at : at + 2] in ("- ", "-"):
        found.append((at, None))
        rest = text[at + 1 :]
        at += 1 + len(rest) - len(rest.lstrip(" "))
    key = _KEY.match(text, at)
    if key:
        found.append((at, key[1]))
        at = key.end() + len(text[key.end() :]) - len(text[key.end() :].lstrip(" "))
    return found, at


def _above(
    lines: Sequence[str], first: int, line: int, elements: Sequence[tuple[int, str | None]]
) -> Iterator[tuple[int, str | None, str]]:
    """Hyphens and keys to the left of and above a place, from near to far, each with what stands behind it."""
    for column, key in reversed(elements):
        yield column, key, ""
    for number in range(line - 1, first - 1, -1):
        text = lines[number]
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        found, rest = _elements(text)
        for column, key in reversed(found):
            yield column, key, text[rest:] if key is not None else ""


def _climb(
    lines: Sequence[str], first: int, line: int, column: int, elements: Sequence[tuple[int, str | None]]
) -> tuple[Way, bool]:
    """The way to what stands at `column` behind `elements`, and whether that can be anything but running text."""
    way: list[str | None] = []
    structured = True
    is_item = False
    for at, key, rest in _above(lines, first, line, elements):
        if at < column or (is_item and key is not None and at == column):
            if rest and not rest.startswith("#"):
                structured = False
            way.append(key)
            column, is_item = at, key is None
            if column == 0 and key is not None:
                break
    return tuple(reversed(way)), structured


def _siblings(lines: Sequence[str], first: int, line: int, column: int, *, begins: bool) -> tuple[set[str], bool]:
    """The other keys of the mapping at `column`, and whether list items stand there instead.

    `begins` tells that the mapping begins on this line, so that what stands above belongs to another.
    """
    keys: set[str] = set()
    items = False
    up = range(line - 1, first - 1, -1) if not begins else range(0)
    for numbers in (up, range(line + 1, len(lines))):
        for number in numbers:
            text = lines[number]
            if not text.strip() or text.lstrip().startswith("#"):
                continue
            if text.rstrip() == "---":
                break
            found, _ = _elements(text)
            indent = len(text) - len(text.lstrip(" "))
            if indent >= column or number < line:
                keys |= {key for at, key in found if at == column and key is not None}
                items |= any(at == column and key is None for at, key in found)
            if indent < column:
                break
    return keys, items


def _in_block(lines: Sequence[str], first: int, line: int, column: int) -> Cursor:
    text = lines[line]
    elements, start = _elements(text[:column])
    if elements and elements[-1][1] is not None:
        way, structured = _climb(lines, first, line, start, elements)
        if not structured or _BLOCK_TEXT.match(text[start:]):
            return _text(way, line, column)
        return _value(Writing.VALUE, way, line, start, column, _end_of_scalar(text, start), text)
    if not text.strip():
        start = column
    way, structured = _climb(lines, first, line, start, elements)
    if not structured:
        return _text(way, line, column)
    is_key = bool(_REST_OF_KEY.match(text, column))
    keys, items = _siblings(lines, first, line, start, begins=bool(elements))
    end = start + len(re.match(r"[\w-]*", text[start:])[0])  # type: ignore[index]  # it matches nothing at least
    if is_key or (not elements and (keys or not way or way[-1] is None)):
        if column > end or (items and not keys):
            return _text(way, line, column)
        return Cursor(Writing.KEY, way, line, start, end, text[start:end], text[start:column], frozenset(keys))
    if items:
        return _text(way, line, column)
    end = _end_of_scalar(text, start)
    return _value(Writing.ITEM, way, line, start, column, end, text, frozenset(keys))


def _end_of_scalar(text: str, start: int) -> int:
    comment = re.search(r"\s#", _masked(text)[start:])
    return len(text[: start + comment.start() if comment else len(text)].rstrip())


def _value(
    writing: Writing,
    way: Way,
    line: int,
    start: int,
    column: int,
    end: int,
    text: str,
    given: frozenset[str] = frozenset(),
    *,
    in_flow: bool = False,
) -> Cursor:
    end = max(end, column)
    glued = start > 0 and text[start - 1] == ":"
    if text[start : start + 1] in ("'", '"') and column > start:
        quote = text[start]
        start += 1
        if end > start and text[end - 1] == quote and column < end:
            end -= 1
    return Cursor(writing, way, line, start, end, text[start:end], text[start:column], given, glued, in_flow)


# Brackets


@dataclass(frozen=True, slots=True)
class _Opened:
    line: int
    column: int
    bracket: str


def _open_brackets(lines: Sequence[str], first: int, line: int, column: int) -> list[_Opened]:
    """The brackets that are open at a place, the outermost first.

    What is indented no deeper than the line of a bracket does not lie within it, closed or not.
    """
    found: list[_Opened] = []
    depth, shallowest = 0, len(lines[line])
    for number in range(line, max(first, line - MOST_FLOW_LINES) - 1, -1):
        text = _masked(lines[number])
        text = text[:column] if number == line else text
        indent = len(text) - len(text.lstrip(" "))
        for bracket in reversed(list(_BRACKET.finditer(text))):
            if bracket[0] in "]}":
                depth += 1
            elif depth:
                depth -= 1
            elif number == line or indent < shallowest:
                found.append(_Opened(number, bracket.start(), bracket[0]))
        if text.strip():
            shallowest = min(shallowest, indent)
    opened: list[_Opened] = []
    for each in reversed(found):
        if _opens(lines[each.line][: each.column], within=bool(opened)):
            opened.append(each)
    return opened


def _opens(before: str, *, within: bool) -> bool:
    """Whether a bracket behind `before` begins a value, and is not part of a text; `within` another it may follow a
    comma.
    """
    bare = before.rstrip()
    if not bare or bare[-1] in "[{" or (within and bare[-1] == ","):
        return True
    return bare[-1] in ":-" and bare != before


def _way_to(lines: Sequence[str], first: int, opened: Sequence[_Opened]) -> Way:
    """The way to the value that begins at the last of the brackets."""
    outermost = opened[0]
    elements, start = _elements(lines[outermost.line][: outermost.column])
    way = _climb(lines, first, outermost.line, start, elements)[0]
    for outer, inner in pairwise(opened):
        part = _parts(_between(lines, outer.line, outer.column + 1, inner.line, inner.column))[-1]
        key = _FLOW_KEY.match(part) if outer.bracket == "{" else None
        way = (*way, key[1] if key else None)
    return way


def _between(lines: Sequence[str], line: int, column: int, end_line: int, end: int) -> str:
    if line == end_line:
        return lines[line][column:end]
    return "\n".join([lines[line][column:], *lines[line + 1 : end_line], lines[end_line][:end]])


def _parts(text: str) -> list[str]:
    """What commas separate, as far as no bracket encloses them."""
    masked, depth, start = _masked(text), 0, 0
    parts: list[str] = []
    for at, character in enumerate(masked):
        if character in "[{":
            depth += 1
        elif character in "]}":
            depth -= 1
            if depth < 0:
                return [*parts, text[start:at]]
        elif character == "," and not depth:
            parts.append(text[start:at])
            start = at + 1
    return [*parts, text[start:]]


def _in_flow(lines: Sequence[str], first: int, line: int, column: int, opened: Sequence[_Opened]) -> Cursor:
    text = lines[line]
    way = _way_to(lines, first, opened)
    innermost = opened[-1]
    earlier = _parts(_between(lines, innermost.line, innermost.column + 1, line, column))
    last = min(line + MOST_FLOW_LINES, len(lines) - 1)
    later = _parts(_between(lines, line, column, last, len(lines[last])))
    part = earlier[-1].rpartition("\n")[2]
    start = column - len(part.lstrip())
    end = len(text[: column + len(later[0].partition("\n")[0])].rstrip())
    if innermost.bracket == "[":
        return _value(Writing.ITEM, (*way, None), line, start, column, end, text, in_flow=True)
    key = _FLOW_KEY.match(earlier[-1])
    if key:
        value = earlier[-1][key.end() :].rpartition("\n")[2]
        start = column - len(value.lstrip())
        return _value(Writing.VALUE, (*way, key[1]), line, start, column, end, text, in_flow=True)
    given = frozenset(match[1] for each in (*earlier[:-1], *later[1:]) if (match := _FLOW_KEY.match(each)))
    word = re.match(r"[\w-]*", text[start:])
    end = start + len(word[0]) if word else start
    if column > end:
        return _text(way, line, column)
    return Cursor(Writing.KEY, way, line, start, end, text[start:end], text[start:column], given, in_flow=True)
