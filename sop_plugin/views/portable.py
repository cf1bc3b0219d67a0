"""A finished page as Markdown that any generator passes through as it is.

Such a page is one block of raw HTML below a front matter. CommonMark ends a block at an empty line, Python-Markdown at
its last closing tag, and what comes before either looks for fences of code and for templates: none of that may occur.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable

from markupsafe import Markup

from sop_plugin.model.page import RenderedPage
from sop_plugin.views.templating import template
from sop_plugin.words.catalogue import catalogue

STYLE = "portable"
"""The style sheet of every such page, beside its own."""

_KEPT = re.compile(r"(<(pre|script|style|textarea)\b[^>]*>)(.*?)(?=</\2>)", re.DOTALL)
_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_LINK = re.compile(r'(?<=\s)(href|src)="([^"#][^"]*)"')
_TEMPLATE = re.compile(r"\{(?=[{%#<])")
_FENCE = re.compile(r"^([ ]*)([`~])", re.MULTILINE)


Relink = Callable[[str], str]
"""Turns a URL of an element into the one that a generator wants to read there."""


def portable_page(page: RenderedPage, assets: Iterable[str], relink: Relink = str) -> str:
    """The whole file. `assets` are the URLs, relative to the page, of its style sheets and scripts."""
    addresses = list(assets)
    html = template("portable.html", catalogue(page.lang)).render(
        page=page,
        html=Markup(page.html),
        styles=[each for each in addresses if each.endswith(".css")],
        scripts=[each for each in addresses if each.endswith(".js")],
    )
    fields = {"title": page.title, "description": page.description}
    header = "".join(f"{key}: {json.dumps(text, ensure_ascii=False)}\n" for key, text in fields.items() if text)
    return f"---\n{header}---\n\n{as_one_block(html.strip(), relink)}\n"


def as_one_block(html: str, relink: Relink = str) -> str:
    """HTML that means the same, of which Markdown and template languages touch nothing.

    Empty lines go; where they count, within preformatted text, they are spelled out. In scripts, which hold JSON, empty
    lines are none of its texts, and URLs are for our own scripts to read, so that `relink` leaves them.
    """
    parts, end = [], 0
    for kept in _KEPT.finditer(html):
        parts.append(_plain(html[end : kept.start()] + kept[1], relink))
        parts.append(_inner(kept[2], kept[3]))
        end = kept.end()
    return "".join((*parts, _plain(html[end:], relink)))


def _inner(tag: str, text: str) -> str:
    if tag == "style":
        return _EMPTY_LINES.sub("\n", text)
    if tag == "script":
        # In JSON, these stand in texts only, where a brace may be spelled by its number.
        return _TEMPLATE.sub(r"\\u007b", _EMPTY_LINES.sub("\n", text))
    text = _FENCE.sub(lambda found: f"{found[1]}&#{ord(found[2])};", text)
    return _TEMPLATE.sub("&#123;", text).replace("\n", "&#10;")


def _plain(html: str, relink: Relink) -> str:
    html = _LINK.sub(lambda found: f'{found[1]}="{relink(found[2])}"', html)
    html = _FENCE.sub(lambda found: f"{found[1]}&#{ord(found[2])};", _EMPTY_LINES.sub("\n", html))
    return _TEMPLATE.sub("&#123;", html)
