"""Brackets or indentation more than 32 levels deep.

## What it checks
Lists and groups may stand within each other up to 32 levels deep.

## Why it matters
Nobody can read a procedure that deep. Mostly a bracket key was held down, or a file is built to bring the
program down.

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
    checklist: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[Cups]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
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
    checklist: [Cups]
---
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR)
