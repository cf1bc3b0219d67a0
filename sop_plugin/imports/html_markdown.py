"""HTML to the Markdown that our pages know, and what of it no page of ours can show."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from sop_plugin.imports.emphasis import EMPHASIS, closing, opening, settled
from sop_plugin.imports.gathering import Gathering
from sop_plugin.imports.html_tree import BLOCKS, Element, tree_of, without_comments
from sop_plugin.imports.plain import HARD_BREAK, escaped, in_short, line_guarded
from sop_plugin.model.imported import Grade

Picture = Callable[[str, str], str]
"""From the address of a picture and its words to the Markdown that shows it."""

_SPACES = re.compile(r"[ \t\r\n\f]+")
_SUPERSCRIPT = dict(zip("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", strict=True))
_SUBSCRIPT = dict(zip("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", strict=True))
_SILENT = frozenset({"style", "head", "title", "meta", "link", "template"})
_EMBEDDED = frozenset({"iframe", "video", "audio", "object", "embed", "canvas", "svg", "applet", "form", "select"})
_SAFE_ADDRESS = re.compile(r"(?:https?|mailto|tel):[^\s<>]+", re.IGNORECASE)
_FORMULA = re.compile(r"\\\((?:(?!\\\().)+?\\\)|\\\[(?:(?!\\\[).)+?\\\]|\$\$[^$]+\$\$", re.DOTALL)


def html_blocks(html: str, gathering: Gathering, picture: Picture) -> list[str]:
    """The blocks of Markdown that say what a piece of HTML does; what gets lost is noted."""
    html, comments = without_comments(html)
    for comment in comments:
        # Word processors leave conditions for browsers of their own.
        if comment and not comment.startswith("["):
            gathering.lose("comment", Grade.LOOKS, text=in_short(comment))
    return _Writer(gathering, picture).blocks(tree_of(html).children)


def note_formulas(text: str, gathering: Gathering) -> None:
    """Notes formulas, which no page of ours sets."""
    if match := _FORMULA.search(text):
        gathering.change("formula", text=in_short(match[0]))


class _Writer:
    def __init__(self, gathering: Gathering, picture: Picture) -> None:
        self._gathering = gathering
        self._picture = picture

    def blocks(self, children: Iterable[Element | str]) -> list[str]:
        """Blocks, each without an empty line at its ends."""
        found: list[str] = []
        run: list[Element | str] = []
        for child in children:
            if isinstance(child, Element) and self._is_block(child):
                found += [*self._paragraph(run), *self._block(child)]
                run = []
            else:
                run.append(child)
        return [*found, *self._paragraph(run)]

    def _is_block(self, element: Element) -> bool:
        return element.tag in BLOCKS or any(
            isinstance(child, Element) and self._is_block(child) for child in element.children
        )

    def _paragraph(self, children: list[Element | str]) -> list[str]:
        text = settled("".join(map(self._inline, children))).replace("\u00a0", " ")
        lines = [line_guarded(line.strip(" ")) for line in text.split("\n")]
        parts = "\n".join(lines).strip("\n").split("\n\n")
        return [HARD_BREAK.join(filter(None, part.split("\n"))) for part in parts if part.strip()]

    def _block(self, element: Element) -> list[str]:
        self._note_looks(element)
        match element.tag:
            case "ul" | "ol":
                return self._list(element)
            case "pre":
                text = element.words().strip("\n")
                fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", text))])
                return [f"{fence}\n{text}\n{fence}"] if text.strip() else []
            case "hr":
                return ["---"]
            case "table":
                return self._table(element)
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                return [f"{block}" if "*" in block else f"**{block}**" for block in self.blocks(element.children)]
            case "blockquote":
                self._gathering.lose("looks", Grade.LOOKS, what="<blockquote>")
        return self.blocks(element.children)

    def _list(self, element: Element) -> list[str]:
        """A list. Its marks are not those of answers: `*`, and numbers with a bracket behind."""
        items = []
        number = 0
        for child in element.children:
            if isinstance(child, str) and not child.strip():
                continue
            parts = self.blocks(child.children if isinstance(child, Element) and child.tag == "li" else [child])
            if parts:
                number += 1
                mark = f"{number}) " if element.tag == "ol" else "* "
                text = "\n\n".join(parts).replace("\n", "\n" + " " * len(mark))
                items.append(mark + re.sub(r"\n +(?=\n)", "\n", text))
        return ["\n".join(items)] if items else []

    def _table(self, element: Element) -> list[str]:
        rows = [
            [self._line(cell).replace("|", "\\|") for cell in row.children if _is(cell, "td", "th")]
            for row in _within(element, "tr")
        ]
        rows = [row for row in rows if row]
        stray = self._paragraph(list(_outside_cells(element)))
        if not rows:
            return stray
        for caption in _within(element, "caption"):
            self._gathering.lose("looks", Grade.LOOKS, what="<caption>")
            rows[0][0] = " ".join(filter(None, (self._line(caption), rows[0][0])))
        width = max(map(len, rows))
        lines = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in rows]
        return [*stray, "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])]

    def _line(self, element: Element | str) -> str:
        parts = self.blocks(element.children if isinstance(element, Element) else [element])
        return " ".join(part.replace(HARD_BREAK, " ").replace("\n", " ") for part in parts)

    def _inline(self, node: Element | str) -> str:
        """Markdown for what stands within a line; a line break is a newline character, and settled later."""
        if isinstance(node, str):
            return escaped(_SPACES.sub(" ", node))
        self._note_looks(node)
        tag = node.tag
        inner = "".join(map(self._inline, node.children)) if tag not in _EMBEDDED | _SILENT else ""
        if tag in EMPHASIS:
            return f"{opening(tag)}{inner}{closing(tag)}" if inner.strip() else inner
        match tag:
            case "br":
                return "\n"
            case "code" | "tt" | "kbd" | "samp" | "var":
                return _code(node.words())
            case "a":
                return self._link(node, inner)
            case "img":
                return self._picture(node.attributes.get("src", ""), node.attributes.get("alt", ""))
            case "sup" | "sub":
                return self._raised(inner, tag)
            case "script" | "math":
                self._gathering.leave_out("embedded", what=f"<{tag}> {in_short(node.words())}".strip())
                return escaped(node.words()) if tag == "math" else ""
            case "input":
                self._gathering.leave_out("embedded", what="<input>")
            case _ if tag in _EMBEDDED:
                address = node.attributes.get("src") or node.attributes.get("data") or in_short(node.words())
                self._gathering.leave_out("embedded", what=f"<{tag}> {in_short(address)}".strip())
        return inner

    def _link(self, node: Element, inner: str) -> str:
        address = node.attributes.get("href", "").strip()
        if not inner.strip() or not address:
            return inner
        if not _SAFE_ADDRESS.fullmatch(address):
            self._gathering.change("link", text=in_short(inner), address=in_short(address))
            return inner
        words = inner.strip(" \n")
        before, _, after = inner.partition(words)
        return f"{before}[{words}](<{address}>){after}"

    def _raised(self, inner: str, tag: str) -> str:
        table, mark = (_SUPERSCRIPT, "^") if tag == "sup" else (_SUBSCRIPT, "_")
        if not inner.strip():
            return inner
        if all(character in table for character in inner):
            return "".join(table[character] for character in inner)
        self._gathering.change("raised", text=in_short(inner))
        return f"{mark}({inner})"

    def _note_looks(self, node: Element) -> None:
        if node.attributes.get("style") or node.tag in ("font", "u", "big", "small", "center", "mark"):
            style = node.attributes.get("style", "")
            self._gathering.lose("looks", Grade.LOOKS, what=f"<{node.tag}{' ' if style else ''}{in_short(style, 40)}>")
        if {"colspan", "rowspan"} & set(node.attributes):
            self._gathering.lose("looks", Grade.LOOKS, what=f"<{node.tag} colspan/rowspan>")


def _is(node: Element | str, *tags: str) -> bool:
    return isinstance(node, Element) and node.tag in tags


def _within(element: Element, tag: str) -> Iterable[Element]:
    """The elements of that name within, not those within them."""
    for child in element.children:
        if isinstance(child, Element):
            if child.tag == tag:
                yield child
            else:
                yield from _within(child, tag)


def _outside_cells(element: Element) -> Iterator[Element | str]:
    """What stands in a table where nothing belongs."""
    for child in element.children:
        if isinstance(child, Element) and child.tag in ("tr", "tbody", "thead", "tfoot", "colgroup"):
            yield from _outside_cells(child)
        elif not _is(child, "td", "th", "caption") or element.tag not in ("tr", "table"):
            yield child


def _code(text: str) -> str:
    text = " ".join(text.split())
    if not text:
        return ""
    fence = "`" * max([1, *(len(run) + 1 for run in re.findall("`+", text))])
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"
