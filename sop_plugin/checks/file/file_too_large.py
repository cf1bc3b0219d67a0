"""A file of more than one megabyte.

## What it checks
A procedure's file may have up to 1 MiB. That is some two hundred pages of text.

## Why it matters
Such a file is mostly a picture or a table pasted in as text. It makes the page slow on a phone, and it
holds up the check of all the others.

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
---

![The counter](data:image/png;base64,iVBORw0KGgo... one million letters more)
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

![The counter](img/counter.svg)
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR)

BAD_FILE = b"---\nsop: 1\n---\n" + b"data:image/png;base64,iVBORw0KGgo" * 40_000
"""The file of the bad example as it really is: a page of text cannot hold it."""
