"""A role that the organisation does not have.

## What it checks
Every role that a file names must be listed under `roles` in `organisation.yml`. Where there is no such
list, nothing is checked.

## Why it matters
Staff look for what their own role must do. A step given to a role that does not exist is nobody's.

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
    role: baritsa
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
    role: barista
---
```
"""

from sop_plugin.checks.declared import must_be_declared
from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity
from sop_plugin.model.kinds import Namespace

RULE = Rule(Severity.ERROR, check=must_be_declared("unknown-role", Namespace.ROLE, in_file=False))
