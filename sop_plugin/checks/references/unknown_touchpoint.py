"""A touchpoint that the organisation does not have.

## What it checks
Every touchpoint that a file names must be listed under `touchpoints` in `organisation.yml`. Where there is
no such list, nothing is checked.

## Why it matters
The journey map shows where the guest meets the company. This step would stand at no such place.

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
    touchpoint: couter
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
    touchpoint: counter
---
```
"""

from sop_plugin.checks.declared import must_be_declared
from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity
from sop_plugin.model.kinds import Namespace

RULE = Rule(Severity.ERROR, check=must_be_declared("unknown-touchpoint", Namespace.TOUCHPOINT, in_file=False))
