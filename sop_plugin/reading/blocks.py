"""The parser's own steps from a text to its blocks, with lines and tokens that are made in one go.

Half of a parser's time for blocks goes into tokens; their class sets all that they are by way of defaults, again and
again.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from itertools import accumulate
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore, normalize
from markdown_it.token import Token


def parse_blocks(state: StateCore) -> None:
    """Finds the blocks of a text."""
    if state.src:
        blocks = _Blocks(state.src, state.md, state.env, state.tokens)
        state.md.block.tokenize(blocks, blocks.line, blocks.lineMax)


def normalize_at_once(state: StateCore) -> None:
    """Makes newlines of all line ends, as the parser's own step does, where there are others."""
    if "\r" in state.src or "\0" in state.src:
        normalize(state)


class _Blocks(StateBlock):
    def __init__(
        self, text: str, parser: MarkdownIt, environment: MutableMapping[str, Any], tokens: list[Token]
    ) -> None:
        """Finds where lines begin and end and how far in they stand; the parser's own way where tabs do."""
        super().__init__(text if "\t" in text else "", parser, environment, tokens)
        if self.src == text:
            return
        self.src = text
        lines = text.split("\n")
        if not lines[-1].strip(" "):
            lines.pop()  # neither what follows the last newline nor spaces alone are a line
        behind = [*accumulate(len(line) + 1 for line in lines)]
        indents = [len(line) - len(line.lstrip(" ")) for line in lines]
        # An entry more than lines, so that nobody need ask whether there is a next one.
        self.bMarks = [0, *behind]
        self.bMarks[-1] = len(text)
        self.eMarks = [*(end - 1 for end in behind), len(text)]
        self.tShift = [*indents, 0]
        self.sCount = [*indents, 0]
        self.bsCount = [0] * len(self.bMarks)
        self.lineMax = len(lines)

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Adds a token."""
        token: Token = object.__new__(Token)
        token.type = ttype
        token.tag = tag
        token.nesting = nesting
        token.attrs = {}
        token.map = None
        token.children = None
        token.content = token.markup = token.info = ""
        token.meta = {}
        token.block = True
        token.hidden = False
        level = self.level
        if nesting < 0:
            level -= 1
        token.level = level
        self.level = level + 1 if nesting > 0 else level
        self.tokens.append(token)
        return token
