"""A text with a colon in it.

## What it checks
A colon followed by a space makes a field and its value of what was meant as one text.

## Why it matters
The words before the colon are taken for the name of a field, and the sentence is lost.

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
    quality:
      - Voice: friendly and clear
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
    quality:
      - "Voice: friendly and clear"
---
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR, safe=True)
