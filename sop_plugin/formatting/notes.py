"""Comments and blank lines, which YAML parsers drop, and the entries of the front matter they belong to.

Outside of scalars a `#` always begins a comment. One that stands on a line of its own belongs to the entry below it,
unless it is indented like the entries of the list or group that ends above; one behind a value belongs to that value.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from sop_plugin.reading.yaml_tree import MappingNode, Node, SequenceNode

_HEADER_COMMENT = re.compile(r"[|>][-+0-9]*[ \t]+(#.*)")

Place = tuple[int, int]
"""Line and column, from 0."""


_END: Place = (1 << 30, 0)
"""Behind everything."""


class Note(NamedTuple):
    """A comment, or with an empty text a blank line."""

    place: Place
    text: str
    alone: bool
    """Whether nothing else stands on its line."""


class Notes:
    """What belongs to which entry, by the key of a group or the item of a list."""

    __slots__ = ("_at", "_found", "before", "behind", "below")

    def __init__(self, root: Node, text: str) -> None:
        self.before: defaultdict[int, list[str]] = defaultdict(list)
        """Above an entry; an empty text is a blank line."""
        self.behind: defaultdict[int, list[str]] = defaultdict(list)
        """On an entry's own line."""
        self.below: defaultdict[int, list[str]] = defaultdict(list)
        """Below the last entry of a group or list, by the group or list."""
        self._found = list(_found(root, text.split("\n")))
        self._at = 0
        self._visit(root, 0, _END)
        self.below[id(root)] += self._taken(_END)

    def comments(self) -> list[str]:
        """All comments, in the order of the alphabet."""
        return sorted(note.text for note in self._found if note.text)

    def within(self, node: Node) -> bool:
        """Whether there is a comment within a group or list."""
        if not is_collection(node):
            return False
        if any(self.below[id(node)]):
            return True
        return any(
            any(self.before[id(handle)]) or self.behind[id(handle)] or self.within(value)
            for handle, value in entries(node)
        )

    def _taken(self, until: Place) -> list[str]:
        """What stands before a place and was not taken yet."""
        first = self._at
        while self._at < len(self._found) and self._found[self._at].place < until:
            self._at += 1
        return [note.text for note in self._found[first : self._at]]

    def _visit(self, node: Any, least_column: int, until: Place) -> None:
        """Hands out all that belongs to a group or list; what is indented less than `least_column` does not.

        What follows it begins at `until`.
        """
        inside = node.start.flow_style
        parts = list(entries(node))
        followers = [start_of(handle) for handle, _ in parts[1:]] + [end_of(node) if inside else until]
        for (handle, value), follower in zip(parts, followers, strict=False):
            self.before[id(handle)] += self._kept(self._taken(start_of(handle)), inside)
            if handle is not value:
                self._take_behind(handle, start_of(value), end_of(handle)[0])
                if not is_collection(value):
                    self.before[id(handle)] += filter(None, self._taken(start_of(value)))
            if is_collection(value):
                column = start_of(value)[1]
                self._visit(
                    value, column + (not inside and handle is not value and column <= start_of(handle)[1]), follower
                )
            self._take_behind(handle, follower, _last_line(value))
        if inside:
            self.below[id(node)] += filter(None, self._taken(end_of(node)))
        else:
            self.below[id(node)] += self._indented(least_column, until)

    @staticmethod
    def _kept(texts: list[str], inside: bool) -> list[str]:
        """Blank lines within brackets say nothing."""
        return [text for text in texts if text or not inside]

    def _take_behind(self, handle: Any, until: Place, line: int | None) -> None:
        """Takes the comments before a place that stand on `line` behind something else."""
        while self._at < len(self._found):
            note = self._found[self._at]
            if note.alone or note.place >= until or note.place[0] != line:
                return
            self.behind[id(handle)].append(note.text)
            self._at += 1

    def _indented(self, least_column: int, until: Place) -> list[str]:
        """The next comments before a place, as long as they are indented so much."""
        end = self._at
        for number in range(self._at, len(self._found)):
            note = self._found[number]
            if note.place >= until or (note.text and (not note.alone or note.place[1] < least_column)):
                break
            if note.text:
                end = number + 1
        texts = [note.text for note in self._found[self._at : end]]
        self._at = end
        return texts


def is_collection(node: Node) -> bool:
    """Whether a node is a group or a list."""
    return type(node) is MappingNode or type(node) is SequenceNode


def entries(node: Any) -> Iterator[tuple[Any, Any]]:
    """The entries of a group or list: what each is known by, its key or the item itself, and its value."""
    for item in node.items:
        yield item if type(node) is MappingNode else (item, item)


def start_of(node: Any) -> Place:
    """Where a node begins."""
    mark = node.start.start_mark if is_collection(node) else node.start_mark
    return mark.line, mark.column


def end_of(node: Any) -> Place:
    """Where a node ends; a block scalar is not known to end before the next line that says something."""
    mark = node.end.end_mark if is_collection(node) else node.end_mark
    return mark.line, mark.column


def _last_line(value: Any) -> int | None:
    """The line on which a comment stands behind a value; a group or list that is a block has none."""
    if is_collection(value):
        return end_of(value)[0] if value.start.flow_style else None
    mark = value.start_mark if value.style in ("|", ">") else value.end_mark
    return int(mark.line)


def _found(root: Node, lines: list[str]) -> Iterator[Note]:
    """All comments and blank lines, in order."""
    at: Place = (0, 0)
    for scalar in _scalars(root):
        yield from _between(lines, at, start_of(scalar))
        line, column = start_of(scalar)
        at = end_of(scalar)
        if scalar.style in ("|", ">"):
            if header := _HEADER_COMMENT.match(lines[line], column):
                yield Note((line, header.start(1)), header[1].rstrip(), False)
            at = _end_of_block(lines, scalar)
    yield from _between(lines, at, (len(lines), 0))


def _end_of_block(lines: list[str], scalar: Any) -> Place:
    """Where a block scalar ends: blank lines below it are its own only where it keeps them."""
    line, column = end_of(scalar)
    if not scalar.value.endswith("\n\n") and scalar.value.strip("\n"):
        while line - 1 > scalar.start_mark.line and not lines[line - 1].strip():
            line, column = line - 1, 0
    return line, column


def _between(lines: list[str], start: Place, end: Place) -> Iterator[Note]:
    for number in range(start[0], min(end[0] + 1, len(lines))):
        first = start[1] if number == start[0] else 0
        last = end[1] if number == end[0] else len(lines[number])
        text = lines[number][first:last]
        column = text.find("#")
        if column >= 0:
            alone = not lines[number][: first + column].strip()
            yield Note((number, first + column), text[column:].rstrip(), alone)
        elif not lines[number].strip() and number + 1 < len(lines):
            yield Note((number, 0), "", True)


def _scalars(node: Any) -> Iterator[Any]:
    """The scalars, in the order of the file."""
    if not is_collection(node):
        yield node
        return
    for handle, value in entries(node):
        if handle is not value:
            yield from _scalars(handle)
        yield from _scalars(value)
