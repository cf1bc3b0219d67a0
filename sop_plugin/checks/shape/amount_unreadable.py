"""An amount without a number that can be read.

## What it checks
An amount is a number or a range with its unit: `200 ml`, `60 to 65 °C`, `at most 3 %`.

## Why it matters
Two people pour two different amounts of “a bit of milk”, and no check list or chart can show it.

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
    materials:
      - {use: fresh-milk, amount: a bit}
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
    materials:
      - {use: fresh-milk, amount: 200 ml}
---
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR)
