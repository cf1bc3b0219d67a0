"""A way into the middle of tracks that run side by side.

## What it checks
A `go` from outside must not lead into one of several tracks that run side by side (`order: parallel`).

## Why it matters
One track would begin without the others, and nobody could say when all of them are done.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
steps:
  - id: greet
    title: Greet the guest
    go: drinks
  - id: prepare
    title: Prepare the order
    order: parallel
    steps:
      - {id: drinks, title: Make the drinks}
      - {id: food, title: Warm the food}
---
```

## Good
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
steps:
  - id: greet
    title: Greet the guest
    go: prepare
  - id: prepare
    title: Prepare the order
    order: parallel
    steps:
      - {id: drinks, title: Make the drinks}
      - {id: food, title: Warm the food}
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.checks.ways import place_of
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.flow_graph import EdgeKind, FlowGraph

WRITTEN = (EdgeKind.GO, EdgeKind.BRANCH, EdgeKind.EXCEPTION, EdgeKind.ELSE, EdgeKind.ENTRY)
"""What a `go` may stand at."""

Tracks = tuple[int, ...]
"""The nodes of the tracks that one is in, the outermost first."""


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Every `go` of a procedure that has parallel tracks.

    Those of triggered and recurring steps are left out: such steps run beside tracks that are open already.
    """
    graph = document.flow()
    if graph is None or not any(edge.kind is EdgeKind.TRACK for edge in graph.edges):
        return
    tracks = _tracks(graph)
    for edge in graph.edges:
        source, target = graph.nodes[edge.source], graph.nodes[edge.target]
        if edge.kind not in WRITTEN or source.path[:1] not in ((), ("steps",)):
            continue
        entered = next((track for track in tracks[edge.target] if track not in tracks[edge.source]), None)
        if entered is not None:
            group = graph.nodes[graph.nodes[entered].around].id
            yield Fault("go-into-parallel", place_of(document, graph, edge), {"id": target.id, "group": group}, group)


def _tracks(graph: FlowGraph) -> list[Tracks]:
    """The tracks of each node."""
    begun = {edge.target for edge in graph.edges if edge.kind is EdgeKind.TRACK}
    found: list[Tracks] = []
    for node in graph.nodes:
        around = found[node.around] if node.around >= 0 else ()
        first = min(node.index, node.partner)
        found.append((*around, first) if first in begun else around)
    return found


RULE = Rule(Severity.WARNING, check)
