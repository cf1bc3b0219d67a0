"""A value that no case of a decision holds.

## What it checks
Where the branches of a decision, or the levels of a class, are told apart by a number alone, none of its values lies
between two of them. A branch `otherwise`, or a level without a condition, takes what is left.

## Why it matters
The case that stands exactly on the boundary does occur, and then everyone decides for themselves.

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
      - {id: short, when: {queue-length: under 5}, go: next}
      - {id: long, when: {queue-length: over 5}, go: end}
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

from sop_plugin.checks.boundaries import decisions, from_there_on, gaps, hold_numbers
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Branches and levels. What lies between two exceptions is as it should be."""
    if document.sop is None or not hold_numbers(document):
        return
    for field, conditions in decisions(document.sop):
        for meeting in gaps(conditions) if field != "exceptions" else ():
            lower, upper = meeting.lower.amount, meeting.upper.amount
            arguments = {
                "quantity": meeting.quantity,
                "value": meeting.value,
                "lower": lower.words,
                "upper": upper.words,
                "line": str(document.locate(meeting.lower.way).line),
            }
            instead = from_there_on(upper.words) if lower.high == upper.low else None
            yield Fault("boundary-in-no-case", document.locate(meeting.upper.way), arguments, instead)


RULE = Rule(Severity.WARNING, check)
