"""A rule that does not exist.

## What it checks
Every rule that is suppressed in a file, or set to another level in `organisation.yml`, must exist.

## Why it matters
A name with a slip in it switches nothing off, and its writer believes it did.

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
  - rule: exeption-without-answer
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

from sop_plugin.checks.declared import must_be_declared
from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity
from sop_plugin.model.kinds import Namespace

RULE = Rule(Severity.WARNING, check=must_be_declared("unknown-rule", Namespace.RULE, in_file=False))
