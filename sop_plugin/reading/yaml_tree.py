"""Front matter as a tree of nodes that know their place.

Built from libyaml's events: a scalar node is the event itself. Every plain scalar is text. Anchors, aliases and tags
are faults; depth is counted as events arrive, since composing unbounded input can overflow the C stack.
"""

from __future__ import annotations

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
from sop_plugin.reading.yaml_syntax import syntax_fault

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

    `unfinished` are the mappings and lists within which it was cut off, `cut` is the line of the header (from 0) from
    which on what was read is not to be trusted.
    """

    __slots__ = ("cut", "faults", "first_line", "root", "unfinished", "whole")

    def __init__(self, first_line: int) -> None:
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self.first_line = first_line
        self.whole = True
        self.cut: int | None = None
        self.unfinished: list[MappingNode | SequenceNode] = []

    def is_cut(self, node: Node) -> bool:
        """Whether a value was cut off where the header could not be read on, or ended only because of that."""
        if any(node is each for each in self.unfinished):
            return True
        end: Any = node if isinstance(node, ScalarEvent) else node.end
        return self.cut is not None and bool(end.end_mark.line >= self.cut)

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
        tree.faults.append(syntax_fault(error, text, first_line))
        tree.whole = False
        tree.cut = min(mark.line for mark in (error.problem_mark, error.context_mark) if mark)
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
