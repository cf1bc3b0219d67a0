"""A front matter written anew from its nodes and notes.

The house's form: two spaces a level, lists indented below their key, at most one blank line, brackets only where their
author wrote them and they fit on one line.
"""

from __future__ import annotations

from typing import Any

from sop_plugin.formatting.notes import Notes, entries, is_collection
from sop_plugin.formatting.order import in_order, record_of
from sop_plugin.formatting.scalars import WIDTH, columns, on_one_line, written
from sop_plugin.reading.yaml_tree import MappingNode, Node

LEVEL = 2
"""Columns a level is indented by."""

_BLANK = "\n"
"""A blank line between entries, told from those within texts until all is laid out."""


def laid_out(root: Node, notes: Notes, record: type) -> list[str]:
    """The lines of a front matter whose `root` is a group of fields of `record`."""
    lines = _Layout(notes).lines(root, 0, record)
    kept = [
        line for before, line in zip(["", *lines], lines, strict=False) if line != _BLANK or before not in ("", _BLANK)
    ]
    while kept and kept[-1] == _BLANK:
        kept.pop()
    return ["" if line == _BLANK else line for line in kept]


class _Layout:
    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    def lines(self, node: Any, indent: int, record: type | None) -> list[str]:
        """A group or list as a block, each entry on lines of its own."""
        lines = []
        is_group = type(node) is MappingNode
        for handle, value in in_order(node.items, record) if is_group else list(entries(node)):
            own = self._record(handle, record) if is_group else record
            above, entry = self._entry(handle, value, indent, own, is_group=is_group)
            lines += [*self._indented(self._notes.before[id(handle)], indent), *above, *entry]
        while lines and lines[0] == _BLANK:
            lines.pop(0)
        return lines + self._indented(self._notes.below[id(node)], indent)

    def _entry(
        self, handle: Any, value: Any, indent: int, record: type | None, *, is_group: bool
    ) -> tuple[list[str], list[str]]:
        """The comments that go above an entry, and the entry."""
        head = " " * indent + (f"{on_one_line(handle, in_brackets=False)}:" if is_group else "-")
        *others, behind = self._notes.behind[id(handle)] or [""]
        above = self._indented(others, indent)
        behind = behind and f"  {behind}"
        room = WIDTH - columns(head) - 1
        if not is_collection(value):
            text = written(value, indent + LEVEL, room)
            return above, [f"{head} {text.first}".rstrip() + behind, *text.below]
        if value.start.flow_style and not (value.items and self._notes.within(value)):
            text_in_brackets = self._in_brackets(value, record)
            if not value.items or columns(text_in_brackets) <= room:
                above += self._indented(self._notes.below[id(value)], indent)
                return above, [f"{head} {text_in_brackets}{behind}"]
        below = self.lines(value, indent + LEVEL, record)
        if is_group:
            return above, [head + behind, *below]
        # A list's item begins behind its hyphen, so comments above its first line go above the hyphen.
        first = next(
            number for number, line in enumerate(below) if line != _BLANK and not line.lstrip().startswith("#")
        )
        comments = [behind.strip(), *(line.strip() for line in below[:first] if line != _BLANK)]
        above += self._indented([comment for comment in comments if comment], indent)
        return above, [f"{head} {below[first][indent + LEVEL :]}", *below[first + 1 :]]

    def _in_brackets(self, node: Any, record: type | None, *, in_list: bool = False) -> str:
        """A value on one line."""
        if not is_collection(node):
            return on_one_line(node, in_brackets=True, in_list=in_list)
        if type(node) is not MappingNode:
            return "[" + ", ".join(self._in_brackets(item, record, in_list=True) for item in node.items) + "]"
        parts = []
        for key, value in in_order(node.items, record):
            text = self._in_brackets(value, self._record(key, record))
            word = on_one_line(key, in_brackets=True)
            parts.append(f"{word}: {text}" if text else word)
        return "{" + ", ".join(parts) + "}"

    @staticmethod
    def _record(key: Any, record: type | None) -> type | None:
        return record_of(getattr(key, "value", ""), record)

    @staticmethod
    def _indented(notes: list[str], indent: int) -> list[str]:
        return [" " * indent + note if note else _BLANK for note in notes]
