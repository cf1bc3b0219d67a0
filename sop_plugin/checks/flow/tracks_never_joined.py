"""A track that never comes back to those beside it.

## What it checks
Where the work goes on only when all tracks are done (`order: parallel`), each track must come to its end within the
group. With `join: any`, one of them must.

## Why it matters
The others wait for a track that has gone elsewhere, and what follows never begins.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
steps:
  - id: prepare
    title: Prepare the order
    order: parallel
    steps:
      - {id: drinks, title: Make the drinks}
      - {id: food, title: Warm the food, go: hand-over}
  - id: check
    title: Compare the tray with the slip
  - id: hand-over
    title: Hand over the order
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
  - id: prepare
    title: Prepare the order
    order: parallel
    steps:
      - {id: drinks, title: Make the drinks}
      - {id: food, title: Warm the food}
  - id: check
    title: Compare the tray with the slip
  - id: hand-over
    title: Hand over the order
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.checks.ways import place_of
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.flow import Join, Order
from sop_plugin.model.flow_graph import BESIDE, EdgeKind, FlowEdge, FlowGraph, Node, NodeKind
from sop_plugin.model.flow_paths import leading_out


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Tracks all of whose ways leave the group. One that goes round for ever is another rule's."""
    graph = document.flow()
    if graph is None or not graph.is_whole:
        return
    groups = [
        node
        for node in graph.nodes
        if node.kind is NodeKind.OPEN and node.step and node.step.order is Order.PARALLEL
        if node.step.join is not Join.NONE
    ]
    out = leading_out(graph) if groups else []
    for group in groups:
        tracks = [edge.target for edge in graph.outgoing[group.index] if edge.kind is EdgeKind.TRACK]
        lost = [(track, way) for track in tracks if (way := _way_off(graph, graph.nodes[track], group.partner))]
        if len(tracks) < 2 or (group.step and group.step.join is Join.ANY and len(lost) < len(tracks)):
            continue
        for track, way in lost:
            if out[track]:
                arguments = {"id": graph.nodes[track].id, "group": group.id}
                yield Fault("tracks-never-joined", place_of(document, graph, way), arguments)


def _way_off(graph: FlowGraph, track: Node, join: int) -> FlowEdge | None:
    """The first edge that leads from a track out of its group; None where some way leads to the join."""
    off = None
    seen, waiting = {track.index}, [track.index]
    while waiting:
        for edge in graph.outgoing[waiting.pop()]:
            if edge.kind is EdgeKind.AFTER or edge.kind in BESIDE or edge.target in seen:
                continue
            if edge.target == join:
                return None
            if track.index <= edge.target <= track.partner:
                seen.add(edge.target)
                waiting.append(edge.target)
            elif edge.kind is not EdgeKind.EXCEPTION:
                off = off or edge
    return off


RULE = Rule(Severity.WARNING, check)
