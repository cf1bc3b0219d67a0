"""Where in the file a way of the flow is written down. Several rules about the flow point at one."""

from __future__ import annotations

from sop_plugin.model.diagnostic import Span
from sop_plugin.model.document import Document, Path
from sop_plugin.model.flow_graph import EdgeKind, FlowEdge, FlowGraph

_WRITTEN: dict[EdgeKind, Path] = {
    EdgeKind.GO: ("go",),
    EdgeKind.ELSE: ("repeat", "else_go"),
    EdgeKind.LOOP: ("repeat",),
    EdgeKind.SKIP: ("optional",),
    EdgeKind.UNSAID: ("branches",),
}
"""The field of a step that says so; where nothing does, the step's id stands for it."""


def place_of(document: Document, graph: FlowGraph, edge: FlowEdge) -> Span:
    """The place of the words that lead along `edge`."""
    step = graph.nodes[edge.source].path
    match edge.kind:
        case EdgeKind.BRANCH:
            return document.locate((*step, "branches", edge.number, "go"))
        case EdgeKind.EXCEPTION:
            return document.locate((*step, "exceptions", edge.number, "go"))
        case EdgeKind.ENTRY:
            return document.locate(("entries", edge.number, "go"))
    return document.locate((*step, *_WRITTEN.get(edge.kind, ("id",))))
