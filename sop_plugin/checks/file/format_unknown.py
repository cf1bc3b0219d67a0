"""A version of the format that this program does not know.

## What it checks
The number behind `sop:` (or `organisation:`) is the version of the format the file is written in.

## Why it matters
A newer format may have fields that this program would leave out of the page.

## Bad
```yaml
---
sop: 2
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

RULE = Rule(Severity.ERROR)
