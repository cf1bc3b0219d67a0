"""A date that is not written as year, month, day.

## What it checks
A date reads `2026-03-01`: four digits, two digits, two digits, and a day that the calendar has.

## Why it matters
`1/3/2026` is the first of March to some and the third of January to others; the procedure would come into
force on the wrong day.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
effective: 1/3/2026
steps:
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
effective: 2026-03-01
steps:
  - id: greet
    title: Greet the guest
---
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR, safe=True)
