"""A step that points at itself.

## What it checks
A step must not undo itself, be the same as itself, or run during itself.

## Why it matters
The step would lead staff in a circle: what it is, or when it ends, is nowhere to be found.

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
  - id: greet-again
    title: Greet the guest again
    same_as: greet-again
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
  - id: greet-again
    title: Greet the guest again
    same_as: greet
---
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR)
