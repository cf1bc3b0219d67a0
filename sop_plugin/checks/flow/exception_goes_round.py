"""An exception that only says to begin again.

## What it checks
An exception whose `go` begins the same step again should also say what to do differently, whom to call, or how often
to try: with `then`, `escalate` and the like, or a `max` of the step's `repeat`.

## Why it matters
Whatever went wrong goes wrong again, and staff go round for ever.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
steps:
  - id: pay
    title: Take the payment
    exceptions:
      - {id: declined, when: The card is declined, go: again}
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
  - id: pay
    title: Take the payment
    exceptions:
      - {id: declined, when: The card is declined, then: Ask for another card., go: again}
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.checks.ways import place_of
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.flow import StepException
from sop_plugin.model.flow_graph import EdgeKind


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Exceptions that lead to the step at which they occur. To do an earlier step again is an answer."""
    graph = document.flow()
    if graph is None:
        return
    for edge in graph.edges:
        if edge.kind is not EdgeKind.EXCEPTION or edge.source != edge.target:
            continue
        step = graph.nodes[edge.source].step
        if step is None or (step.repeat and step.repeat.max is not None):
            continue
        exception = step.exceptions[edge.number]
        if not any(getattr(exception, answer) for answer in StepException.ANSWERS):
            yield Fault("exception-goes-round", place_of(document, graph, edge), {"id": edge.id, "step": step.id})


RULE = Rule(Severity.INFO, check)
