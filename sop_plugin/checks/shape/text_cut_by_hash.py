"""A text that is cut off at a # sign.

## What it checks
Looks for a space and a # with more text right behind it. What follows such a # is taken for a remark and
left out.

## Why it matters
“Serve table #4” reaches staff as “Serve table”.

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
    do: Take the order to table #4
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
    do: "Take the order to table #4"
---
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.WARNING, safe=True)
