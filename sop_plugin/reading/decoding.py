"""What is gathered while one front matter is decoded, and the faults every decoder may note."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from yaml.events import ScalarEvent

from sop_plugin.model.diagnostic import MOST_FAULTS, Fault, Span
from sop_plugin.model.document import Mention
from sop_plugin.model.kinds import Namespace
from sop_plugin.reading.yaml_tree import MappingNode, Node, SequenceNode, Tree


class _Invalid:
    """What a decoder returns where there is no value."""


INVALID = _Invalid()


@dataclass(slots=True)
class Decoding:
    """What is gathered while one front matter is decoded."""

    tree: Tree
    lines: Callable[[], list[str]]
    comments: bool
    """Whether a `#` after a space occurs at all, so that texts need be looked at for one."""
    faults: list[Fault] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    declared: dict[Namespace, dict[str, Span]] = field(default_factory=dict)
    markdown: list[tuple[str, Any]] = field(default_factory=list)
    files: list[tuple[str, str, Any]] = field(default_factory=list)
    ids_made: int = 0
    """Ids that were made up so far for texts that stand in the place of records."""
    _words: tuple[MappingNode | None, frozenset[str]] = (None, frozenset())

    @property
    def is_full(self) -> bool:
        """Whether as many faults are noted as are shown: another need not be worked out."""
        return len(self.faults) >= MOST_FAULTS

    def fault(self, rule: str, node: Node, instead: str | None = None, **arguments: str) -> _Invalid:
        """Notes a fault at a node; not at one that was cut off, whose own fault is noted already."""
        if not self.is_full and not self.tree.is_cut(node):
            self.fault_at(rule, self.tree.span(node), instead, **arguments)
        return INVALID

    def fault_at(self, rule: str, span: Span, instead: str | None = None, **arguments: str) -> None:
        """Notes a fault that no single node holds."""
        if not self.is_full:
            self.faults.append(Fault(rule, span, arguments, instead))

    def words_of(self, node: MappingNode) -> frozenset[str]:
        """The keys of a mapping. Kept while the same one is asked for, which may hold thousands of wrong keys."""
        if self._words[0] is not node:
            self._words = node, frozenset(getattr(key, "value", "") for key, _ in node.items)
        return self._words[1]


Decoder = Callable[[Any, Decoding], Any]

_KIND_OF_NODE = {ScalarEvent: "text", MappingNode: "mapping", SequenceNode: "list"}


def wrong_type(state: Decoding, node: Node, expected: str) -> _Invalid:
    """Notes that a value is of another make than its field. `expected` names it in the catalogues."""
    if type(node) is ScalarEvent and node.style == "alias":
        return INVALID
    if type(node) is ScalarEvent and node.value == "" and not node.style:
        return state.fault("missing-value", node, expected=f"@expected.{expected}")
    found = _KIND_OF_NODE[type(node)]
    return state.fault("wrong-type", node, expected=f"@expected.{expected}", found=f"@found.{found}")
