"""Text as a terminal shows it."""

from __future__ import annotations

import unicodedata
from functools import cache

from sop_plugin.words.visible import escaped

TAB = "    "
"""What a tab is shown as, so that a caret below it stands right on every terminal."""


def visible(text: str) -> str:
    """`text` with nothing in it that a terminal would obey."""
    return escaped(text, keep="\t").replace("\t", TAB)


def width(text: str) -> int:
    """The columns that `text` takes; wide East Asian characters take two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


@cache
def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
