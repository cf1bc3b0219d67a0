"""A system that the organisation does not have.

## What it checks
Every system that a file names must be listed under `systems` in `organisation.yml`. Where there is no such
list, nothing is checked.

## Why it matters
When a system is replaced, every step that uses it must be found. One with a misspelt name is forgotten.

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
    systems: [epr]
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
    systems: [erp]
---
```
"""

from sop_plugin.checks.declared import must_be_declared
from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity
from sop_plugin.model.kinds import Namespace

RULE = Rule(Severity.ERROR, check=must_be_declared("unknown-system", Namespace.SYSTEM, in_file=False))
