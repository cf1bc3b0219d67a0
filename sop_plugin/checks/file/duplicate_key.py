"""A field that is given twice.

## What it checks
Every field may stand once in its place: one `title` for a step, one `role`, one `steps`.

## Why it matters
Only one of the two can count, and nobody can tell which one was meant. The other text would be lost without
a word.

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
    role: cashier
    do: Look up and smile.
    role: barista
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
    role: [cashier, barista]
    do: Look up and smile.
---
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR)
