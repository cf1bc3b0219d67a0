"""A suppression that has expired.

## What it checks
A suppression may say until when it holds. After that day the rule's findings count again.

## Why it matters
Somebody promised to look at it again by then. If nobody is told, the promise is forgotten.

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
suppress:
  - rule: exception-without-answer
    reason: The answer follows with the new training.
    until: 2020-01-31
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
    until: 2999-01-31
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.library import Library


def check_library(library: Library, surroundings: Surroundings) -> Iterator[tuple[str, Fault]]:
    """Every waiver of every file, held against the day."""
    for facts in library.facts:
        for waiver in facts.waivers:
            if not waiver.holds_on(library.today):
                arguments = {"rule": waiver.rule, "until": str(waiver.until), "reason": waiver.reason}
                yield facts.path, Fault("suppression-expired", waiver.span, arguments)


RULE = Rule(Severity.WARNING, check_library=check_library)
