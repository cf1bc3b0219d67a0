"""A text where it stands in its file, so that a finding can point at the very word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from sop_plugin.model.diagnostic import Span
from sop_plugin.model.kinds import Markup

BODY = ("body",)
"""The `fields` of a part of the Markdown below the front matter."""

_CODE_OR_TARGET = re.compile(
    r"(?<!`)(`++)[^`\n]*\1|(?<=\])\([^()\n]*\)|<[a-z]+:[^<>\s]*>|https?://\S+|\{[#.][^{}\n]*\}"
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_FENCE = re.compile(r"[ >]*(`{3,}|~{3,})")


class Written(NamedTuple):
    """A text as it stands in the file, with indentation, quotation marks and line breaks, and where it begins."""

    text: str
    line: int
    column: int


class Passage:
    """A text of a file.

    `words` are what the author means: what the model holds of a field, or a stretch of the Markdown below the front
    matter. `way` leads to the value in the front matter; it is empty for the body. `step` is the id of the innermost
    step the text belongs to, "" outside all steps. `fields` are the names of the fields below that step, or else below
    the whole file: `("do",)`, `("quality", "text")`, `("exceptions", "when")`, `BODY`. They are the same for a text in
    short form. `markup` is None for what is no language, such as a person's name.
    """

    __slots__ = ("_breaks", "_offsets", "_written", "fields", "markup", "step", "way", "words")

    def __init__(
        self,
        words: str,
        written: Written,
        fields: tuple[str, ...],
        step: str,
        markup: Markup | None,
        way: tuple[str | int, ...] = (),
    ) -> None:
        self.words = words
        self.fields = fields
        self.step = step
        self.markup = markup
        self.way = way
        self._written = written
        self._offsets: Sequence[int] | None = None
        self._breaks: list[int] | None = None

    @property
    def prose(self) -> str:
        """`words` with spaces in the place of what nobody reads as language: code, targets of links, attributes.

        Every character keeps its place.
        """
        words = self.words
        if self.markup not in (Markup.INLINE, Markup.BLOCK):
            return words
        if "```" in words or "~~~" in words:
            words = _without_fences(words)
        if any(mark in words for mark in "`](<{:"):
            words = _CODE_OR_TARGET.sub(lambda match: " " * len(match[0]), words)
        return words

    def span(self, start: int, end: int) -> Span:
        """Where `words[start:end]` stands in the file; the whole text where its spelling in YAML hides the place."""
        if self._offsets is None:
            self._offsets = _offsets(self.words, self._written.text)
        if not self._offsets or not start < end <= len(self._offsets):
            return self.whole
        return self._place(self._offsets[start], self._offsets[end - 1] + 1)

    @property
    def whole(self) -> Span:
        """Where the text stands."""
        return self._place(0, len(self._written.text.rstrip()))

    def _place(self, start: int, end: int) -> Span:
        if self._breaks is None:
            self._breaks = [at for at, character in enumerate(self._written.text) if character == "\n"]
        return Span(
            *_line_and_column(start, self._breaks, self._written), *_line_and_column(end, self._breaks, self._written)
        )


def _line_and_column(offset: int, breaks: list[int], written: Written) -> tuple[int, int]:
    """The line and the column in the file of a character of `written`, whose lines end at `breaks`."""
    line = bisect_left(breaks, offset)
    if line == 0:
        return written.line, written.column + offset
    return written.line + line, offset - breaks[line - 1]


def _offsets(words: str, written: str) -> Sequence[int]:
    """The place in `written` of each character of `words`; empty where they cannot be told.

    YAML changes white space, doubles a `'` between such marks, and puts an indicator before a block. All other
    characters stand in the same order in both, but where a backslash and a letter spell one.
    """
    if words == written:
        return range(len(words))
    text = written
    if written[:1] in ("|", ">"):
        head = written.find("\n")
        text = " " * head + written[head:]
    elif written[:1] == "'":
        text = f" {written[1:-1]} ".replace("''", "' ")
    elif written[:1] == '"':
        if any(character not in '"\\/' for character in _ESCAPE.findall(written)):
            return []
        text = _ESCAPE.sub(r" \1", f" {written[1:-1]} ")
    solid = [at for at, character in enumerate(text) if not character.isspace()]
    offsets: list[int] = []
    seen = 0
    for character in words:
        if character.isspace():
            offsets.append(offsets[-1] + 1 if offsets else 0)
        elif seen == len(solid):
            return []
        else:
            offsets.append(solid[seen])
            seen += 1
    return offsets


def _without_fences(words: str) -> str:
    """`words` with spaces in the place of fenced code, line breaks kept."""
    lines = words.split("\n")
    fence = ""
    for number, line in enumerate(lines):
        match = _FENCE.match(line)
        if fence or match:
            lines[number] = " " * len(line)
        if match and not fence:
            fence = match[1]
        elif match and match[1].startswith(fence):
            fence = ""
    return "\n".join(lines)
