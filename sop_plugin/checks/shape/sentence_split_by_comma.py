"""A sentence that a comma cuts into two items.

## What it checks
Looks at lists in square brackets: an item that goes on in small letters, or ends with a full stop, is
likely part of a sentence.

## Why it matters
“Hot, not burnt” becomes two points to tick, “Hot” and “not burnt”, and the second one says nothing.

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
    quality: [Hot, not burnt]
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
    quality: ["Hot, not burnt"]
---
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.WARNING)
