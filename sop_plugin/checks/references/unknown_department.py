"""A department that the organisation does not have.

## What it checks
Every department that a file names must be listed under `departments` in `organisation.yml`. Where there is
no such list, nothing is checked.

## Why it matters
Procedures are sorted and found by department. This one would stand in none.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
department: shop
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
department: shops
steps:
  - id: greet
    title: Greet the guest
---
```
"""

from sop_plugin.checks.declared import must_be_declared
from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity
from sop_plugin.model.kinds import Namespace

RULE = Rule(Severity.ERROR, check=must_be_declared("unknown-department", Namespace.DEPARTMENT, in_file=False))
