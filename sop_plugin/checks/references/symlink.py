"""A file that is only a pointer to another place.

## What it checks
The content folder may hold files and folders, no symbolic links. They are never followed.

## Why it matters
Such a link can lead anywhere on the machine that publishes the site, to a password file as well as to a
picture.

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
      - {file: img/plan.svg, alt: The counter}
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
from sop_plugin.model.diagnostic import Fault, Severity, Span
from sop_plugin.model.document import Document
from sop_plugin.model.library import Library


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """What the file shows or links to."""
    if not surroundings.links:
        return
    for target, span in [(p.file, p.span) for p in document.pictures] + [(x.href, x.span) for x in document.links]:
        relative, _ = target_of(target)
        path = resolved(document.path, relative) if relative else None
        if path in surroundings.links:
            yield Fault("symlink", span, {"file": target})


def check_library(library: Library, surroundings: Surroundings) -> Iterator[tuple[str, Fault]]:
    """The links themselves."""
    for path in sorted(surroundings.links):
        yield path, Fault("symlink", Span(1, 1, 1, 1), {"file": path})


RULE = Rule(Severity.ERROR, check, check_library)
