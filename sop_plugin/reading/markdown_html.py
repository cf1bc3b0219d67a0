"""Tokens of Markdown as HTML: the parser's own renderer, but that nothing loads from elsewhere.

A text stands on several pages, and from each its links lead another way. So it is rendered once, with gaps for what
differs from page to page, which are filled in for each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sop_plugin.model.document import SizeOf
from sop_plugin.model.han import breaks_with_space
from sop_plugin.model.links import scheme_of

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

_EDGE = "\0"
"""Stands on both sides of a gap, and nowhere else: the parser puts U+FFFD in its place in all that it reads."""

_PREFIX, _URL, _SIZE = "prefix", "url ", "size "
"""What a gap holds: the prefix of ids; with the target behind it, its URL, or the size of the picture there."""


class GappedHtml:
    """HTML with gaps."""

    __slots__ = ("_parts",)

    def __init__(self, html: str) -> None:
        self._parts = html.split(_EDGE)

    def filled(self, resolve: Callable[[str], str], prefix: str, size_of: SizeOf) -> str:
        """The HTML for a page; see `sop_plugin.model.document.Prose.html`."""
        if len(self._parts) == 1:
            return self._parts[0]
        parts = self._parts.copy()
        for index in range(1, len(parts), 2):
            gap = parts[index]
            if gap == _PREFIX:
                parts[index] = prefix
            elif gap.startswith(_URL):
                parts[index] = escape(resolve(gap.removeprefix(_URL)))
            else:
                size = size_of(gap.removeprefix(_SIZE))
                parts[index] = f' width="{size[0]}" height="{size[1]}"' if size else ""
        return "".join(parts)


def _gap(kind: str, target: str = "") -> str:
    return f"{_EDGE}{kind}{target}{_EDGE}"


class HtmlRenderer:
    """Renders tokens as `parser`, which it changes, would, with links to be resolved and ids to be made unique."""

    def __init__(self, parser: MarkdownIt) -> None:
        self._parser = parser
        for name, rule in _RULES.items():
            parser.add_render_rule(name, rule)

    def rendered(self, tokens: Sequence[Token]) -> GappedHtml:
        """Safe HTML."""
        environment = {"docId": _gap(_PREFIX)}
        return GappedHtml(self._parser.renderer.render(tokens, self._parser.options, environment))


def _link_open(_self: object, tokens: Sequence[Token], index: int, _options: object, _env: object) -> str:
    token = tokens[index]
    href = str(token.attrGet("href") or "")
    scheme = scheme_of(href)
    if scheme not in SAFE_SCHEMES | {""} or href.startswith("//"):
        return "<a>"
    target = escape(href) if scheme or href.startswith("#") else _gap(_URL, href)
    title = token.attrGet("title")
    attributes = f' href="{target}"' + (f' title="{escape(str(title))}"' if title else "")
    if scheme in ("http", "https"):
        attributes += ' rel="noopener noreferrer"'
    return f"<a{attributes}>"


def _image(_self: object, tokens: Sequence[Token], index: int, _options: object, _env: object) -> str:
    token = tokens[index]
    source, alt = str(token.attrGet("src") or ""), escape(token.content)
    if scheme_of(source) or source.startswith("//"):
        return f'<span class="sop-picture-refused">{alt}</span>'
    return f'<img src="{_gap(_URL, source)}" alt="{alt}"{_gap(_SIZE, source)} loading="lazy">'


def _heading_open(_self: object, tokens: Sequence[Token], index: int, _options: object, _env: object) -> str:
    token = tokens[index]
    # The page's own headings are h1 and h2, a step's is h3: an author's heading stands below them.
    level = min(6, max(3, int(token.tag[1])))
    identifier = token.attrGet("id")
    attribute = f' id="{escape(str(identifier))}"' if identifier else ""
    return f"<h{level}{attribute}>"


def _heading_close(_self: object, tokens: Sequence[Token], index: int, _options: object, _env: object) -> str:
    return f"</h{min(6, max(3, int(tokens[index].tag[1])))}>"


def _table_open(_self: object, _tokens: Sequence[Token], _index: int, _options: object, _env: object) -> str:
    # A table that is wider than the screen scrolls in a box of its own, which a keyboard can reach.
    return '<div class="sop-scroll" tabindex="0"><table class="sop-table">'


def _table_close(_self: object, _tokens: Sequence[Token], _index: int, _options: object, _env: object) -> str:
    return "</table></div>"


def _softbreak(_self: object, tokens: Sequence[Token], index: int, _options: object, _env: object) -> str:
    before, after = tokens[index - 1].content, tokens[index + 1].content if index + 1 < len(tokens) else ""
    return "\n" if breaks_with_space(before, after) else ""


_RULES = {
    "link_open": _link_open,
    "image": _image,
    "heading_open": _heading_open,
    "heading_close": _heading_close,
    "table_open": _table_open,
    "table_close": _table_close,
    "softbreak": _softbreak,
}
