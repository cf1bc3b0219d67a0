"""An end to which no way leads.

## What it checks
Of several `ends`, each must be where some step, branch or exception leads with `go`. A single end needs none: it is
where the last step comes to.

## Why it matters
The procedure promises an outcome that it never tells how to reach.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
ends:
  - {id: served, title: The guest is served}
  - {id: turned-away, title: No table is free}
steps:
  - id: greet
    title: Greet the guest
  - id: pay
    title: Take the payment
    go: served
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
ends:
  - {id: served, title: The guest is served}
  - {id: turned-away, title: No table is free}
steps:
  - id: greet
    title: Greet the guest
    branches:
      - {id: full, when: No table is free, go: turned-away}
      - {id: free, when: otherwise, go: next}
  - id: pay
    title: Take the payment
    go: served
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.flow_graph import NodeKind


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Ends that are declared beside others. Where a target is unknown, it may be any of them."""
    if document.sop is None or len(document.sop.ends) < 2 or not document.whole:
        return
    graph = document.flow()
    if graph is None or not graph.is_whole:
        return
    named = {node.id for node in graph.nodes if node.kind is NodeKind.END}
    for number, end in enumerate(document.sop.ends):
        if end.id not in named:
            yield Fault(
                "end-never-reached", document.locate(("ends", number, "id")), {"id": end.id, "title": end.title}
            )


RULE = Rule(Severity.WARNING, check)
