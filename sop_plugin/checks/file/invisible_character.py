"""A character that nobody can see.

## What it checks
Looks for characters without width, such as those that come along when text is copied from a chat or a web
page.

## Why it matters
A word with such a character in it looks right and is not found by search; an id with one in it matches
nothing.

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
    title: Greet[U+200B] the guest
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

RULE = Rule(Severity.WARNING, safe=True)

BAD_FILE = (
    "---\nsop: 1\nid: greet-guest\ntitle: Greet\u200b a guest\nstatus: draft\n"
    "steps:\n  - {id: greet, title: Greet}\n---\n"
).encode()
"""The file of the bad example as it really is: a page of text cannot hold it."""
