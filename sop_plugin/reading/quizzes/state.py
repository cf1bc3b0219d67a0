"""What is gathered while the questions of a quiz are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sop_plugin.model.answers import BLANK
from sop_plugin.model.diagnostic import Span
from sop_plugin.model.document import Path
from sop_plugin.reading.decoding import Decoding
from sop_plugin.reading.markdown import is_plain
from sop_plugin.reading.quizzes.cutting import place_of


@dataclass(slots=True)
class Reading:
    """The body of a quiz, and what is found in it.

    `first` is the line of the file in which the body begins. `places` lead from the number of a question, and the part
    of it, to where that stands. `markdown` are the texts that hold markup, with the lines of the file they stand in.
    """

    lines: Sequence[str]
    first: int
    decoding: Decoding
    places: dict[Path, Span]
    markdown: list[tuple[str, int, int]] = field(default_factory=list)

    def place(self, text: str, line: int) -> Span:
        """Where `text` stands in a line of the body."""
        return place_of(text, line, self.lines, self.first)

    def fault(self, rule: str, span: Span, instead: str | None = None, **arguments: str) -> None:
        """Notes a fault."""
        self.decoding.fault_at(rule, span, instead, **arguments)

    def words(self, text: str, line: int, end: int) -> str:
        """`text`, which stands in the lines from `line` to before `end`, noted where it holds markup."""
        if text and not is_plain(text):
            self.markdown.append((text, self.first + line, self.first + max(end, line + 1) - 1))
        return text


def without_blank_marks(body: str) -> str:
    """A body in which no character stands that only the reader may put there."""
    return body.replace(BLANK, "\ufffd") if BLANK in body else body
