"""Markdown rules that are tried only where a text goes on with a mark that they begin with.

The parser tries all its rules at each line, and at each mark within a line; most look at one character and give up.
Here that character is looked at once; for a table, whose second line tells, the one below. What is found is the same:
a rule that is left out would have found nothing.
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

_BELOW_TABLE = frozenset("|-:")
"""The characters with which the line below the first one of a table begins."""

_CODE_INDENT = 4
"""Spaces by which code is indented, and nothing else is tried in vain so often."""

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
    _choose_in(parser.block.ruler, _block_rule)
    _choose_in(parser.inline.ruler, _inline_rule)


def _choose_in(ruler: Ruler[Any], as_one: Callable[[dict[str, _Rule]], _Rule]) -> None:
    """Makes one rule of each chain of a ruler, which tries those that the next character lets through."""
    chain = ruler.getRules
    names = dict(zip(chain(), ruler.get_active_rules(), strict=True))

    @cache
    def chosen(name: str = "") -> list[_Rule]:
        return [as_one({names[rule]: rule for rule in chain(name)})]

    ruler.getRules = chosen  # type: ignore[method-assign]


class _ByMark(dict[str, tuple[_Rule, ...]]):
    """The rules to try at a mark; at one that begins none in particular, those that begin anyhow."""

    def __init__(self, rules: Mapping[str, _Rule], begins: Mapping[str, str]) -> None:
        super().__init__(
            (mark, tuple(rule for name, rule in rules.items() if mark in begins.get(name, mark)))
            for mark in {mark for each in begins.values() for mark in each}
        )
        self._others = tuple(rule for name, rule in rules.items() if name not in begins)

    def __missing__(self, mark: str) -> tuple[_Rule, ...]:
        return self._others


def _block_rule(rules: dict[str, _Rule]) -> _Rule:
    every = tuple(rules.values())
    outdented = {name: rule for name, rule in rules.items() if name != "code"}
    may_be_table = _ByMark(outdented, _OF_BLOCKS)
    no_table = _ByMark({name: rule for name, rule in outdented.items() if name != "table"}, _OF_BLOCKS)

    def rule(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        source, starts, shifts = state.src, state.bMarks, state.tShift
        if state.sCount[line] - state.blkIndent >= _CODE_INDENT:
            tried = every
        else:
            at, below = starts[line] + shifts[line], starts[line + 1] + shifts[line + 1]
            by_mark = may_be_table if source[below : below + 1] in _BELOW_TABLE else no_table
            tried = by_mark[source[at : at + 1]]
        for each in tried:  # noqa: SIM110, `any` is slower
            if each(state, line, end, silent):
                return True
        return False

    return rule


def _inline_rule(rules: dict[str, _Rule]) -> _Rule:
    by_mark = _ByMark(rules, _OF_WORDS)

    def rule(state: StateInline, silent: bool) -> bool:
        for each in by_mark[state.src[state.pos]]:  # noqa: SIM110, `any` is slower
            if each(state, silent):
                return True
        return False

    return rule
