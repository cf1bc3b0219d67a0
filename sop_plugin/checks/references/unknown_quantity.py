"""A number test of something that is declared nowhere.

## What it checks
What a condition compares with a number must be declared: under `quantities`, as a field that is written down, or as
a setting of a step.

## Why it matters
Readers see only an id where a name should be, and nobody knows what to measure, or how.

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
  - id: greet
    title: Greet the guest
    only_if: {queue-lenght: over 5}
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
  - id: greet
    title: Greet the guest
    only_if: {queue-length: over 5}
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.declared import unknown
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.resolve import quantities_of


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Number tests of an SOP. The organisation's own classes may test what each procedure measures in its own way."""
    mentions = document.mentioned(Namespace.QUANTITY)
    if document.sop is None or not mentions:
        return
    # An id that could be read is declared even where the rest of its entry could not.
    declared = document.declared.get(Namespace.QUANTITY, {})
    titles = quantities_of(document.sop)
    for mention in mentions:
        if mention.id not in titles and mention.id not in declared:
            yield unknown("unknown-quantity", mention, declared, titles)


RULE = Rule(Severity.WARNING, check)
