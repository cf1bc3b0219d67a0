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

from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from sop_plugin.checks.declared import must_be_declared
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document, Mention
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.resolve import quantities_of

_must_be_declared = must_be_declared("unknown-class", Namespace.CLASS, in_file=True)


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Every class; where a quantity is called so, what stands behind it was meant as a number."""
    faults = list(_must_be_declared(document, surroundings))
    if not faults:
        return
    quantities = quantities_of(document.sop) if document.sop else {}
    levels: dict[str, list[Mention]] = {}
    for mention in document.mentioned(Namespace.LEVEL):
        levels.setdefault(mention.of, []).append(mention)
    for fault in faults:
        name = fault.arguments["id"]
        behind = levels.get(name, []) if name in quantities else []
        at = bisect_right(behind, fault.span, key=attrgetter("span"))
        if at < len(behind):
            yield Fault("amount-unreadable", behind[at].span, {"text": behind[at].id})
        else:
            yield fault


RULE = Rule(Severity.ERROR, check)
