"""A value that begins with an exclamation mark.

## What it checks
An exclamation mark before a value gives it a type of its own. The language does not have this.

## Why it matters
The word behind the exclamation mark is taken for the type and is gone from the text.

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
    do: !Always look up before you speak.
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
    do: "!Always look up before you speak."
---
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR)
