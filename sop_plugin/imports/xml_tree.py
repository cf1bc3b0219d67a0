"""XML from strangers to a tree, with the line of each element."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

DEEPEST = 64
"""Elements within each other."""


class XmlRefusedError(Exception):
    """A file that is no XML, or has in it what none that we read needs. `reason` is a key below `xml-problem.`."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


@dataclass(slots=True)
class Node:
    """An element; `own` is the text right within it."""

    tag: str
    line: int
    attributes: Mapping[str, str] = field(default_factory=dict)
    own: str = ""
    children: list[Node] = field(default_factory=list)

    def all(self, tag: str) -> Iterator[Node]:
        """The children of that name."""
        return (child for child in self.children if child.tag == tag)

    def first(self, tag: str) -> Node | None:
        """The first child of that name, or None."""
        return next(self.all(tag), None)

    def value(self, tag: str, default: str = "") -> str:
        """The text of the first child of that name, or of the `text` in it, without white space around it."""
        child = self.first(tag)
        if child is None:
            return default
        inner = child.first("text")
        return (inner or child).own.strip()


@dataclass(slots=True)
class Tree:
    """The root, with all of it that could be read, and why the rest could not."""

    root: Node | None
    problem: XmlRefusedError | None = None


def tree_of(text: str) -> Tree:
    """The tree of an XML text. It has no document type and no entities of its own: both are refused unread."""
    builder = _Builder()
    try:
        builder.parser.Parse(text.encode("utf-8", "replace"), True)
    except XmlRefusedError as error:
        return Tree(builder.root, error)
    except expat.ExpatError as error:
        return Tree(builder.root, XmlRefusedError("broken", error.lineno))
    return Tree(builder.root)


class _Builder:
    def __init__(self) -> None:
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.EntityDeclHandler = self._refuse
        self.root: Node | None = None
        self._open: list[Node] = []

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= DEEPEST:
            raise XmlRefusedError("deep", self.parser.CurrentLineNumber)
        self._open.append(Node(tag, self.parser.CurrentLineNumber, attributes))
        if self.root is None:
            self.root = self._open[0]

    def _end(self, _tag: str) -> None:
        # Only what is whole is handed on, so that half a question is never taken for one.
        node = self._open.pop()
        if self._open:
            self._open[-1].children.append(node)

    def _text(self, data: str) -> None:
        if self._open:
            self._open[-1].own += data

    def _refuse(self, *_arguments: object) -> None:
        raise XmlRefusedError("doctype", self.parser.CurrentLineNumber)
