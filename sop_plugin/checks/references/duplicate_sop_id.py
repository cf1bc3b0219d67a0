"""Two procedures with the same id and version.

## What it checks
Each procedure has an id of its own. Two files may share one only as two versions of the same procedure, or
as its translations into different languages.

## Why it matters
Nobody could tell which of the two is in force, and links and records would lead to either.

## Bad
```yaml
---
sop: 1
id: refund-card
title: Greet a guest
version: 1.0
owner: cafe-manager
steps:
  - id: greet
    title: Greet the guest
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

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.library import Library


def check_library(library: Library, surroundings: Surroundings) -> Iterator[tuple[str, Fault]]:
    """Originals of the same id and version, and translations of the same SOP into the same language."""
    seen: dict[tuple[str, str, bool], str] = {}
    for facts in library.facts:
        if facts.quiz is not None:
            continue
        key = (facts.id, facts.lang if facts.is_translation else facts.version, facts.is_translation)
        if key in seen:
            arguments = {"id": facts.id, "other": seen[key], "version": key[1] or "-"}
            yield facts.path, Fault("duplicate-sop-id", facts.id_span, arguments)
        else:
            seen[key] = facts.path


RULE = Rule(Severity.ERROR, check_library=check_library)
