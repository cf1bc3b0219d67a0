"""An event that the procedure does not declare.

## What it checks
An event that starts a step or a clock must be declared under `events` of the same procedure.

## Why it matters
The step would wait for something that never happens.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
events:
  - {id: recall, title: A product is recalled, external: true}
steps:
  - id: greet
    title: Greet the guest
    event: recal
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
events:
  - {id: recall, title: A product is recalled, external: true}
steps:
  - id: greet
    title: Greet the guest
    event: recall
---
```
"""

from sop_plugin.checks.declared import must_be_declared
from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity
from sop_plugin.model.kinds import Namespace

RULE = Rule(Severity.ERROR, check=must_be_declared("unknown-event", Namespace.EVENT, in_file=True))
