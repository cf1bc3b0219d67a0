"""The parser's own step from a text to its blocks, with tokens that are made in one go.

Half of a parser's time for blocks goes into tokens; their class sets all that they are by way of defaults, again and
again.
"""

from __future__ import annotations

from typing import Literal

from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token


def parse_blocks(state: StateCore) -> None:
    """Finds the blocks of a text."""
    if state.src:
        blocks = _Blocks(state.src, state.md, state.env, state.tokens)
        state.md.block.tokenize(blocks, blocks.line, blocks.lineMax)


class _Blocks(StateBlock):
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
