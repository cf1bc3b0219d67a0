"""Links like `[refunds](refund-card.md)`, in which nothing stands that the parser need look at letter by letter."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, link
from markdown_it.token import Token

from sop_plugin.reading.plain_emphasis import plain_text

# In the words, no mark with which a rule begins; in the target, no space, bracket, escape or entity.
_PLAIN = re.compile(r"\[([^\n\\`~*_\[\]!^<&{]+)\]\(([^\x00-\x20\x7f()<\\&]+)\)")


def plain_links_at_once(parser: MarkdownIt) -> None:
    """Makes a parser find plain links in one go, and others in its own way."""
    parser.inline.ruler.at("link", _link)


def plainly_linked(words: str, parser: MarkdownIt) -> list[Token] | None:
    """The tokens of words that hold plain links and no other mark; None for others."""
    tokens: list[Token] = []
    end = 0
    for found in _PLAIN.finditer(words):
        between = plain_text(words[end : found.start()])
        if between is None:
            return None
        href = parser.normalizeLink(found[2])
        tokens += (
            *between,
            Token("link_open", "a", 1, attrs={"href": href}),
            Token("text", "", 0, content=found[1], level=1),
            Token("link_close", "a", -1),
        )
        end = found.end()
    rest = plain_text(words[end:])
    return None if rest is None or not end else [*tokens, *rest]


def _link(state: StateInline, silent: bool) -> bool:
    plain = _PLAIN.match(state.src, state.pos, state.posMax)
    if not plain:
        return link(state, silent)
    if not silent:
        state.push("link_open", "a", 1).attrs = {"href": state.md.normalizeLink(plain[2])}
        state.append_pending(plain[1])
        state.push("link_close", "a", -1)
    state.pos = plain.end()
    return True
