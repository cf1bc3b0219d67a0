"""Cuts the Markdown of a quiz into parts at its headings, and each part into blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sop_plugin.model.diagnostic import Span
from sop_plugin.reading.blocks import parse_blocks
from sop_plugin.reading.quizzes.marks import heading_parts


class BlockKind(StrEnum):
    """What a block is, as far as a quiz cares."""

    PARAGRAPH = "paragraph"
    BULLETS = "bullets"
    NUMBERED = "numbered"
    QUOTE = "quote"
    OTHER = "other"


_KINDS = {
    "paragraph_open": BlockKind.PARAGRAPH,
    "bullet_list_open": BlockKind.BULLETS,
    "ordered_list_open": BlockKind.NUMBERED,
    "blockquote_open": BlockKind.QUOTE,
}


@dataclass(slots=True)
class Item:
    """An item of a list: its first line, where that stands, and what follows under it."""

    text: str
    line: int
    rest: str = ""


@dataclass(slots=True)
class Block:
    """A block in the lines from `first` to before `end`, counted from 0 in the body."""

    kind: BlockKind
    first: int
    end: int
    tokens: Sequence[Token] = ()


@dataclass(slots=True)
class Part:
    """A heading with the blocks under it, up to the next heading; the part before the first heading has level 0.

    `id` is what stands between the braces of `{#...}`, "" where there are none.
    """

    level: int = 0
    title: str = ""
    id: str = ""
    line: int = 0
    blocks: list[Block] = field(default_factory=list)


@cache
def _block_parser() -> MarkdownIt:
    """A parser that only finds blocks. What reorders or joins lines is left out, so that each block is its lines."""
    parser = MarkdownIt("commonmark", {"html": False})
    parser.disable(["lheading", "reference", "html_block", "inline", "text_join"])
    parser.core.ruler.at("block", parse_blocks)
    return parser


def cut(body: str) -> list[Part]:
    """The parts of a body, that before the first heading first."""
    tokens = _block_parser().parse(body)
    parts = [Part()]
    at = 0
    while at < len(tokens):
        token = tokens[at]
        end = _end_of(tokens, at)
        first, last = token.map or (0, 0)
        if token.type == "heading_open":
            parts.append(_heading(token, tokens[at + 1].content, first))
        else:
            kind = _KINDS.get(token.type, BlockKind.OTHER)
            parts[-1].blocks.append(Block(kind, first, last, tokens[at:end]))
        at = end
    return parts


def _end_of(tokens: Sequence[Token], at: int) -> int:
    """The index behind the block that begins at `at`."""
    if tokens[at].nesting == 0:
        return at + 1
    level, end = tokens[at].level, at + 1
    while tokens[end].level != level:
        end += 1
    return end + 1


def _heading(token: Token, words: str, line: int) -> Part:
    title, identifier = heading_parts(words)
    return Part(int(token.tag[1]), title, identifier, line)


def items_of(block: Block, lines: Sequence[str]) -> Iterator[Item]:
    """The items of a list. What follows the first line of each is given without the indentation of the item."""
    tokens = block.tokens
    at = 1
    while at < len(tokens) - 1:
        end = _end_of(tokens, at)
        first, last = tokens[at].map or (0, 0)
        inner = tokens[at + 1]
        if inner.type == "paragraph_open":
            words = tokens[at + 2].content
            text, _, more = words.partition("\n")
            own = (inner.map or (first, last))[1]
            yield Item(text.strip(" \u3000"), first, _joined(more, _dedented(lines[own:last])))
        else:
            yield Item("", first, _dedented(lines[first:last]))
        at = end


def _joined(more: str, below: str) -> str:
    more = "\n".join(line.strip(" \t\u3000") for line in more.split("\n")).strip()
    return "\n\n".join(filter(None, (more, below)))


def _dedented(lines: Sequence[str]) -> str:
    """Lines without the indentation they share, nor the mark of a quote."""
    filled = [line for line in lines if line.strip()]
    if not filled:
        return ""
    indent = min(len(line) - len(line.lstrip(" \t")) for line in filled)
    text = "\n".join(line[indent:] for line in lines).strip("\n")
    if all(line.startswith(">") for line in text.split("\n")):
        text = "\n".join(line[1:].removeprefix(" ") for line in text.split("\n"))
    return text.strip()


def place_of(text: str, line: int, lines: Sequence[str], first: int) -> Span:
    """Where `text` stands in a line of the body, whose first line is line `first` of the file; else the whole line."""
    written = lines[line] if line < len(lines) else ""
    column = written.find(text) if text else -1
    number = first + line
    if column < 0:
        indent = len(written) - len(written.lstrip())
        return Span(number, indent + 1, number, max(len(written.rstrip()), indent + 1) + 1)
    return Span(number, column + 1, number, column + 1 + len(text))
