"""A customer group that the organisation does not have.

## What it checks
Every customer group that a file names must be listed under `customer_groups` in `organisation.yml`. Where
there is no such list, nothing is checked.

## Why it matters
The journey of each group is drawn from the steps that name it. This step would be in no one's journey.

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
    customer_groups: [comuter]
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
    customer_groups: [commuter]
---
```
"""

from sop_plugin.checks.declared import must_be_declared
from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity
from sop_plugin.model.kinds import Namespace

RULE = Rule(Severity.ERROR, check=must_be_declared("unknown-customer-group", Namespace.CUSTOMER_GROUP, in_file=False))
