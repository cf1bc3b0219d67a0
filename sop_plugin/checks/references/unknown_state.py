"""A state that the procedure does not declare.

## What it checks
A state that a step moves a case to must be declared under `states` of the same procedure.

## Why it matters
The case would be in a state that no list shows, and nobody would go on with it.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
states:
  - {id: waiting-for-table, title: Waiting for a table}
steps:
  - id: greet
    title: Greet the guest
    moves_to: waiting
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
states:
  - {id: waiting-for-table, title: Waiting for a table}
steps:
  - id: greet
    title: Greet the guest
    moves_to: waiting-for-table
---
```
"""

from sop_plugin.checks.declared import must_be_declared
from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity
from sop_plugin.model.kinds import Namespace

RULE = Rule(Severity.ERROR, check=must_be_declared("unknown-state", Namespace.STATE, in_file=True))
