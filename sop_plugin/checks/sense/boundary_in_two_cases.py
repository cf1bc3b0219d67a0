"""A value that two cases of a decision hold.

## What it checks
Where branches or exceptions are told apart by a number, no value is the end of one and the beginning of another. For
the levels of a class, `take` says which counts.

## Why it matters
The case that stands exactly on the boundary is treated one way by one colleague and the other way by the next.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
quantities:
  - {id: queue-length, title: Guests in the queue}
steps:
  - id: look
    title: Is the queue long?
    branches:
      - {id: short, when: {queue-length: at most 5}, go: next}
      - {id: long, when: {queue-length: at least 5}, go: end}
  - id: greet
    title: Greet the guest
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
quantities:
  - {id: queue-length, title: Guests in the queue}
steps:
  - id: look
    title: Is the queue long?
    branches:
      - {id: short, when: {queue-length: under 5}, go: next}
      - {id: long, when: {queue-length: at least 5}, go: end}
  - id: greet
    title: Greet the guest
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.boundaries import decisions, hold_numbers, overlaps, short_of_it
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Branches and exceptions."""
    if document.sop is None or not hold_numbers(document):
        return
    for field, conditions in decisions(document.sop):
        for meeting in overlaps(conditions) if field != "levels" else ():
            lower, upper = meeting.lower.amount.words, meeting.upper.amount.words
            arguments = {
                "quantity": meeting.quantity,
                "value": meeting.value,
                "lower": lower,
                "upper": upper,
                "line": str(document.locate(meeting.upper.way).line),
            }
            yield Fault("boundary-in-two-cases", document.locate(meeting.lower.way), arguments, short_of_it(lower))


RULE = Rule(Severity.WARNING, check)
