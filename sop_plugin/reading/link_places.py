"""Where links stand in a file: the Markdown parser tells the paragraph only."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from urllib.parse import unquote

from sop_plugin.model.diagnostic import Span

MOST_SEARCHED = 20_000_000
"""Characters looked through for the links of one file, so that no file keeps the search busy. Only links that are not
written as they read, by the ten thousand, come near it; they are placed at their paragraph."""


class LinkPlaces:
    """Finds the targets of links in a text, which are asked for in the order in which they are written."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self._first, self._at = 0, 0
        self._searched = 0

    def find(self, target: str, first: int, last: int, end_of_text: int | None = None) -> Span:
        """Where `target` stands in the lines from `first` to `last`, or in those behind them up to `end_of_text`, by
        default all, where references are explained.

        The start of the first line where it is written some other way.
        """
        if first != self._first:
            self._first, self._at = first, 0
        start, end = self._starts[first - 1], self._starts[min(last, len(self._starts) - 1)]
        behind = len(self._text) if end_of_text is None else self._starts[min(end_of_text, len(self._starts) - 1)]
        # The parser percent-encodes what an author need not.
        for written in (target, unquote(target)) if "%" in target else (target,):
            for low, high in ((max(start, self._at), end), (end, behind), (start, end)):
                found = self._search(written, low, high)
                if found >= 0:
                    if found < end:
                        self._at = found + len(written)
                    line = bisect_right(self._starts, found)
                    column = found - self._starts[line - 1] + 1
                    return Span(line, column, line, column + len(written))
        return Span(first, 1, first, 2)

    def _search(self, written: str, low: int, high: int) -> int:
        if not written or low >= high or self._searched > MOST_SEARCHED:
            return -1
        found = self._text.find(written, low, high)
        self._searched += (high if found < 0 else found) - low
        return found
