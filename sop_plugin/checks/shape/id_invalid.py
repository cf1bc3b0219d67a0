"""An id with other characters than small letters, digits and hyphens.

## What it checks
An id consists of small Latin letters and digits, with single hyphens between words: `greet-guest`.

## Why it matters
Ids stand in addresses, QR codes and records. Capitals, spaces and Chinese characters come out differently
there from one program to the next.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
steps:
  - id: Greet Guest
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
  - id: greet-guest
    title: Greet the guest
---
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR)
