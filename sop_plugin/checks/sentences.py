"""Where sentences begin and end, in English and in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A line break within a paragraph ends no sentence; one before an item, a heading or a row does.
_BREAK = r"\n(?=[ \t]*(?:\n|[-*+>|#!]|\d+[.)]\s|$))"
_END = re.compile(rf"[。！？；]+[」』”）]*|(?<![.!?;])[.!?;]++[\"'”’)\]]*+(?=\s|$)|{_BREAK}")
_NO_END = re.compile(r"(?:\b(?:e\.g|i\.e|approx|no|nos|fig|mr|mrs|ms|dr|art|sec|vs)|\b[A-Z])\.$")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The place of each sentence of `text`: its start, and its end behind the last mark."""
    start = 0
    for match in _END.finditer(text):
        if match[0] == "." and _NO_END.search(text, max(start, match.end() - 8), match.end()):
            continue
        yield start, match.end()
        start = match.end()
    if start < len(text):
        yield start, len(text)
