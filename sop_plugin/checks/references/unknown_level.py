"""A level that its class does not have.

## What it checks
Each level that is named must be one of the levels of its class.

## Why it matters
A case of the real level would find no time limit and no person in charge.

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
    only_if: {severity: [mayor]}
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
    only_if: {severity: [major]}
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.declared import unknown
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.kinds import Namespace


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Levels of a named class, or of any class where the mention does not name one."""
    mentions = document.mentioned(Namespace.LEVEL)
    if not mentions:
        return
    listed = {name: titles.split() for name, titles in surroundings.known.get(Namespace.LEVEL, {}).items()}
    if document.sop is not None:
        listed |= {declared.id: [level.id for level in declared.levels] for declared in document.sop.classes}
    levels = {name: dict.fromkeys(of_class) for name, of_class in listed.items()}
    of_any_class = {level: None for of_class in levels.values() for level in of_class}
    for mention in mentions:
        if mention.of and mention.of not in levels:
            continue  # an unknown class is another rule's
        choices = levels[mention.of] if mention.of else of_any_class
        if mention.id not in choices:
            yield unknown("unknown-level", mention, choices, {})


RULE = Rule(Severity.ERROR, check)
