"""Places as the protocol counts them. Ours count characters from 1; the protocol's count from 0, in UTF-16 code units
unless the editor and the server agree on something else.
"""

from __future__ import annotations

from collections.abc import Sequence

from lsprotocol.types import Position, PositionEncodingKind, Range

from sop_plugin.model.diagnostic import Span


def units(text: str, encoding: str) -> int:
    """How long a text is in the units of an encoding."""
    if encoding == PositionEncodingKind.Utf32 or text.isascii():
        return len(text)
    if encoding == PositionEncodingKind.Utf8:
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text) + sum(character > "\uffff" for character in text)


def range_of(span: Span, lines: Sequence[str], encoding: str) -> Range:
    """A span of a text with these lines; what lies behind the end of the text is put at its end."""
    return Range(
        _position(span.line, span.column, lines, encoding), _position(span.end_line, span.end_column, lines, encoding)
    )


def _position(line: int, column: int, lines: Sequence[str], encoding: str) -> Position:
    if line > len(lines):
        line, column = len(lines), len(lines[-1]) + 1
    return Position(line - 1, units(lines[line - 1][: column - 1], encoding))


def column_of(position: Position, lines: Sequence[str], encoding: str) -> int:
    """The column of a position in characters, from 0; behind the end of its line, that end."""
    text = lines[position.line] if position.line < len(lines) else ""
    if encoding == PositionEncodingKind.Utf32 or text.isascii():
        return min(position.character, len(text))
    left = position.character
    for column, character in enumerate(text):
        if left <= 0:
            return column
        left -= units(character, encoding)
    return len(text)
