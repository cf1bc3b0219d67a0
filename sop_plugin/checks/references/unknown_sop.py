"""A procedure that does not exist.

## What it checks
Every procedure that another one calls, hands over to, replaces or refers to must be there, under its
present or an earlier id.

## Why it matters
Staff follow the link in the middle of their work and find nothing.

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
    call: refund-crad
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
    call: refund-card
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.declared import unknown
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.library import Library


def check_library(library: Library, surroundings: Surroundings) -> Iterator[tuple[str, Fault]]:
    """Every SOP that another one names."""
    for facts in library.facts:
        unheard = [each for each in facts.outward if each.namespace is Namespace.SOP and each.id not in library.by_id]
        if unheard:
            others = [name for name in library.by_id if name != facts.id]
            for mention in unheard:
                yield facts.path, unknown("unknown-sop", mention, others, {})


RULE = Rule(Severity.ERROR, check_library=check_library)
