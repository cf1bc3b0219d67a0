"""A tab where spaces belong.

## What it checks
Lines of the header are indented with spaces. A tab is no indentation there.

## Why it matters
How wide a tab is differs from screen to screen, so the program cannot tell which step a line belongs to.

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
\trole: cashier
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
    role: cashier
---
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Diagnostic, Severity


def _is_safe(found: Diagnostic) -> bool:
    """Behind a word a tab is a space; how far a line is indented by one, only its author knows."""
    return found.span.column > 1


RULE = Rule(Severity.ERROR, safe=_is_safe)
