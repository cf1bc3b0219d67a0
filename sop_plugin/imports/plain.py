"""Plain text to Markdown that says the same, and Markdown on a line of its own."""

from __future__ import annotations

import re

from sop_plugin.model.han import breaks_with_space

HARD_BREAK = "\\\n"

_BACKSLASH = re.compile(r"\\(?=[!-/:-@\[-`{-~\\]|$)")
_MARKS = re.compile(r"[`\[{]|~(?=~)|<(?=[A-Za-z/!?])|&(?=#?\w+;)|!(?=\[)")
_STAR = re.compile(r"\*(?!\s)|(?<!\s)\*")
_UNDERSCORE = re.compile(r"(?<!\w)_(?=\S)|(?<=\S)_(?!\w)")
_LINE_START = re.compile(r"([-+*](?=\s|$)|[>#|]|:(?=\s)|=+(?=\s*$)|-{2,}(?=\s*$)|!!!|\?\?\?)")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


def escaped(text: str) -> str:
    """Markdown for one line of plain text, wherever in a line it stands."""
    text = _BACKSLASH.sub(r"\\\\", text)
    for marks in (_MARKS, _STAR, _UNDERSCORE):
        text = marks.sub(lambda match: f"\\{match[0]}", text)
    return text


def line_guarded(markdown: str) -> str:
    """A line of Markdown that begins no list, heading or other block."""
    markdown = _NUMBERED.sub(r"\1\\\2", markdown, count=1) if _NUMBERED.match(markdown) else markdown
    return f"\\{markdown}" if _LINE_START.match(markdown) else markdown


def escaped_lines(text: str) -> str:
    """Markdown for plain text of several lines: empty ones part paragraphs."""
    lines = [line_guarded(escaped(line.strip())) for line in text.strip().split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def on_one_line(markdown: str) -> str:
    """Markdown whose lines and paragraphs are put behind each other, with a space unless both are Han."""
    parts: list[str] = []
    for line in filter(None, map(str.strip, markdown.replace(HARD_BREAK, "\n").split("\n"))):
        if parts and breaks_with_space(parts[-1], line):
            parts.append(" ")
        parts.append(line)
    return "".join(parts)


def in_short(text: str, length: int = 60) -> str:
    """The beginning of a text, on one line, as a report names it."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else f"{flat[: length - 1]}…"
