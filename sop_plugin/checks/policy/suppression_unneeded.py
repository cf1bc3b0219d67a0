"""A suppression of nothing.

## What it checks
A suppression names a rule that finds something in this file, at the steps that it names.

## Why it matters
What it was written for is gone, and it would hide the next mistake of the kind without anybody noticing.

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
      - {id: no-answer, when: The guest does not answer, then: Smile and wait.}
suppress:
  - rule: exception-without-answer
    reason: The answer follows with the new training.
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
      - {id: no-answer, when: The guest does not answer}
suppress:
  - rule: exception-without-answer
    reason: The answer follows with the new training.
---
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

# Found in the verdict, when all other rules have spoken.
RULE = Rule(Severity.INFO)
