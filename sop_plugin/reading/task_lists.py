"""Task lists in Markdown: `- [ ] Count the cash` with a box to tick.

mdit-py-plugins has them too, but looks for the list of each item through all items before it: a list of some thousand
tasks would take minutes.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_BOX = re.compile(r"\[([ xX])\](?=\s)")


def task_lists(parser: MarkdownIt) -> None:
    """Adds task lists to a parser; a label around each makes its words the name of the box."""
    parser.core.ruler.after("inline", "task-lists", _mark)


def _mark(state: StateCore) -> None:
    tokens = state.tokens
    lists: list[Token] = []
    for index, token in enumerate(tokens):
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            lists.append(token)
        elif kind in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif kind == "list_item_open" and tokens[index + 1].type == "paragraph_open" and _ticked(tokens[index + 2]):
            token.attrSet("class", "task-list-item")
            lists[-1].attrSet("class", "contains-task-list")


def _ticked(words: Token) -> bool:
    """Makes a box of the `[ ]` that words begin with; gives whether they do."""
    box = _BOX.match(words.content)
    children = words.children
    if not box or not children or not children[0].content.startswith(box[0]):
        return False
    children[0].content = children[0].content[box.end() :]
    words.content = words.content[box.end() :]
    checked = "" if box[1] == " " else 'checked="checked" '
    html = f'<input class="task-list-item-checkbox" {checked}disabled="disabled" type="checkbox">'
    words.children = [_html("<label>"), _html(html), *children, _html("</label>")]
    return True


def _html(content: str) -> Token:
    return Token("html_inline", "", 0, content=content)
