"""A page that looks like a procedure and does not say so.

## What it checks
A header with `id` and `steps` and without `sop: 1` is an ordinary page to the program.

## Why it matters
The steps would not be checked, and no page for staff would be made of them.

## Bad
```yaml
---
id: greet-guest
title: Greet a guest
version: 1.0
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

RULE = Rule(Severity.WARNING)
