"""A time that can be read in two ways.

## What it checks
A number without a unit, `30:2`, and `5 m` can each mean several times.

## Why it matters
Five minutes and five months are both `5 m`. What staff must keep to must not be guessed.

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
    time_limit: 5 m
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
    time_limit: 5 min
---
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR)
