"""Front matter as a tree of nodes that know their place.

Built from libyaml's events: a scalar node is the event itself. Every plain scalar is text. Anchors, aliases and tags
are faults; depth is counted as events arrive, since composing unbounded input can overflow the C stack.
"""

from __future__ import annotations

from typing import Any

import yaml
import yaml.cyaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from sop_plugin.model.diagnostic import Fault, Span

MAX_DEPTH = 32


class MappingNode:
    """Keys and values in the order of the file; `start` and `end` are the events at its ends."""

    __slots__ = ("end", "items", "start")

    def __init__(self, start: Any) -> None:
        self.start = start
        self.end = start
        self.items: list[tuple[Any, Any]] = []


class SequenceNode:
    """The items of a list."""

    __slots__ = ("end", "items", "start")

    def __init__(self, start: Any) -> None:
        self.start = start
        self.end = start
        self.items: list[Any] = []


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
    try:
        _build(text, tree)
    except yaml.MarkedYAMLError as error:
        tree.faults.append(_syntax_fault(error, text, first_line))
        tree.whole = False
    except yaml.reader.ReaderError:
        # The characters YAML cannot read are reported when the file is decoded.
        tree.whole = False
    return tree


def _build(text: str, tree: Tree) -> None:
    # Typed as anything: the stubs know neither libyaml's parser nor which event has which attribute.
    next_event: Any = yaml.cyaml.CLoader(text).get_event
    stack = tree.unfinished
    pending: list[Any] = []  # for each open mapping, the key that waits for its value
    current: MappingNode | SequenceNode | None = None
    key: Any = None
    documents = 0
    while (event := next_event()) is not None:
        kind = type(event)
        if kind is ScalarEvent:
            node: Any = event
            if event.anchor is not None or event.tag is not None:
                _forbidden(event, tree)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.anchor is not None or event.tag is not None:
                _forbidden(event, tree)
            if len(stack) >= MAX_DEPTH:
                span = _mark_span(event, tree.first_line)
                tree.faults.append(Fault("nested-too-deep", span, {"limit": str(MAX_DEPTH)}))
                tree.whole = False
                return
            node = MappingNode(event) if kind is MappingStartEvent else SequenceNode(event)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            assert current is not None
            current.end = event
            stack.pop()
            key = pending.pop()
            current = stack[-1] if stack else None
            continue
        elif kind is AliasEvent:
            tree.faults.append(Fault("yaml-alias", _mark_span(event, tree.first_line), {"name": event.anchor}))
            node = ScalarEvent(None, None, (True, True), "", event.start_mark, event.end_mark, style="alias")
        else:
            documents += type(event) is yaml.DocumentStartEvent
            if documents > 1:
                tree.faults.append(
                    Fault(
                        "yaml-syntax", _mark_span(event, tree.first_line), {"problem": "@yaml-problem.second-document"}
                    )
                )
                tree.whole = False
                return
            continue
        # Put the node in its place.
        if current is None:
            tree.root = node
        elif type(current) is SequenceNode:
            current.items.append(node)
        elif key is None:
            key = node
        else:
            current.items.append((key, node))
            key = None
        if node is not event:
            if kind is AliasEvent:
                continue
            stack.append(node)
            pending.append(key if type(current) is MappingNode else None)
            current = node
            key = None


def _mark_span(event: Any, first_line: int) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + first_line, start.column + 1, end.line + first_line, end.column + 1)


def _forbidden(event: Any, tree: Tree) -> None:
    span = _mark_span(event, tree.first_line)
    if event.anchor is not None:
        tree.faults.append(Fault("yaml-anchor", span, {"name": event.anchor}))
    if event.tag is not None:
        tree.faults.append(Fault("yaml-tag", span, {"tag": event.tag}))


def _syntax_fault(error: yaml.MarkedYAMLError, text: str, first_line: int) -> Fault:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    here = lines[line] if line < len(lines) else ""
    span = Span(line + first_line, column + 1, line + first_line, column + 2)
    if here[column : column + 1] == "\t" or "\t" in here[: len(here) - len(here.lstrip())]:
        tab = here.index("\t")
        tabs = len(here[tab:]) - len(here[tab:].lstrip("\t"))
        span = Span(line + first_line, tab + 1, line + first_line, tab + tabs + 1)
        return Fault("tab-in-header", span, instead="  " * tabs)
    return Fault("yaml-syntax", span, {"problem": f"@yaml-problem.{_problem(error, here)}"})


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
