"""Changes to texts, as an editor applies them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from sop_plugin.model.diagnostic import Span


class Edit(NamedTuple):
    """What should stand at a span of a file. Spans of one file never overlap, and count as diagnostics do."""

    file: Path
    span: Span
    text: str


def by_file(edits: Iterable[Edit]) -> dict[Path, list[Edit]]:
    """The edits of each file, in the order of their places, each once."""
    found: dict[Path, list[Edit]] = {}
    for edit in sorted(set(edits)):
        found.setdefault(edit.file, []).append(edit)
    return found


def applied(text: str, edits: Iterable[Edit]) -> str:
    """`text`, whose lines end in a newline character, with the edits of its file made."""
    lines = text.split("\n")
    for _, span, new in sorted(edits, reverse=True):
        first, last = lines[span.line - 1], lines[span.end_line - 1]
        whole = first[: span.column - 1] + new + last[span.end_column - 1 :]
        lines[span.line - 1 : span.end_line] = whole.split("\n")
    return "\n".join(lines)


def stretch(lines: list[str], span: Span) -> str:
    """What stands at a span of a text."""
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    between = lines[span.line : span.end_line - 1]
    return "\n".join(
        [lines[span.line - 1][span.column - 1 :], *between, lines[span.end_line - 1][: span.end_column - 1]]
    )
