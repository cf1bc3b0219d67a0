"""A class that is declared nowhere.

## What it checks
A class, such as `severity`, must be declared under `classes`, in the procedure or in `organisation.yml`.

## Why it matters
What differs by class, such as a time limit, would hold for no case at all.

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
    only_if: {severty: [major]}
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
    only_if: {severity: [major]}
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.declared import must_be_declared
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.resolve import quantities_of

_must_be_declared = must_be_declared("unknown-class", Namespace.CLASS, in_file=True)


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Every class; where a quantity is called so, what stands behind it was meant as a number."""
    for fault in _must_be_declared(document, surroundings):
        name = fault.arguments["id"]
        if document.sop is not None and name in quantities_of(document.sop):
            level = next(
                mention
                for mention in document.mentioned(Namespace.LEVEL)
                if mention.of == name and mention.span > fault.span
            )
            yield Fault("amount-unreadable", level.span, {"text": level.id})
        else:
            yield fault


RULE = Rule(Severity.ERROR, check)
