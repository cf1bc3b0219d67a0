"""A file that is not saved as UTF-8.

## What it checks
Every file must be saved in the encoding UTF-8.

## Why it matters
In another encoding the same bytes are other characters: staff would read gibberish in place of the step.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: ©Û©IÅU«È
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
title: 招呼顧客
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

BAD_FILE = "---\nsop: 1\nid: greet-guest\ntitle: 招呼顧客的步驟\nstatus: draft\nsteps: []\n---\n".encode("big5")
"""The file of the bad example as it really is: a page of text cannot hold it."""
