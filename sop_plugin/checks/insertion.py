"""Where lines go into the steps of a translation, so that the corrected text can be pasted as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sop_plugin.model.diagnostic import Span
from sop_plugin.model.document import Document
from sop_plugin.model.kinds import Namespace

_HEAD = re.compile(r"([ ]*)(-[ ]+)id:[ ]+")
_KEY = "id: "


def before_step(document: Document, step: str, steps: Sequence[Sequence[str]]) -> tuple[Span, str | None]:
    """The place of a step's id, and what should stand there so that `steps`, each its lines, come before it.

    None where the step is not written line by line, beginning with its id.
    """
    span, line = _written(document, step)
    head = _HEAD.fullmatch(line[: span.column - 1])
    if head is None:
        return span, None
    start = len(head[1] + head[2])
    whole = Span(span.line, start + 1, span.end_line, span.end_column)
    return whole, _items(head, [*steps, [line[start : span.end_column - 1]]])


def after_step(document: Document, step: str, steps: Sequence[Sequence[str]]) -> tuple[Span, str | None]:
    """The end of a step, and what should stand there so that `steps` come behind it."""
    span, line = _written(document, step)
    head = _HEAD.fullmatch(line[: span.column - 1])
    if head is None:
        return span, None
    all_lines = document.text.split("\n")
    last = span.line - 1
    for number in range(span.line, len(all_lines)):
        each = all_lines[number]
        if each.strip():
            if len(each) - len(each.lstrip(" ")) <= len(head[1]):
                break
            last = number
    end = all_lines[last].rstrip()
    column = len(end) - len(end.lstrip()) + 1
    place = Span(last + 1, column, last + 1, len(end) + 1)
    return place, f"{end.lstrip()}\n{head[1]}{head[2]}{_items(head, steps)}"


def behind_id(document: Document, step: str, line: str) -> tuple[Span, str | None]:
    """The place of a step's id, and what should stand there so that `line` comes next."""
    span, written = _written(document, step)
    before = written[: span.column - 1]
    own = written[span.column - 1 : span.end_column - 1]
    if _HEAD.fullmatch(before):
        return span, f"{own}\n{' ' * before.index(_KEY)}{line}" if not written[span.end_column - 1 :].strip() else None
    return span, f"{own}, {line}" if re.search(r"\{[^{}]*\bid:\s+$", before) else None


def _items(head: re.Match[str], steps: Sequence[Sequence[str]]) -> str:
    """`steps` as items like the one that begins with `head`, without the dash of the first."""
    indent = " " * len(head[1] + head[2])
    return f"\n{head[1]}{head[2]}".join(f"\n{indent}".join(lines) for lines in steps)


def _written(document: Document, step: str) -> tuple[Span, str]:
    span = document.declared[Namespace.STEP][step]
    lines = document.text.split("\n")
    return span, lines[span.line - 1] if span.line <= len(lines) else ""
