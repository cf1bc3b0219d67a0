"""Where each step leads, for whoever goes through the page one step at a time.

The reader is one person who reads everything that may be theirs: of parts that run side by side one comes after the
other. A place is a step's id, `ID:done` for what follows the parts of a group, `end` or `end.ID` for an end, `over`
where work beside the sequence is done, and `sop` where another procedure takes over.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sop_plugin.model.flow import Order
from sop_plugin.model.flow_graph import EdgeKind, FlowEdge, FlowGraph, Node, NodeKind
from sop_plugin.model.step import Step

ONWARD = (EdgeKind.NEXT, EdgeKind.GO, EdgeKind.UNSAID)
SIDE_BY_SIDE = (Order.PARALLEL, Order.ANY_ORDER)
TO_PARTS = (EdgeKind.NEXT, EdgeKind.TRACK, EdgeKind.ANY_ORDER)


@dataclass(slots=True)
class Ways:
    """The places to which a step leads.

    `next` follows of itself; of a group it is the first part, or empty where one part is chosen, and `done` follows its
    parts. `skip` follows where the step is left out, `fallback` where it did not work, `other` where its rounds brought
    nothing; all are empty where there is no such way. `branches` and `exceptions` go by their ids.
    """

    next: str = ""
    done: str = ""
    skip: str = ""
    fallback: str = ""
    other: str = ""
    branches: dict[str, str] = field(default_factory=dict)
    exceptions: dict[str, str] = field(default_factory=dict)


def ways_of(graph: FlowGraph) -> Mapping[str, Ways]:
    """The ways of every step, by its id."""
    return _Reader(graph).ways()


def ways_in(graph: FlowGraph) -> Mapping[str, str]:
    """The place to which each of several ways into the procedure leads, by the id of the entry."""
    entries = (edge for edge in graph.outgoing[0] if edge.kind is EdgeKind.ENTRY)
    return {edge.id: _name_of(graph.nodes[edge.target]) for edge in entries}


def has_own_end(step: Step) -> bool:
    """Whether something is to be decided or read once the parts of a group are done."""
    return bool(step.branches or step.repeat or step.go or step.call or step.raises or step.moves_to)


class _Reader:
    def __init__(self, graph: FlowGraph) -> None:
        self._graph = graph

    def ways(self) -> dict[str, Ways]:
        found = {name: Ways() for name in self._graph.by_step}
        for name, node in self._graph.by_step.items():
            ways = found[name]
            for edge in self._graph.outgoing[node.index]:
                self._begin(ways, node, edge)
            for edge in self._graph.outgoing[node.partner]:
                self._end(ways, node, edge)
        return found

    def _begin(self, ways: Ways, node: Node, edge: FlowEdge) -> None:
        """A way from where a step begins."""
        if edge.kind is EdgeKind.EXCEPTION:
            ways.exceptions[edge.id] = self._place(node, edge.target)
        elif edge.kind is EdgeKind.SKIP:
            ways.skip = self._place(node, edge.target)
        elif edge.kind in TO_PARTS and node.kind is NodeKind.OPEN and not ways.next:
            ways.next = self._place(node, edge.target)

    def _end(self, ways: Ways, node: Node, edge: FlowEdge) -> None:
        """A way from where a step is done."""
        match edge.kind:
            case EdgeKind.BRANCH:
                ways.branches[edge.id] = self._place(node, edge.target)
            case EdgeKind.FALLBACK:
                ways.fallback = self._place(node, edge.target)
            case EdgeKind.ELSE:
                ways.other = self._place(node, edge.target)
            case kind if kind in ONWARD:
                place = self._place(node, edge.target)
                if node.kind is NodeKind.OPEN:
                    ways.done = place
                else:
                    ways.next = place

    def _place(self, source: Node, target: int) -> str:
        """The place that a way from `source` leads to; out of nested groups, the next with something to do."""
        for _ in self._graph.nodes:
            node = self._graph.nodes[target]
            if node.kind is not NodeKind.JOIN:
                return _name_of(node)
            group = self._graph.nodes[node.partner]
            if source.around == group.index and (part := self._part_after(source, group)):
                return part
            if group.step is None or has_own_end(group.step):
                return f"{group.id}:done"
            onward = [edge for edge in self._graph.outgoing[target] if edge.kind in ONWARD]
            if not onward:
                break
            source, target = group, onward[0].target
        return "end"

    def _part_after(self, source: Node, group: Node) -> str:
        """The part to read behind `source` in a group whose parts run side by side; empty behind the last."""
        if group.step is None or group.step.order not in SIDE_BY_SIDE:
            return ""
        following = source.partner + 1
        return "" if following >= group.partner else self._graph.nodes[following].id


def _name_of(node: Node) -> str:
    match node.kind:
        case NodeKind.STEP | NodeKind.OPEN:
            return node.id
        case NodeKind.END:
            return f"end.{node.id}" if node.id else "end"
        case NodeKind.OVER:
            return "over"
        case NodeKind.SOP:
            return "sop"
    return ""
