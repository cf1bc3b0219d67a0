"""An event that nothing sets off.

## What it checks
An event that starts a step or a clock, or that a step waits for, must come from somewhere: from outside
(`external: true`), or from a step, a branch or an exception that `raises` it.

## Why it matters
Nobody knows when it happens, so the step may never begin and the clock never start.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
events:
  - {id: recall, title: A product is recalled}
steps:
  - id: greet
    title: Greet the guest
triggered:
  - id: pull
    title: Take the product off the shelf
    event: recall
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
events:
  - {id: recall, title: A product is recalled, external: true}
steps:
  - id: greet
    title: Greet the guest
triggered:
  - id: pull
    title: Take the product off the shelf
    event: recall
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.flow_graph import raised_at
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.resolve import steps_of


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Events that are declared and pointed at. A mention that raises one counts as its source."""
    if document.sop is None or not document.sop.events or not document.whole:
        return
    mentioned = {mention.id for mention in document.mentioned(Namespace.EVENT)}
    raised = {event for step in steps_of(document.sop) for event in raised_at(step)}
    for number, event in enumerate(document.sop.events):
        if not event.external and event.id in mentioned and event.id not in raised:
            place = document.locate(("events", number, "id"))
            yield Fault("event-never-raised", place, {"id": event.id, "title": event.title})


RULE = Rule(Severity.INFO, check)
