"""A version that is not made of numbers and dots.

## What it checks
A version consists of numbers with dots between them, and if need be a mark: `2`, `1.10`, `3.0-trial`.

## Why it matters
Versions are compared part by part to find the newest. A word or a letter in front cannot be compared.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: v1.0
owner: cafe-manager
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
steps:
  - id: greet
    title: Greet the guest
---
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR, safe=True)
