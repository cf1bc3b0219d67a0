"""A header that is a list and not a set of fields.

## What it checks
The header must consist of fields, each a name, a colon and a value. A hyphen before a field makes it an
item of a list.

## Why it matters
Items of a list have no names, so no title, no version and no step can be found in them.

## Bad
```yaml
---
- sop: 1
- id: greet-guest
- title: Greet a guest
- version: 1.0
- owner: cafe-manager
- steps:
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
