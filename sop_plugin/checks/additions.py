"""How a file reads with a line more: the place and the text that stands there instead."""

from __future__ import annotations

from sop_plugin.model.diagnostic import Span
from sop_plugin.model.document import Document


def with_list_item(
    document: Document, key: str, count: int, item: str, *, beside: tuple[str, str]
) -> tuple[Span, str | None]:
    """The list `key` of a header with `item` behind its `count` items.

    Where the header has no such list, it is made below the key and its value that are given in `beside`. The text is
    None where the header is not written one key a line, so that no line can be added.
    """
    if count:
        return _behind_the_last(document, key, count, item)
    name, value = beside
    place = document.locate((name,))
    begins_its_line = place.column == len(f"{name}: ") + 1
    return place, f"{value}\n{key}:\n  - {item}" if begins_its_line else None


def _behind_the_last(document: Document, key: str, count: int, item: str) -> tuple[Span, str | None]:
    last, whole = document.locate((key, count - 1)), document.locate((key,))
    line, column = last.end_line, last.end_column
    end = Span(line, column, line, column)
    if whole.end_line == line and whole.end_column > column:
        return end, f", {item}"
    indent = " " * (last.column - len("- ") - 1)
    return end, f"\n{indent}- {item}"
