"""A field that the language does not have.

## What it checks
Every field's name must be one that the field reference lists for its place.

## Why it matters
A misspelt field would be passed over in silence: the time limit is written down, and no page ever shows it.

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
    time_limt: 30 s
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
    time_limit: 30 s
---
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR)
