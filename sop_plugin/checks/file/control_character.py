"""A control character in the text.

## What it checks
Looks for characters that are commands to a device and not text, and for those that turn the direction of
writing round.

## Why it matters
They cannot be seen. They may hide part of a step, or make staff read words in another order than they were
approved in.

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
    title: Greet[U+0008] the guest
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

BAD_FILE = (
    b"---\nsop: 1\nid: greet-guest\ntitle: Greet\b a guest\nstatus: draft\nsteps:\n  - {id: greet, title: Greet}\n---\n"
)
"""The file of the bad example as it really is: a page of text cannot hold it."""
