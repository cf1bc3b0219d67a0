"""A target, moment, form or citation that is not written in its short form.

## What it checks
Some values have a form of their own: `go: pay`, `from: parcel-in.done`, `record: return-form.weight`,
`call: refund-card`.

## Why it matters
The page makes a link of it. Written some other way, it leads nowhere.

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
    go: on to the till
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
    go: end
---
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Diagnostic, Severity


def _is_safe(found: Diagnostic) -> bool:
    """A sign of comparison says the same as the word for it."""
    return found.arguments.get("hint") == "@advice.comparison"


RULE = Rule(Severity.ERROR, safe=_is_safe)
