"""A procedure that never comes to an end.

## What it checks
From the start, some way must lead to an end: past the last step, to one of the `ends`, or to another procedure.

## Why it matters
Whoever follows it goes round for ever, and nobody can say when the work is done.

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
  - id: pay
    title: Take the payment
    go: greet
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
  - id: pay
    title: Take the payment
    go: end
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.checks.ways import place_of
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.flow_paths import endless, leading_out


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Points at what leads back. Steps that are cut off may hold the end."""
    graph = document.flow()
    if graph is None or not document.whole or leading_out(graph)[0]:
        return
    edge = next(endless(graph))
    arguments = {"id": graph.nodes[edge.source].id, "target": graph.nodes[edge.target].id}
    yield Fault("no-end", place_of(document, graph, edge), arguments)


RULE = Rule(Severity.WARNING, check)
