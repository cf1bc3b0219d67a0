"""Work that cannot be done within its time limit.

## What it checks
Even on the quickest way, what steps take and wait must fit into the limit that is set for them: that of the step, of
the group around them, of a deadline, or of the whole procedure. Times that cannot be compared, such as working days
and hours, are left alone, and so is what has no time.

## Why it matters
A promise that nobody can keep is broken every day, and soon nobody takes the other ones seriously.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
time_limit: 3 min
steps:
  - id: greet
    title: Take the order
    takes: 1 to 2 min
  - id: make
    title: Make the drink
    wait: 30 s
    takes: 2 min
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
time_limit: 5 min
steps:
  - id: greet
    title: Take the order
    takes: 1 to 2 min
  - id: make
    title: Make the drink
    wait: 30 s
    takes: 2 min
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.limits import Moments, Promise, promises
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.flow_graph import LAST, FlowGraph, NodeKind, flow_graph
from sop_plugin.model.lead_time import least_time, time_between, time_within
from sop_plugin.model.length import Stretch
from sop_plugin.model.resolve import steps_of

ROUGHLY = 0.8
"""How much of a time that is said to be `about` so long counts as certain."""

MOST_NODES = 50_000
"""Nodes of the flow that are looked at in one file, over all its limits, so that none takes long."""


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Compares each limit that has a number with the least time between its moments."""
    sop = document.sop
    if sop is None or not document.whole or not any(step.takes or step.wait for step in steps_of(sop)):
        return
    found = list(promises(sop))
    if not found:
        return
    graph = document.flow() or flow_graph(sop)
    moments = Moments(sop, graph)
    left = MOST_NODES
    for promise in found:
        left -= _size(graph, promise)
        needed = _needed(graph, moments, promise) if left >= 0 else None
        if needed is None:
            continue
        certain = needed.low * (ROUGHLY if needed.is_rough or promise.is_rough else 1)
        if certain.exceeds(promise.longest):
            arguments = {"id": promise.id, "least": needed.low.token, "limit": promise.words}
            yield Fault("time-exceeds-limit", document.locate(promise.path), arguments)


def _size(graph: FlowGraph, promise: Promise) -> int:
    """How many nodes must be looked at."""
    if promise.is_across or not promise.step:
        return len(graph.nodes)
    node = graph.by_step[promise.step]
    return node.partner - node.index + 1


def _needed(graph: FlowGraph, moments: Moments, promise: Promise) -> Stretch | None:
    """The time that the flow needs between the moments of a promise; None where that cannot be told."""
    step = graph.by_step[promise.step] if promise.step else graph.nodes[0]
    if not promise.is_across:
        return time_within(graph, step) if promise.step else least_time(graph)
    begin = moments.begin(promise.begin) if promise.begin else (step, False)
    ends = [moments.end(moment) for moment in promise.ends]
    if not ends and promise.step:
        ends = [(step.index, True)]
    elif not ends:
        ends = [(node.index, False) for node in graph.nodes if node.kind in LAST and node.kind is not NodeKind.OVER]
    known = [end for end in ends if end is not None]
    if begin is None or len(known) < len(ends):
        return None
    return time_between(graph, begin[0], known, is_done=begin[1])


RULE = Rule(Severity.INFO, check)
