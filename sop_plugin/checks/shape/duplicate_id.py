"""An id that is given twice.

## What it checks
Each step, end, form, event, branch and exception has an id that no other one of its kind and place has. An
end may not have the id of a step either.

## Why it matters
Links, check lists and records point at ids. With two of the same name they lead to the wrong one.

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
    do: Look up and smile.
  - id: greet
    title: Ask for the order
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
    do: Look up and smile.
  - id: ask
    title: Ask for the order
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.kinds import Namespace


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Ends that have the id of a step: both are targets of `go`. Other twins are found while reading."""
    steps = document.declared.get(Namespace.STEP, {})
    for end, span in document.declared.get(Namespace.END, {}).items():
        if end in steps:
            yield Fault("duplicate-id", span, {"id": end, "line": str(steps[end].line)})


RULE = Rule(Severity.ERROR, check)
