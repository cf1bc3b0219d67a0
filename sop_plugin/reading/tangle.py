"""How much markup a file may hold: Markdown takes its time over every mark, whether it means anything or not."""

from __future__ import annotations

import re
from collections.abc import Sequence

MOST_MARKS = 30_000
"""Line breaks and marks that the Markdown of one file holds at most. The longest real procedures hold a tenth of it;
more than this would take seconds, where they are set to be as hard as can be."""

_MARK = re.compile(r"[\n!#$%&*+\-:<=>@\[\\\]^_`{}~|]")


def first_too_many(texts: Sequence[str]) -> tuple[int, int] | None:
    """The mark with which all texts together hold too many: the number of its text and its place there; or None."""
    if sum(map(len, texts)) <= MOST_MARKS:
        return None
    left = MOST_MARKS
    for number, text in enumerate(texts):
        for mark in _MARK.finditer(text):
            if left == 0:
                return number, mark.start()
            left -= 1
    return None
