"""A header without its first line.

## What it checks
A file that begins with the fields of a procedure has a line of three hyphens above them, and nothing above that.

## Why it matters
Without that line it is an ordinary page to the program: nothing of it is checked, and its fields are published as a
heap of words.

## Bad
```yaml
--
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

RULE = Rule(Severity.ERROR, safe=True)
