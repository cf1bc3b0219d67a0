"""A link or picture outside the content folder.

## What it checks
A path may go up with `../`, but not out of the content folder.

## Why it matters
What lies outside is not published and may be private: the page would have a hole, or show what nobody was
to see.

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
    media:
      - {file: ../../desktop/counter.svg, alt: The counter}
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
    media:
      - {file: img/counter.svg, alt: The counter}
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.paths import resolved, target_of
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """What the file shows or links to."""
    for target, span in [(p.file, p.span) for p in document.pictures] + [(x.href, x.span) for x in document.links]:
        relative, _ = target_of(target)
        if relative and resolved(document.path, relative) is None:
            yield Fault("outside-content", span, {"target": target})


RULE = Rule(Severity.ERROR, check)
