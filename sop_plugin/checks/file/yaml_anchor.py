"""A value that begins with an ampersand.

## What it checks
An ampersand before a value gives it a name to be used elsewhere. The language does not have this.

## Why it matters
The word behind the ampersand is taken for that name and is gone from the text.

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
    notes: &Tea guests are greeted at the table.
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
    notes: "&Tea guests are greeted at the table."
---
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR)
