"""A value of another kind than its field takes.

## What it checks
Each field takes a text, a number, `true` or `false`, a list, or a group of fields; the field reference says
which.

## Why it matters
A list where one text belongs, or a word where a number belongs, cannot be put in its place on the page.

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
    optional: yes
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
    optional: true
---
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Diagnostic, Severity

_LISTS = ("@advice.list-in-brackets", "@advice.full-width-comma")


def _is_safe(found: Diagnostic) -> bool:
    """Ids between commas are a list, and `yes` means true."""
    return found.arguments.get("hint") in _LISTS or found.arguments.get("expected") == "@expected.boolean"


RULE = Rule(Severity.ERROR, safe=_is_safe)
