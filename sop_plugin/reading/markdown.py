"""Markdown, parsed once: the tokens that checks look at are the ones that are rendered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from sop_plugin.model.document import Body
from sop_plugin.model.han import breaks_with_space
from sop_plugin.reading.highlighting import highlighted


def commonmark_with_extensions() -> MarkdownIt:
    """A parser for the Markdown of the language: CommonMark without raw HTML, and what users of Material expect."""
    return (
        MarkdownIt("commonmark", {"html": False, "highlight": highlighted, "langPrefix": "language-"})
        .enable(["table", "strikethrough"])
        .use(footnote_plugin)
        .use(deflist_plugin)
        .use(tasklists_plugin)
        .use(admon_plugin)
        .use(attrs_plugin, allowed=("id", "class"))
    )


_parser = commonmark_with_extensions()
# Every link is parsed, and the dangerous ones are reported and never rendered: the parser's own way would publish
# them as text and say nothing.
_parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005, the parser's own name

_MARKUP = frozenset("\\`*_[]!<&~{\t")
_BLOCK_START = frozenset("#>-+=|:?0123456789 ")
_HEADING_ID = re.compile(r"\s*\{#([A-Za-z0-9][\w.:-]*)\}\s*$")

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_SCHEME = re.compile(r"^\s*([A-Za-z][A-Za-z0-9+.-]*):")


def is_plain(text: str) -> bool:
    """Whether Markdown would make of `text`, which has no white space at its ends, just itself: one paragraph of text."""
    if not _MARKUP.isdisjoint(text) or text[:1] in _BLOCK_START:
        return False
    if "\n" not in text:
        return True
    # Two spaces or an empty line at a line's end, or a mark at its beginning, would be more than a new line.
    return " \n" not in text and all(line and line[0] not in _BLOCK_START for line in text.split("\n"))


def scheme_of(href: str) -> str:
    """The scheme of a link in lower case, or "" for a relative one. Characters that browsers skip do not hide it."""
    match = _SCHEME.match(re.sub(r"[\x00-\x20]", "", href))
    return match[1].lower() if match else ""


@dataclass(frozen=True, slots=True)
class Linked:
    """A link or picture as it stands in a text: `line` counts from 0 at the text's start."""

    target: str
    line: int
    picture: bool = False
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that has an id of the author's; `line` counts from 0 at the text's start."""

    id: str
    line: int


@dataclass(slots=True)
class MarkdownProse:
    """A parsed Markdown text."""

    tokens: Sequence[Token]

    @property
    def plain(self) -> str:
        """The words without markup, blocks set apart by newlines."""
        return "\n".join(filter(None, (_plain(token) for token in self.tokens)))

    def linked(self) -> Iterator[Linked]:
        """Every link and picture."""
        for token in self.tokens:
            if not token.children or ("[" not in token.content and "<" not in token.content):
                continue
            line = token.map[0] if token.map else 0
            for child in token.children:
                if child.type == "link_open":
                    yield Linked(str(child.attrGet("href") or ""), line)
                elif child.type == "image":
                    yield Linked(str(child.attrGet("src") or ""), line, picture=True, alt=child.content)

    def fences(self) -> Iterator[tuple[str, int]]:
        """The language of every fenced code block, with its line."""
        for token in self.tokens:
            if token.type == "fence":
                yield token.info.strip().partition(" ")[0], token.map[0] if token.map else 0

    def headings(self) -> Iterator[Heading]:
        """The headings with an authored id, which is no longer part of their text."""
        for token in self.tokens:
            if token.type == "heading_open" and token.attrs:
                yield Heading(str(token.attrGet("id") or ""), token.map[0] if token.map else 0)

    def html(self, resolve: Callable[[str], str], prefix: str, *, inline: bool = False) -> str:
        """Safe HTML; see `sop_plugin.model.document.Prose`. `inline` drops the one paragraph around the text."""
        tokens = self.tokens
        if inline and len(tokens) == 3 and tokens[0].type == "paragraph_open":
            tokens = tokens[1:2]
        environment = {"docId": prefix, "resolve": resolve, "prefix": prefix}
        return str(_parser.renderer.render(tokens, _parser.options, environment))


def parse_markdown(text: str) -> MarkdownProse:
    """Parses a Markdown text."""
    tokens = _parser.parse(text)
    _take_heading_ids(tokens)
    return MarkdownProse(tokens)


def parse_body(text: str, step_ids: frozenset[str] | set[str]) -> tuple[MarkdownProse, Body]:
    """Parses an SOP's body; gives all of it, and it cut at the headings that carry the id of a step.

    A step's part ends at the next heading of the same level or above. The heading itself is left out of the part: the
    step's card has one.
    """
    whole = parse_markdown(text)
    intro: list[Token] = []
    rest: list[Token] = []
    details: dict[str, list[Token]] = {}
    part, level = intro, 7
    tokens = iter(whole.tokens)
    for token in tokens:
        if token.type == "heading_open":
            depth, step = int(token.tag[1]), str(token.attrGet("id") or "")
            if step in step_ids:
                part, level = details.setdefault(step, []), depth
                for skipped in tokens:
                    if skipped.type == "heading_close":
                        break
                continue
            if (part is not intro and depth <= level) or (part is intro and depth <= 2):
                part, level = rest, 7
        elif token.type == "footnote_block_open":
            part, level = rest, 7
        part.append(token)
    return whole, Body(
        intro=MarkdownProse(intro) if intro else None,
        details={step: MarkdownProse(tokens) for step, tokens in details.items() if tokens},
        rest=MarkdownProse(rest) if rest else None,
    )


def _take_heading_ids(tokens: Sequence[Token]) -> None:
    for index, opening in enumerate(tokens):
        if opening.type != "heading_open":
            continue
        inline = tokens[index + 1]
        if not inline.content.endswith("}") or not inline.children:
            continue
        last = inline.children[-1]
        match = _HEADING_ID.search(inline.content)
        if match and last.type == "text" and last.content.rstrip().endswith("}"):
            opening.attrSet("id", match[1])
            last.content = _HEADING_ID.sub("", last.content)
            inline.content = _HEADING_ID.sub("", inline.content)


def _plain(token: Token) -> str:
    if token.type in ("fence", "code_block"):
        return token.content.strip()
    if not token.children:
        return token.content if token.type != "inline" else ""
    return "".join(
        " " if child.type in ("softbreak", "hardbreak") else child.content
        for child in token.children
        if child.type in ("text", "code_inline", "image", "softbreak", "hardbreak", "text_special")
    ).strip()


# Rendering: the parser's own renderer, with links resolved, ids made unique and nothing that loads from elsewhere.


def _link_open(_self: object, tokens: Sequence[Token], index: int, _options: object, env: dict[str, object]) -> str:
    href = str(tokens[index].attrGet("href") or "")
    if scheme_of(href) not in SAFE_SCHEMES | {""} or href.startswith("//"):
        return "<a>"
    resolve = env["resolve"]
    target = href if scheme_of(href) else (resolve(href) if callable(resolve) else href)
    if href.startswith("#"):
        target = href
    title = tokens[index].attrGet("title")
    attributes = f' href="{escape(target)}"' + (f' title="{escape(str(title))}"' if title else "")
    if scheme_of(href) in ("http", "https"):
        attributes += ' rel="noopener noreferrer"'
    return f"<a{attributes}>"


def _image(_self: object, tokens: Sequence[Token], index: int, _options: object, env: dict[str, object]) -> str:
    token = tokens[index]
    source, alt = str(token.attrGet("src") or ""), escape(token.content)
    if scheme_of(source) or source.startswith("//"):
        return f'<span class="sop-picture-refused">{alt}</span>'
    resolve = env["resolve"]
    return f'<img src="{escape(resolve(source) if callable(resolve) else source)}" alt="{alt}" loading="lazy">'


def _heading_open(_self: object, tokens: Sequence[Token], index: int, _options: object, _env: dict[str, object]) -> str:
    token = tokens[index]
    # The page's own headings are h1 and h2, a step's is h3: an author's heading stands below them.
    level = min(6, max(3, int(token.tag[1])))
    identifier = token.attrGet("id")
    attribute = f' id="{escape(str(identifier))}"' if identifier else ""
    return f"<h{level}{attribute}>"


def _heading_close(
    _self: object, tokens: Sequence[Token], index: int, _options: object, _env: dict[str, object]
) -> str:
    return f"</h{min(6, max(3, int(tokens[index].tag[1])))}>"


def _softbreak(_self: object, tokens: Sequence[Token], index: int, _options: object, _env: dict[str, object]) -> str:
    before, after = tokens[index - 1].content, tokens[index + 1].content if index + 1 < len(tokens) else ""
    return "\n" if breaks_with_space(before, after) else ""


_parser.add_render_rule("softbreak", _softbreak)
_parser.add_render_rule("link_open", _link_open)
_parser.add_render_rule("image", _image)
_parser.add_render_rule("heading_open", _heading_open)
_parser.add_render_rule("heading_close", _heading_close)
