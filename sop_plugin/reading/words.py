"""The words within the blocks of a Markdown text, most of which are read only when somebody wants to see them.

A check looks at blocks, links and pictures. Words in which no link can stand change nothing else in the text, so the
parser's step from words to tokens can wait for them until a page or a comparison asks.
"""

from __future__ import annotations

import re
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_core.text_join import text_join
from markdown_it.token import Token

from sop_plugin.reading.plain_emphasis import plain_words
from sop_plugin.reading.plain_links import plainly_linked

HEADING_ID = re.compile(r"\s*\{#([A-Za-z0-9][\w.:-]*)\}\s*$")

_WAITING = "waiting"


class Words:
    """Those words of one text that wait to be read."""

    __slots__ = ("_environment", "_parser", "_waiting")

    def __init__(self, parser: MarkdownIt, environment: dict[str, Any]) -> None:
        self._parser = parser
        self._environment = environment
        self._waiting: list[Token] = environment[_WAITING]

    def read(self) -> None:
        """Reads what waits. What is found is what the parser would have found at once."""
        if self._waiting:
            for token in self._waiting:
                token.children = _read(token.content, self._parser, self._environment)
            text_join(StateCore("", self._parser, self._environment, self._waiting))
            self._waiting.clear()


def blocks_of(text: str, parser: MarkdownIt) -> tuple[list[Token], Words]:
    """The tokens of a text, and its words, which may have no children yet."""
    environment: dict[str, Any] = {_WAITING: []}
    return parser.parse(text, environment), Words(parser, environment)


def parse_words(state: StateCore) -> None:
    """The parser's own step from words to tokens, in which words may wait."""
    inline = state.md.inline
    begins = inline.terminator_re.search
    waiting = state.env.get(_WAITING)
    before = Token("", "", 0)
    for token in state.tokens:
        if token.type == "inline":
            words = token.content
            ends_in_brace = words.endswith("}")
            authored = HEADING_ID.search(words) if ends_in_brace and before.type == "heading_open" else None
            if authored and authored.start() and not begins(words, 0, authored.start()):
                before.attrSet("id", authored[1])
                words = token.content = words[: authored.start()]
                ends_in_brace = False
            # Links, pictures and footnotes begin with a bracket; a brace may be a heading's id, which checks know.
            if waiting is None or ends_in_brace or "[" in words or "<" in words:
                token.children = _read(words, state.md, state.env)
            else:
                waiting.append(token)
        before = token


def _read(words: str, parser: MarkdownIt, environment: Any) -> list[Token]:
    """The tokens of words, without the way round for those that hold little or nothing to be found."""
    plain = plainly_linked(words, parser) if "[" in words else plain_words(words, parser, environment)
    return parser.inline.parse(words, parser, environment, []) if plain is None else plain
