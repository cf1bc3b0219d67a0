"""A loop that nothing ends.

## What it checks
Something must end every repetition: a number of `times`, `until`, `while`, `max`, or a branch or an exception that
leads out. Steps that lead back to each other must have a way out as well.

## Why it matters
Staff who came into the loop would never get out of it.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
steps:
  - id: call-number
    title: Call the number
    repeat: {every: 1 min}
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
  - id: call-number
    title: Call the number
    repeat: {every: 1 min, until: The guest comes}
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
from sop_plugin.model.flow_graph import BESIDE, EdgeKind, FlowGraph, Node
from sop_plugin.model.flow_paths import endless, leading_out
from sop_plugin.model.step import Step

NAME = "loop-without-exit"

ONWARD = frozenset({EdgeKind.NEXT, EdgeKind.GO, EdgeKind.UNSAID, EdgeKind.SKIP, EdgeKind.ELSE, EdgeKind.AFTER, *BESIDE})
"""What leads on from a loop only once it has ended, or not at all."""


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Repetitions first, then steps that lead back. Where nothing at all leads to an end, another rule says so."""
    graph = document.flow()
    if graph is None or not document.whole:
        return
    for edge in graph.edges:
        node = graph.nodes[edge.target]
        if edge.kind is EdgeKind.LOOP and node.step and not _is_bounded(node.step) and not _is_left(graph, node):
            yield Fault(NAME, place_of(document, graph, edge), {"id": node.id})
    if not leading_out(graph)[0]:
        return
    for edge in endless(graph):
        arguments = {"id": graph.nodes[edge.source].id, "target": graph.nodes[edge.target].id}
        yield Fault(NAME, place_of(document, graph, edge), {**arguments, "hint": "@advice.endless-way"})


def _is_bounded(step: Step) -> bool:
    """Whether the repetition says when it ends, or the step how long it may last."""
    repeat = step.repeat
    if repeat is None or step.during or step.takes or step.time_limit or repeat.each_time:
        return True
    return any(part is not None for part in (repeat.times, repeat.until, repeat.while_, repeat.max))


def _is_left(graph: FlowGraph, node: Node) -> bool:
    """Whether something else leads out: from within, or because a group around it is over or interrupted."""
    for index in range(node.index, node.partner + 1):
        for edge in graph.outgoing[index]:
            is_outside = not node.index <= edge.target <= node.partner
            if is_outside and (edge.kind not in ONWARD or node.index < index < node.partner):
                return True
    around = node.around
    while around >= 0:
        group = graph.nodes[around]
        step = group.step
        if step and (step.during or step.takes or step.time_limit or step.repeat or step.event):
            return True
        if step and step.order is Order.PARALLEL and step.join is not Join.ALL:
            return True
        if any(edge.kind is EdgeKind.EXCEPTION for edge in graph.outgoing[around]):
            return True
        around = group.around
    return False


RULE = Rule(Severity.WARNING, check)
