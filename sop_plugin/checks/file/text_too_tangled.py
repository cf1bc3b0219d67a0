"""More markup than anybody writes.

## What it checks
The Markdown of a file, in its fields and below them, may hold up to 30,000 line breaks and marks such as `*`, `[`
and `|`. The longest procedures of real companies hold a tenth of that.

## Why it matters
Each mark may begin something, so a text of nothing but marks holds up the check of all other procedures. Mostly
a key was held down, a large table was pasted in, or the file is built to bring the program down.

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

**************************************** (and thirty thousand more)
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

**Smile.**
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR)

BAD_FILE = (
    b"---\nsop: 1\nid: greet-guest\ntitle: Greet a guest\nversion: 1.0\nowner: cafe-manager\n"
    b"steps:\n  - {id: greet, title: Greet the guest}\n---\n" + b"*" * 50_000
)
"""The file of the bad example as it really is: a page of text cannot hold it."""
