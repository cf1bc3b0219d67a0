"""Paragraphs of one line, and lists of such: most of what a procedure says, found without trying what it is not.

The parser asks at each line behind a paragraph which rule may end it, and parses each item of a list as a text of its
own. Where blank lines tell the same, the tokens are made at once; all else is left to the parser's own rules.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock, list_block
from markdown_it.rules_block import paragraph as any_paragraph

# A mark, one space, and a text that begins no block of its own. Two stars begin bold words.
_ITEM = re.compile(r"([-*+]|[0-9]{1,9}[.)]) (?=\S)(?![-+_>#<\[!?|:=~`]|\*(?!\*[^\s*])|[0-9]{1,9}[.)])")
_MARKS = frozenset("*+-0123456789")

_MAY_END_A_PARAGRAPH: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote"]}


def one_line_blocks_at_once(parser: MarkdownIt) -> None:
    """Makes a parser find paragraphs and lists in one go where each is of one line."""
    parser.block.ruler.at("list", _list, _MAY_END_A_PARAGRAPH)
    parser.block.ruler.at("paragraph", _paragraph)


def _paragraph(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    if line + 1 < state.lineMax and not state.isEmpty(line + 1):
        return any_paragraph(state, line, end, silent)
    _push_paragraph(state, line, state.bMarks[line] + state.tShift[line])
    state.line = line + 1
    return True


def _push_paragraph(state: StateBlock, line: int, start: int, *, hidden: bool = False) -> None:
    opening = state.push("paragraph_open", "p", 1)
    opening.map = [line, line + 1]
    words = state.push("inline", "", 0)
    words.content = mdTrim(state.src[start : state.eMarks[line]])
    words.map = [line, line + 1]
    words.children = []
    closing = state.push("paragraph_close", "p", -1)
    opening.hidden = closing.hidden = hidden


def _list(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    items = [] if silent or state.level or state.blkIndent else _one_line_items(state, line)
    if not items:
        return list_block(state, line, end, silent)
    behind = state.skipEmptyLines(line + len(items))
    first = items[0][1]
    sign = first[-1]
    is_ordered = len(first) > 1
    opening = state.push("ordered_list_open", "ol", 1) if is_ordered else state.push("bullet_list_open", "ul", 1)
    if is_ordered and int(first[:-1]) != 1:
        opening.attrs = {"start": int(first[:-1])}
    opening.map = [line, behind]
    opening.markup = sign
    for number, item in enumerate(items, line):
        open_item = state.push("list_item_open", "li", 1)
        open_item.markup = sign
        open_item.map = [number, number + 1]
        open_item.info = item[1][:-1]
        _push_paragraph(state, number, item.end(), hidden=True)
        state.push("list_item_close", "li", -1).markup = sign
    open_item.map = [number, behind]
    closing = state.push("ordered_list_close", "ol", -1) if is_ordered else state.push("bullet_list_close", "ul", -1)
    closing.markup = sign
    state.line = behind
    return True


def _one_line_items(state: StateBlock, line: int) -> list[re.Match[str]]:
    """The marks of a list without indent whose items are a line each and which ends with a blank line; else none."""
    items: list[re.Match[str]] = []
    at, most = line, state.lineMax
    while at < most and not state.isEmpty(at):
        item = None if state.tShift[at] else _ITEM.match(state.src, state.bMarks[at])
        if item is None or (items and item[1][-1] != items[0][1][-1]):
            return []
        items.append(item)
        at += 1
    # What stands further in behind the blank lines belongs to the last item; another mark goes on with the list.
    behind = state.skipEmptyLines(at)
    if behind < most and (state.sCount[behind] or state.src[state.bMarks[behind]] in _MARKS):
        return []
    return items
