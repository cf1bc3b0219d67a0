"""What can be reached in a flow, from where it comes to an end, and where it goes round for ever.

All of it in time linear in the nodes and edges, and without recursion.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sop_plugin.model.flow import Order
from sop_plugin.model.flow_graph import BESIDE, LAST, EdgeKind, FlowEdge, FlowGraph, NodeKind


def reached(graph: FlowGraph) -> list[bool]:
    """For each node, whether any work comes there: the sequence itself, or what begins beside it."""
    found = [False] * len(graph.nodes)
    _spread(graph, [0], found)
    return found


def never_reached(graph: FlowGraph) -> Iterator[int]:
    """The steps at which no work arrives, as nodes: of those that hang together, the first in reading order.

    Of a group that is entered in its midst, the parts are looked at one by one; tracks count as begun with any of them.
    """
    work = reached(graph)
    found = work.copy()
    for node in graph.nodes:
        if found[node.index] or node.step is None or node.kind is NodeKind.JOIN:
            continue
        if not any(work[node.index : node.partner]):
            yield node.index
            _spread(graph, [node.index, *range(node.index + 1, node.partner)], found)
        elif node.step.order is Order.PARALLEL:
            _spread(graph, [node.index], found)


def _spread(graph: FlowGraph, nodes: list[int], found: list[bool]) -> None:
    """Marks the nodes, and all to which edges lead from them."""
    waiting = [index for index in nodes if not found[index]]
    for index in waiting:
        found[index] = True
    while waiting:
        for edge in graph.outgoing[waiting.pop()]:
            if edge.kind is not EdgeKind.AFTER and not found[edge.target]:
                found[edge.target] = True
                waiting.append(edge.target)


def leading_out(graph: FlowGraph) -> list[bool]:
    """For each node, whether the work can come to an end from there.

    Work that begins beside counts for itself alone. What goes wrong within a group may be answered by the group's own
    exceptions, so that a way out by one of them is a way out of all its parts.
    """
    found = [node.kind in LAST for node in graph.nodes]
    waiting = [index for index, is_last in enumerate(found) if is_last]
    while waiting:
        for edge in graph.incoming[waiting.pop()]:
            if edge.kind is EdgeKind.AFTER or edge.kind in BESIDE:
                continue
            for source in _who_leaves(graph, edge):
                if not found[source]:
                    found[source] = True
                    waiting.append(source)
    return found


def _who_leaves(graph: FlowGraph, edge: FlowEdge) -> Iterable[int]:
    """The nodes from which an edge can be taken: for an exception of a group, all of the group."""
    source = graph.nodes[edge.source]
    if edge.kind is EdgeKind.EXCEPTION and source.kind is NodeKind.OPEN:
        return range(source.index, source.partner + 1)
    return (edge.source,)


def endless(graph: FlowGraph) -> Iterator[FlowEdge]:
    """The edges that close loops which nothing leaves, one for each loop or set of loops that hang together.

    Only loops that can be reached count. A node that cannot come to an end leads on all the same, so that whoever
    follows the work from there must come to an edge that leads back.
    """
    out, found = leading_out(graph), reached(graph)
    seen = [leads or not comes for leads, comes in zip(out, found, strict=True)]
    for node in graph.nodes:
        if seen[node.index]:
            continue
        waiting, back = [node.index], []
        seen[node.index] = True
        while waiting:
            for edge in graph.outgoing[waiting.pop()]:
                if edge.kind is EdgeKind.AFTER or edge.kind in BESIDE:
                    continue
                if edge.is_back:
                    back.append(edge)
                if not seen[edge.target]:
                    seen[edge.target] = True
                    waiting.append(edge.target)
        written = [edge for edge in back if edge.kind not in (EdgeKind.LOOP, EdgeKind.NEXT)]
        if back:
            yield min(written or back, key=lambda edge: (edge.kind is EdgeKind.EXCEPTION, -edge.source))
