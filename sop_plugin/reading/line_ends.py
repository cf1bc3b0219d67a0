"""The lines of a text with the ends that its file gives them, which reading makes all alike."""

from __future__ import annotations

import re
from dataclasses import dataclass

_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text, and the end of each but the last, as the file has them."""

    texts: tuple[str, ...]
    ends: tuple[str, ...]

    @property
    def usual_end(self) -> str:
        """The end of the first line, which new lines get too."""
        return self.ends[0] if self.ends else "\n"

    def replaced(self, first: int, last: int, texts: list[str]) -> Lines:
        """With `texts` in the place of the lines from `first` up to `last` (from 0, the last not included).

        Lines that stay in their places keep their own ends; at least one line must be left.
        """
        new = (*self.texts[:first], *texts, *self.texts[last:])
        kept = self.ends[first : min(last, first + len(texts))]
        ends = self.ends[:first] + kept + (self.usual_end,) * (len(texts) - len(kept)) + self.ends[last:]
        return Lines(new, ends[: len(new) - 1])

    def joined(self) -> str:
        """The text."""
        parts = [text + end for text, end in zip(self.texts, self.ends, strict=False)]
        return "".join((*parts, *self.texts[len(self.ends) :]))


def split(text: str) -> Lines:
    """The lines of a text, cut where reading cuts them."""
    return Lines(tuple(_END.split(text)), tuple(_END.findall(text)))
