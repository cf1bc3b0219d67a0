"""An exception without an answer.

## What it checks
An exception says what may happen. It should also say what to do then, whom to call, or where to go on.

## Why it matters
Staff look it up in the very moment it happens, and find that nobody has thought about it.

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
    exceptions:
      - {id: no-answer, when: The guest does not answer}
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
    exceptions:
      - {id: no-answer, when: The guest does not answer, then: Smile and wait.}
---
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.INFO)
