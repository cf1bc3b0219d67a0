"""Words with no mark but pairs of `**`, as most that have any: `Ask **first**, then pour`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_MARK = "**"
_OTHER_MARKS = re.compile(r"[\n\\`~_\[!^<&{]|\*\*\*|(?<!\*)\*(?!\*)")
"""Marks with which some rule for what stands within a line begins, and asterisks by themselves or more than two."""


def plain_text(words: str) -> tuple[Token, ...] | None:
    """The token of words in which there is nothing to be found, none for no words; None where there may be."""
    if "*" in words or _OTHER_MARKS.search(words):
        return None
    return (_text(words),) if words else ()


def plain_words(words: str, parser: MarkdownIt, environment: Any) -> list[Token] | None:
    """The tokens that the parser would find in words; None where it must look at them letter by letter."""
    if _OTHER_MARKS.search(words):
        return None
    pieces = words.split(_MARK)
    if len(pieces) == 1:
        return [_text(words)] if words else None
    if len(pieces) % 2 == 0:
        return None
    if _are_pairs(pieces, StateInline(words, parser, environment, [])):
        return list(_tokens(pieces))
    # One mark that does not open, or one that does not close, leaves both as they are; of more, others might match.
    return [_text(words)] if len(pieces) == 3 else None


def _are_pairs(pieces: Sequence[str], state: StateInline) -> bool:
    """Whether every other mark between the pieces may open, and those behind it close."""
    at = 0
    for number, piece in enumerate(pieces[:-1]):
        at += len(piece)
        scanned = state.scanDelims(at, True)
        if not (scanned.can_close if number % 2 else scanned.can_open):
            return False
        at += len(_MARK)
    return True


def _tokens(pieces: Sequence[str]) -> Iterator[Token]:
    for number, piece in enumerate(pieces):
        if number % 2:
            yield Token("strong_open", "strong", 1, markup=_MARK)
            yield _text(piece, 1)
            yield Token("strong_close", "strong", -1, markup=_MARK)
        else:
            yield _text(piece)


def _text(content: str, level: int = 0) -> Token:
    return Token("text", "", 0, content=content, level=level)
