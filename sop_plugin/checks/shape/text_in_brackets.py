"""A text in square brackets.

## What it checks
Where a single text belongs, square brackets around all of it make a list of it.

## Why it matters
A list is no sentence: the program cannot put it on the page as the text of the step.

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
    do: [Look up and smile.]
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
    do: Look up and smile.
---
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR, safe=True)
