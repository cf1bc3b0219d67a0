"""Access for all to what Material prints: names, a way past the header, and menus that a keyboard opens.

Material's menus are check boxes that are never shown and labels that toggle them, out of a keyboard's reach. Here the
boxes in the navigation are reached and have names, and the drawer gets buttons, hidden until `access.js` makes them
work; `web/css/material.css` shows where the focus is.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sop_plugin.words.catalogue import Catalogue

CONTENT = "sop.content"
"""The anchor of a page's content. No id of an author's has a dot in it."""

_BODY = '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer"'
_SKIP = re.compile(r'<div data-md-component="skip">.*?</div>', re.DOTALL)
_ARTICLE = '<article class="md-content__inner md-typeset">'
_DIALOG = 'class="md-search" role="dialog"'
_SEARCH_LABEL = '<label class="md-header__button md-icon" for="__search">'
_BACK = '<label class="md-search__icon md-icon" for="__search">'
_DRAWER_LABEL = '<label class="md-header__button md-icon" for="__drawer">'
_DRAWER = re.compile(r'<nav class="md-nav md-nav--primary[^>]*>')
_TOGGLE = re.compile(r'<input class="md-nav__toggle [^>]*? id="(__nav_\w+)"')
_TITLE = re.compile(r'<label class="md-nav__title" for="(__nav_\w+)">')
_LABEL_STOP = re.compile(r'_label" tabindex="0?"')  # begins with what is seldom there: so it is soon found, or not
_NAV = re.compile(r' aria-labelledby="(__nav_\w+)_label" aria-expanded="\w+"')

_TASK = re.compile(
    r'(<li class="task-list-item">\s*(?:<p>)?)'
    r'(?:<label class="task-list-control">(<input[^>]*><span class="task-list-indicator"></span>)</label>'
    r"|(<input[^>]*>))"
    r"(.*?)(?=\s*(?:</li>|</p>|<(?:[uod]l|p|div|pre|table|blockquote|h[1-6])\b))",
    re.DOTALL,
)


def accessible(page_html: str, words: Catalogue) -> str:
    """A whole page of the theme's with what its templates leave undone, as far as a site has it."""
    menu, search = escape(words.text("adapter.menu")), escape(words.text("adapter.search"))
    page_html = _SKIP.sub("", page_html, count=1)
    page_html = page_html.replace(_BODY, f'{_skip_link(words)}\n    {_BODY} aria-label="{menu}"', 1)
    page_html = page_html.replace(_ARTICLE, f'{_ARTICLE[:-1]} id="{CONTENT}" tabindex="-1">', 1)
    page_html = page_html.replace(_DIALOG, f'{_DIALOG} aria-label="{search}"', 1)
    page_html = page_html.replace(_SEARCH_LABEL, f'{_SEARCH_LABEL}<span class="sop-name">{search}</span>', 1)
    page_html = page_html.replace(_BACK, f'{_BACK[:-1]} title="{escape(words.text("adapter.search.close"))}">', 1)
    opens = f'<button type="button" class="md-header__button md-icon" aria-expanded="false" aria-label="{menu}" hidden>'
    page_html = page_html.replace(_DRAWER_LABEL, f"{opens}</button>{_DRAWER_LABEL}", 1)
    closes = f'<button type="button" class="sop-close" aria-label="{escape(words.text("adapter.menu.close"))}" hidden>'
    page_html = _DRAWER.sub(rf"\g<0>{closes}</button>", page_html, count=1)
    page_html = _TOGGLE.sub(r'\g<0> aria-labelledby="\1_title"', page_html)
    page_html = _TITLE.sub(r'<label class="md-nav__title" for="\1" id="\1_title">', page_html)
    page_html = _LABEL_STOP.sub('_label"', page_html)
    return _NAV.sub(r' aria-labelledby="\1_title"', page_html)


def with_named_tasks(page_html: str) -> str:
    """The content of an ordinary page with each task's words as the name of its box."""
    return _TASK.sub(_named, page_html)


def _skip_link(words: Catalogue) -> str:
    """The first stop of every page. Material's leads to the first heading below the title, past what stands above."""
    return f'<a href="#{CONTENT}" class="md-skip">{escape(words.text("adapter.skip"))}</a>'


def _named(task: re.Match[str]) -> str:
    start, drawn, plain, text = task.groups()
    kind = ' class="task-list-control"' if drawn else ""
    return f"{start}<label{kind}>{drawn or plain}{text}</label>"
