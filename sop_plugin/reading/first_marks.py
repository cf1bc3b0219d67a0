"""Markdown rules that are tried only where a text goes on with a mark that they begin with.

The parser tries all its rules at each line, and at each mark within a line; most look at one character and give up.
Here that character is looked at once. What is found is the same: a rule that is left out would have found nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

_OF_BLOCKS = {
    "fence": "`~",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*+-0123456789",
    "footnote_def": "[",
    "reference": "[",
    "html_block": "<",
    "heading": "#",
    "admonition": "!?",
}
"""The characters with which a line must begin, after its indent, for a rule of blocks. Rules not named begin anyhow."""

_OF_WORDS = {
    "newline": "\n",
    "escape": "\\",
    "backticks": "`",
    "strikethrough": "~",
    "emphasis": "*_",
    "link": "[",
    "image": "!",
    "footnote_inline": "^",
    "footnote_ref": "[",
    "autolink": "<",
    "html_inline": "<",
    "entity": "&",
    "attr": "{",
}
"""The same for rules of what stands within a line."""

_Rule = Callable[..., bool]


def tried_by_first_mark(parser: MarkdownIt) -> None:
    """Makes a parser look at the next character before it tries a rule. No rule may be added to it afterwards."""
    _choose_in(parser.block.ruler, _OF_BLOCKS, _block_rule)
    _choose_in(parser.inline.ruler, _OF_WORDS, _inline_rule)


def _choose_in(ruler: Ruler[Any], marks: Mapping[str, str], as_one: Callable[..., _Rule]) -> None:
    """Makes one rule of each chain of a ruler, which tries those that the next character lets through."""
    chain = ruler.getRules
    begins = {rule: marks.get(name) for name, rule in zip(ruler.get_active_rules(), chain(), strict=True)}
    every_mark = {mark for each in marks.values() for mark in each}

    @cache
    def chosen(name: str = "") -> list[_Rule]:
        rules = chain(name)
        by_mark = {
            mark: tuple(rule for rule in rules if (begin := begins[rule]) is None or mark in begin)
            for mark in every_mark
        }
        return [as_one(by_mark, tuple(rule for rule in rules if begins[rule] is None))]

    ruler.getRules = chosen  # type: ignore[method-assign]


def _block_rule(by_mark: Mapping[str, tuple[_Rule, ...]], others: tuple[_Rule, ...]) -> _Rule:
    def rule(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        at = state.bMarks[line] + state.tShift[line]
        for each in by_mark.get(state.src[at : at + 1], others):  # noqa: SIM110, `any` is slower
            if each(state, line, end, silent):
                return True
        return False

    return rule


def _inline_rule(by_mark: Mapping[str, tuple[_Rule, ...]], others: tuple[_Rule, ...]) -> _Rule:
    def rule(state: StateInline, silent: bool) -> bool:
        for each in by_mark.get(state.src[state.pos], others):  # noqa: SIM110, `any` is slower
            if each(state, silent):
                return True
        return False

    return rule
