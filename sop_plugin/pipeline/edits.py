"""Corrections applied to the bytes of a file. Byte order mark and line ends stay as they are."""

from __future__ import annotations

from collections.abc import Iterable

from sop_plugin.model.diagnostic import Diagnostic, Span
from sop_plugin.reading.line_ends import Lines, split
from sop_plugin.reading.source import BOM


def without_overlaps(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Those corrections that can be made together: of two that overlap the first."""
    chosen: list[Diagnostic] = []
    for each in sorted((each for each in found if each.instead is not None), key=lambda each: each.span):
        if not chosen or _start(each.span) >= _end(chosen[-1].span):
            chosen.append(each)
    return chosen


def corrected(data: bytes, found: Iterable[Diagnostic]) -> bytes:
    """A file in UTF-8 with the corrections made, which must not overlap. A place that is not there stays as it is."""
    mark = BOM if data.startswith(BOM) else b""
    text = data.removeprefix(BOM).decode()
    lines = split(text)
    # From the end to the beginning, so that the places of those still to come stay true.
    for each in sorted(found, key=lambda each: each.span, reverse=True):
        if each.instead is not None and each.span.end_line <= len(lines.texts):
            start, end = _offset(lines, *_start(each.span)), _offset(lines, *_end(each.span))
            text = text[:start] + each.instead.replace("\n", lines.usual_end) + text[end:]
    return mark + text.encode()


def _start(span: Span) -> tuple[int, int]:
    return span.line, span.column


def _end(span: Span) -> tuple[int, int]:
    return span.end_line, span.end_column


def _offset(lines: Lines, line: int, column: int) -> int:
    """How many characters of the file stand before a place, counted from 1."""
    before = sum(map(len, lines.texts[: line - 1])) + sum(map(len, lines.ends[: line - 1]))
    return before + min(column - 1, len(lines.texts[line - 1]))
