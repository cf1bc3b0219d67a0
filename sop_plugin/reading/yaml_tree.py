"""Front matter as a tree of nodes that know their place.

Built from libyaml's events: a scalar node is the event itself. Every plain scalar is text. Anchors, aliases and tags
are faults; depth is counted as events arrive, since composing unbounded input can overflow the C stack.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml
import yaml.cyaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from sop_plugin.model.diagnostic import Fault, Span
from sop_plugin.reading.yaml_slips import slip_near

MAX_DEPTH = 32


class MappingNode:
    """Keys and values in the order of the file; `start` and `end` are the events at its ends.

    `meant` are the keys that a misspelt one was taken for, each with what stands in the file; None where there is none.
    """

    __slots__ = ("end", "items", "meant", "start")

    def __init__(self, start: Any) -> None:
        self.start = start
        self.end = start
        self.items: list[tuple[Any, Any]] = []
        self.meant: dict[str, str] | None = None


class SequenceNode:
    """The items of a list. `understood` are those that became a value, where some did not; else None."""

    __slots__ = ("end", "items", "start", "understood")

    def __init__(self, start: Any) -> None:
        self.start = start
        self.end = start
        self.items: list[Any] = []
        self.understood: list[Any] | None = None


Node = Any
"""A MappingNode, a SequenceNode, or the ScalarEvent itself; which one, its users tell by its type."""


class Tree:
    """A parsed front matter. `root` is None where nothing could be understood; `whole` tells that nothing was cut off.

    `unfinished` are the mappings and lists within which it was cut off.
    """

    __slots__ = ("faults", "first_line", "root", "unfinished", "whole")

    def __init__(self, first_line: int) -> None:
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self.first_line = first_line
        self.whole = True
        self.unfinished: list[MappingNode | SequenceNode] = []

    def span(self, node: Node) -> Span:
        """Where a node stands in the file. A block mapping or list ends with its last value, not with the next key."""
        first = self.first_line
        start: Any
        end: Any
        if isinstance(node, ScalarEvent):
            start, end = node.start_mark, node.end_mark
        else:
            start = node.start.start_mark
            last: Any = node
            while not isinstance(last, ScalarEvent) and last.items and not last.start.flow_style:
                last = last.items[-1][1] if isinstance(last, MappingNode) else last.items[-1]
            end = last.end_mark if isinstance(last, ScalarEvent) else last.end.end_mark
        return Span(start.line + first, start.column + 1, end.line + first, end.column + 1)


def parse_tree(text: str, first_line: int) -> Tree:
    """Parses YAML text that begins at line `first_line` of its file. Never raises for what stands in it."""
    tree = Tree(first_line)
    builder = _Builder(tree)
    try:
        builder.build(text)
    except yaml.MarkedYAMLError as error:
        tree.faults.append(_syntax_fault(error, text, first_line))
        tree.whole = False
        _drop_broken_value(tree, error)
    except yaml.reader.ReaderError:
        # The characters YAML cannot read are reported when the file is decoded.
        tree.whole = False
    for node in tree.unfinished:
        _pair(node)
    return tree


class _Builder:
    """Puts nodes into their places as the events arrive. What a mapping holds is paired up when it ends."""

    __slots__ = ("_documents", "_stack", "_tree")

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._stack = tree.unfinished
        self._documents = 0

    def build(self, text: str) -> None:
        """Reads all events, or those up to the first that makes the rest senseless."""
        # Typed as anything: the stubs know neither libyaml's parser nor which event has which attribute.
        next_event: Any = yaml.cyaml.CLoader(text).get_event
        tree = self._tree
        may_be_marked = "&" in text or "!" in text
        top: list[Any] = []
        put = top.append
        try:
            while tree.whole and (event := next_event()) is not None:
                if type(event) is ScalarEvent:
                    if may_be_marked and (event.anchor is not None or event.tag is not None):
                        _forbidden(event, tree)
                    put(event)
                else:
                    self._take(event, put)
                    put = self._stack[-1].items.append if self._stack else top.append
        finally:
            tree.root = top[0] if top else None

    def _take(self, event: Any, put: Callable[[Any], None]) -> None:
        """Acts on an event that is no scalar."""
        kind = type(event)
        if kind is MappingEndEvent or kind is SequenceEndEvent:
            node = self._stack.pop()
            node.end = event
            _pair(node)
        elif kind is MappingStartEvent:
            self._open(MappingNode(event), put)
        elif kind is SequenceStartEvent:
            self._open(SequenceNode(event), put)
        elif kind is AliasEvent:
            self._fault("yaml-alias", event, name=event.anchor)
            put(ScalarEvent(None, None, (True, True), "", event.start_mark, event.end_mark, style="alias"))
        elif kind is DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                self._fault("yaml-syntax", event, problem="@yaml-problem.second-document")
                self._tree.whole = False

    def _open(self, node: MappingNode | SequenceNode, put: Callable[[Any], None]) -> None:
        if node.start.anchor is not None or node.start.tag is not None:
            _forbidden(node.start, self._tree)
        if len(self._stack) >= MAX_DEPTH:
            self._fault("nested-too-deep", node.start, limit=str(MAX_DEPTH))
            self._tree.whole = False
            return
        put(node)
        self._stack.append(node)

    def _fault(self, rule: str, event: Any, **arguments: str) -> None:
        self._tree.faults.append(Fault(rule, _mark_span(event, self._tree.first_line), arguments))


def _drop_broken_value(tree: Tree, error: yaml.MarkedYAMLError) -> None:
    """Takes back the text at which the parser gave up: of `id: a: b` it has seen only `a`."""
    items: list[Any] = tree.unfinished[-1].items if tree.unfinished else []
    last: Any = items[-1] if items else None
    broken_line = error.problem_mark.line if error.problem_mark else None
    if type(last) is ScalarEvent:
        broken = _mark_span(last, 0).end_line == broken_line
    else:
        # Of `[Ver: 2020] press` it has seen a whole list.
        slip = tree.faults[-1].arguments.get("problem") == "@yaml-problem.text-after-end"
        broken = slip and last is not None and last.start.start_mark.line == broken_line
    if broken:
        items.pop()


def _pair(node: MappingNode | SequenceNode) -> None:
    """Makes keys and values of what a mapping holds one after the other; a last key without value falls away."""
    if type(node) is MappingNode:
        flat: list[Any] = node.items
        node.items = list(zip(flat[::2], flat[1::2], strict=False))


def _mark_span(event: Any, first_line: int) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + first_line, start.column + 1, end.line + first_line, end.column + 1)


def _forbidden(event: Any, tree: Tree) -> None:
    span = _mark_span(event, tree.first_line)
    if event.anchor is not None:
        tree.faults.append(Fault("yaml-anchor", span, {"name": event.anchor}))
    if event.tag is not None:
        tree.faults.append(Fault("yaml-tag", span, {"tag": event.tag}))


_NEW_FIELD = re.compile(r"\s*(?:- |[\w-]+:(?:\s|$))")

NEVER_CLOSED = ("quote-not-closed", "bracket-not-closed")
"""Slips that show only further down, often at the end of the file."""

_MISPLACED = (
    "mapping values are not allowed",
    "did not find expected key",
    "did not find expected '-'",
    "could not find expected ':'",
)
"""What the parser says where something stands in a place that a slip before it made a wrong one."""


def _syntax_fault(error: yaml.MarkedYAMLError, text: str, first_line: int) -> Fault:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    here = lines[line] if line < len(lines) else ""
    span = Span(line + first_line, column + 1, line + first_line, column + 2)
    if here[column : column + 1] == "\t" or "\t" in here[: len(here) - len(here.lstrip())]:
        return _tab_fault(lines, line, first_line)
    problem = f"{error.problem or ''} {error.context or ''}"
    if any(words in problem for words in _MISPLACED) and (slip := slip_near(lines, line, column)):
        place = Span(slip.line + first_line, slip.start + 1, slip.line + first_line, slip.end + 1)
        return Fault("yaml-syntax", place, {"problem": f"@yaml-problem.{slip.problem}"}, slip.instead)
    if "block sequence entries are not allowed" in problem:
        indent = len(here) - len(here.lstrip()) + 2
        return Fault("yaml-syntax", span, {"problem": "@yaml-problem.item-behind-field"}, f"\n{' ' * indent}-")
    name = _problem(error, here)
    if name in NEVER_CLOSED and (opened := error.context_mark):
        return _never_closed(name, lines, opened.line, opened.column, first_line)
    return Fault("yaml-syntax", span, {"problem": f"@yaml-problem.{name}"})


def _never_closed(name: str, lines: list[str], line: int, column: int, first_line: int) -> Fault:
    """A quotation mark or bracket without its partner, where it opens: the parser misses it only further down.

    Where the next line begins something new, the partner belongs at the end of this one.
    """
    opened = lines[line][column:].rstrip()
    partner = {"[": "]", "{": "}"}.get(opened[:1], opened[:1])
    is_over = line + 1 >= len(lines) or not lines[line + 1].strip() or _NEW_FIELD.match(lines[line + 1])
    end = column + (len(opened) if is_over else 1)
    span = Span(line + first_line, column + 1, line + first_line, end + 1)
    return Fault("yaml-syntax", span, {"problem": f"@yaml-problem.{name}"}, opened + partner if is_over else None)


def _tab_fault(lines: list[str], number: int, first_line: int) -> Fault:
    """A tab, and the indentation that goes with the line above; further in, a single space."""
    here = lines[number]
    start = here.index("\t")
    end = start + len(here[start:]) - len(here[start:].lstrip("\t "))
    instead = " "
    if not here[:start].strip():
        above = next((line for line in reversed(lines[:number]) if line.strip()), "")
        lead = " " if here.lstrip().startswith("- ") else "- "
        start, instead = 0, " " * (len(above) - len(above.lstrip(lead)) + 2 * above.rstrip().endswith(":"))
    return Fault("tab-in-header", Span(number + first_line, start + 1, number + first_line, end + 1), instead=instead)


def _problem(error: yaml.MarkedYAMLError, line: str) -> str:
    """Which of the usual mistakes it is; the catalogues say each in plain words."""
    problem = f"{error.problem or ''} {error.context or ''}"
    for words, name in (
        ("unknown escape", "unknown-escape"),
        ("expected hexdec", "unknown-escape"),
        ("mapping values are not allowed", "colon-in-text"),
        ("quoted scalar", "quote-not-closed"),
        ("found unexpected end of stream", "quote-not-closed"),
        ("did not find expected ',' or", "bracket-not-closed"),
        ("did not find expected key", "indentation"),
        ("did not find expected '-' indicator", "indentation"),
        ("block mapping", "indentation"),
        ("block collection", "indentation"),
        ("could not find expected ':'", "colon-missing"),
        ("cannot start any token", "special-first-character"),
    ):
        if words in problem:
            return name
    return "special-first-character" if line.lstrip()[:1] in "@`%" else "other"
