"""HTML as people's editors write it, to a tree."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

DEEPEST = 40
"""Elements within each other. What is nested deeper stands in the last of them."""

_VOID = frozenset({"br", "hr", "img", "input", "source", "wbr", "col", "embed", "link", "meta", "area", "track"})
BLOCKS = frozenset({
    "p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "figure", "figcaption", "address",
    "center", "form", "fieldset", "details", "summary", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul",
    "ol", "li", "dl", "dt", "dd", "pre", "table", "thead", "tbody", "tfoot", "tr", "hr",
})  # fmt: skip
_CLOSES = {"li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"), "tr": ("td", "th", "tr"), "td": ("td", "th")}
_LEFT_OPEN = re.compile(r"<(?=[^<>]*(?:<|$))")
_ENDS_PARAGRAPH = BLOCKS - {"li", "tr", "dt", "dd"}


@dataclass(slots=True)
class Element:
    """An element with its attributes; its children are elements and texts."""

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def words(self) -> str:
        """All text within, as it stands."""
        return "".join(child if isinstance(child, str) else child.words() for child in self.children)


def tree_of(html: str) -> Element:
    """The tree of a piece of HTML; whatever is wrong with it, all text is in there."""
    parser = _Parser()
    parser.feed(_closed(without_comments(html)[0]))
    parser.close()
    return parser.root


def without_comments(html: str) -> tuple[str, list[str]]:
    """HTML without its comments, and what they said."""
    kept, said = [], []
    at = 0
    while (start := html.find("<!--", at)) >= 0 and (end := html.find("-->", start + 4)) >= 0:
        kept.append(html[at:start])
        said.append(html[start + 4 : end].strip())
        at = end + 3
    return "".join((*kept, html[at:])), said


def _closed(html: str) -> str:
    """HTML in which every tag that opens is closed: the parser would look for each end anew."""
    html = html.replace("<![CDATA[", "").replace("]]>", "")
    return _LEFT_OPEN.sub("&lt;", html)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("body")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ENDS_PARAGRAPH:
            self._close_if_open("p", within=("li", "td", "th", "blockquote", "div"))
        elif tag in _CLOSES or tag == "th":
            for each in _CLOSES.get(tag, ("td", "th")):
                self._close_if_open(each, within=("ul", "ol", "dl", "table"))
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID and len(self._open) < DEEPEST:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self._close_if_open(tag, within=())

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def _close_if_open(self, tag: str, within: tuple[str, ...]) -> None:
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].tag == tag:
                del self._open[at:]
                return
            if self._open[at].tag in within:
                return
