"""Markdown, parsed once: the tokens that checks look at are the ones that are rendered."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from sop_plugin.model.document import Body, SizeOf
from sop_plugin.model.han import joined
from sop_plugin.reading.blocks import normalize_at_once, parse_blocks
from sop_plugin.reading.first_marks import tried_by_first_mark
from sop_plugin.reading.highlighting import highlighted
from sop_plugin.reading.markdown_html import GappedHtml, HtmlRenderer
from sop_plugin.reading.one_line_blocks import one_line_blocks_at_once
from sop_plugin.reading.plain_links import plain_links_at_once
from sop_plugin.reading.task_lists import task_lists
from sop_plugin.reading.words import HEADING_ID, Words, blocks_of, parse_words


def commonmark_with_extensions(extensions: frozenset[str] | None = None) -> MarkdownIt:
    """A parser for the Markdown of the language: CommonMark without raw HTML, and what users of Material expect.

    `extensions` are the names of those wanted; by default all.
    """
    parser: MarkdownIt = MarkdownIt("commonmark", {"html": False, "highlight": highlighted, "langPrefix": "language-"})
    parser.disable(["lheading", "reference"])
    for name, extension in EXTENSIONS.items():
        if extensions is None or name in extensions:
            extension.add(parser)
    # Every link is parsed, and the dangerous ones are reported and never rendered: the parser's own way would publish
    # them as text and say nothing.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005, the parser's own name
    return parser


class Extension(NamedTuple):
    """What adds an extension to a parser, and what tells whether a text may need it."""

    add: Callable[[MarkdownIt], object]
    may_stand_in: Callable[[str], object]


def _any_of(*marks: str) -> Callable[[str], bool]:
    """Whether one of the marks at least stands in a text."""
    return lambda text: any(mark in text for mark in marks)


def _on_a_line(pattern: str) -> Callable[[str], object]:
    """Whether a pattern stands at the beginning of a line that is not the first, behind an indent or marks of quoting.

    The parser takes a carriage return, which a quoted text may hold as `\\r`, for a line's end; it is so rare that any
    will do, and a pattern that begins with one character is searched several times faster.
    """
    search = re.compile(rf"\n[ \t>]*{pattern}").search
    return lambda text: "\r" in text or search(text)


EXTENSIONS = {
    "underlined": Extension(lambda parser: parser.enable("lheading"), _on_a_line(r"[-=]+[ \t]*(?:\n|\Z)")),
    "reference": Extension(lambda parser: parser.enable("reference"), _any_of("]:")),
    "table": Extension(lambda parser: parser.enable("table"), _any_of("|")),
    "strikethrough": Extension(lambda parser: parser.enable("strikethrough"), _any_of("~~")),
    "footnote": Extension(lambda parser: parser.use(footnote_plugin), _any_of("[^", "^[")),
    "deflist": Extension(lambda parser: parser.use(deflist_plugin), _on_a_line(r"[:~][ \t]")),
    "tasklists": Extension(lambda parser: parser.use(task_lists), _any_of("[ ]", "[x]", "[X]")),
    "admonition": Extension(lambda parser: parser.use(admon_plugin), _any_of("!!!", "???")),
    "attributes": Extension(
        lambda parser: parser.use(attrs_plugin, allowed=("id", "class")), _any_of("){", "]{", "`{", ">{")
    ),
}

_renderer = HtmlRenderer(commonmark_with_extensions())


@cache
def _parser_with(extensions: frozenset[str]) -> MarkdownIt:
    parser = commonmark_with_extensions(extensions)
    # The same files are linked to again and again.
    parser.normalizeLink = lru_cache(maxsize=4096)(parser.normalizeLink)  # type: ignore[method-assign]
    plain_links_at_once(parser)
    one_line_blocks_at_once(parser)
    parser.core.ruler.at("normalize", normalize_at_once)
    parser.core.ruler.at("block", parse_blocks)
    parser.core.ruler.at("inline", parse_words)
    tried_by_first_mark(parser)
    return parser


def parser_for(text: str) -> MarkdownIt:
    """A parser with the extensions that `text` may need; the others would find nothing, and take their time."""
    return _parser_with(frozenset(name for name, extension in EXTENSIONS.items() if extension.may_stand_in(text)))


_MARKUP = frozenset("\\`*_[]!<&~{\t")
_BLOCK_START = frozenset("#>-+=|:?0123456789 ")

HEADING_TOKENS = 3
"""A heading opens, holds its words, and closes."""

PARAGRAPH_TOKENS = 3
"""A paragraph does so too."""

INTRO_LEVEL = 2
"""A heading of this level or above ends the words before the steps."""


def is_plain(text: str) -> bool:
    """Whether Markdown would make of `text`, which has no white space at its ends, just one paragraph of itself."""
    if not _MARKUP.isdisjoint(text) or text[:1] in _BLOCK_START:
        return False
    if "\n" not in text:
        return True
    # Two spaces or an empty line at a line's end, or a mark at its beginning, would be more than a new line.
    return " \n" not in text and all(line and line[0] not in _BLOCK_START for line in text.split("\n"))


class Linked(NamedTuple):
    """A link or picture within the lines of a text from `line`, counted from 0 at the text's start, to before `end`."""

    target: str
    line: int
    end: int
    picture: bool = False
    alt: str = ""


class Marked(NamedTuple):
    """A fenced block with its language, a heading with its authored id, or a part of a body with the id of the step it
    belongs to; `line` counts from 0 at the text's start.
    """

    word: str
    line: int


@dataclass(slots=True)
class Found:
    """What a text holds that a check may want to look at."""

    linked: list[Linked] = field(default_factory=list)
    fences: list[Marked] = field(default_factory=list)
    headings: list[Marked] = field(default_factory=list)
    parts: list[Marked] = field(default_factory=list)


@dataclass(slots=True)
class MarkdownProse:
    """A parsed Markdown text, or a part of one. Its words are read when they are asked for."""

    _blocks: Sequence[Token]
    _words: Words
    _rendered: RenderedProse | None = field(default=None, repr=False, compare=False)

    @property
    def tokens(self) -> Sequence[Token]:
        """The parser's tokens."""
        self._words.read()
        return self._blocks

    @property
    def plain(self) -> str:
        """The words without markup, blocks set apart by newlines."""
        return "\n".join(filter(None, (_plain(token) for token in self.tokens)))

    def html(
        self, resolve: Callable[[str], str], prefix: str, *, inline: bool = False, size_of: SizeOf = lambda _: None
    ) -> str:
        """Safe HTML; see `sop_plugin.model.document.Prose`. `inline` drops the one paragraph around the text."""
        return self.rendered().html(resolve, prefix, inline=inline, size_of=size_of)

    def rendered(self) -> RenderedProse:
        """The same without tokens."""
        if self._rendered is None:
            is_paragraph = len(self._blocks) == PARAGRAPH_TOKENS and self._blocks[0].type == "paragraph_open"
            self._rendered = RenderedProse(self.plain, _renderer.rendered(self.tokens), is_paragraph)
        return self._rendered


@dataclass(frozen=True, slots=True)
class RenderedProse:
    """A Markdown text as its words without markup and as HTML, which may be just one paragraph."""

    plain: str
    _html: GappedHtml
    _is_paragraph: bool

    def html(
        self, resolve: Callable[[str], str], prefix: str, *, inline: bool = False, size_of: SizeOf = lambda _: None
    ) -> str:
        """Safe HTML, as `MarkdownProse.html()` gives it."""
        html = self._html.filled(resolve, prefix, size_of)
        # Within a tag the parser writes no other bracket, so the paragraph's own ends with the first.
        return html[html.index(">") + 1 : -len("</p>\n")] if inline and self._is_paragraph else html

    def rendered(self) -> RenderedProse:
        """This."""
        return self


def parse_markdown(text: str) -> tuple[MarkdownProse, Found]:
    """Parses a Markdown text; gives it with what it holds. An authored `{#id}` is taken off its heading's words."""
    tokens, words, found = _parsed(text)
    return MarkdownProse(tokens, words), found


def _parsed(text: str) -> tuple[list[Token], Words, Found]:
    tokens, words = blocks_of(text, parser_for(text))
    found = Found()
    for index, token in enumerate(tokens):
        kind = token.type
        if kind == "inline":
            content = token.content
            if "[" in content or "<" in content:
                found.linked.extend(_linked(token))
        elif kind == "heading_open":
            identifier = _take_id(token, tokens[index + 1])
            if identifier:
                found.headings.append(Marked(identifier, _line(token)))
        elif kind == "fence":
            found.fences.append(Marked(token.info.strip().partition(" ")[0], _line(token)))
    return tokens, words, found


def _line(token: Token) -> int:
    return token.map[0] if token.map else 0


def _linked(inline: Token) -> Iterator[Linked]:
    """Links and pictures in the order in which their targets are written: that of a link behind its words."""
    line, end = inline.map or (0, 1)
    target = ""
    for child in inline.children or ():
        if child.type == "link_open":
            target = str(child.attrGet("href") or "")
        elif child.type == "link_close":
            yield Linked(target, line, end)
        elif child.type == "image":
            yield Linked(str(child.attrGet("src") or ""), line, end, picture=True, alt=child.content)


def _take_id(opening: Token, inline: Token) -> str:
    """Moves the `{#id}` at the end of a heading's words to the heading itself; gives the heading's id, if any."""
    if inline.children and inline.content.endswith("}"):
        last = inline.children[-1]
        match = HEADING_ID.search(inline.content)
        if match and last.type == "text" and last.content.rstrip().endswith("}"):
            opening.attrSet("id", match[1])
            last.content = HEADING_ID.sub("", last.content)
            inline.content = HEADING_ID.sub("", inline.content)
    return str(opening.attrGet("id") or "")


def parse_body(text: str, step_ids: Container[str]) -> tuple[Body, Found]:
    """Parses an SOP's body and cuts it at the headings that carry the id of a step; gives also what it holds.

    A step's part ends at the next heading of the same level or above. The heading itself is left out of the part: the
    step's card has one.
    """
    tokens, words, found = _parsed(text)
    details: dict[str, list[Token]] = {}
    intro: list[Token] = []
    rest: list[Token] = []
    start, owner, level = (
        0,
        "",
        7,
    )  # the part that is open: where it starts, the step it belongs to, its heading's level
    in_intro = True
    found.parts.append(Marked("", 0))

    def close(end: int) -> None:
        part = tokens[start:end]
        if owner and part:
            details.setdefault(owner, []).extend(part)
        elif not owner:
            (intro if in_intro else rest).extend(part)

    for index, token in enumerate(tokens):
        kind = token.type
        if kind == "heading_open":
            depth, step = int(token.tag[1]), str(token.attrGet("id") or "")
            if step in step_ids:
                close(index)
                found.parts.append(Marked(step, _line(token)))
                start, owner, level, in_intro = index + HEADING_TOKENS, step, depth, False
            elif depth <= (INTRO_LEVEL if in_intro else level):
                close(index)
                found.parts.append(Marked("", _line(token)))
                start, owner, level, in_intro = index, "", 7, False
        elif kind == "footnote_block_open":
            close(index)
            start, owner, level, in_intro = index, "", 7, False
    close(len(tokens))

    def prose(part: list[Token]) -> MarkdownProse | None:
        return MarkdownProse(part, words) if part else None

    return Body(prose(intro), {step: MarkdownProse(part, words) for step, part in details.items()}, prose(rest)), found


def _plain(token: Token) -> str:
    if token.type in ("fence", "code_block"):
        return token.content.strip()
    if not token.children:
        return token.content if token.type != "inline" else ""
    words = "".join(
        "\n" if child.type in ("softbreak", "hardbreak") else child.content
        for child in token.children
        if child.type in ("text", "code_inline", "image", "softbreak", "hardbreak", "text_special")
    )
    return joined(words).replace("\n", " ").strip()
