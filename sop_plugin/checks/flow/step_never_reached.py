"""A step to which no way leads.

## What it checks
The work must come to every step: from the step before it, by a `go`, or because an event starts it.

## Why it matters
The step is never done, though somebody thought it mattered.

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
    go: pay
  - id: read-back
    title: Read the order back
  - id: pay
    title: Take the payment
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
    go: read-back
  - id: read-back
    title: Read the order back
  - id: pay
    title: Take the payment
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.flow_paths import never_reached


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """The first of the steps that hang together. Where a target is unknown, it may be any of them."""
    graph = document.flow()
    if graph is None or not graph.is_whole or not document.whole:
        return
    for index in never_reached(graph):
        node = graph.nodes[index]
        yield Fault("step-never-reached", document.locate((*node.path, "id")), {"id": node.id})


RULE = Rule(Severity.WARNING, check)
