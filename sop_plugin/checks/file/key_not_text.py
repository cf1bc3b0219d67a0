"""A field whose name stands in brackets.

## What it checks
A field's name is a plain word followed by a colon. In brackets or braces it is a list or a group to the
program.

## Why it matters
The program cannot tell which field is meant, so its value would be lost.

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
    [notes]: New staff often forget to look up.
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
    notes: New staff often forget to look up.
---
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR)
