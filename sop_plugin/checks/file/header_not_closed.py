"""A header without its last line.

## What it checks
The header stands between two lines of three hyphens. The second one is missing.

## Why it matters
Without it nobody can tell where the fields end and where the text begins, so the procedure cannot be
published.

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

A guest who is greeted at once waits more patiently.
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

A guest who is greeted at once waits more patiently.
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR)
