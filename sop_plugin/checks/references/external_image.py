"""A picture that lies on another site.

## What it checks
Pictures must lie in the content folder, beside the procedure that shows them.

## Why it matters
A picture elsewhere is gone when the network is, can be changed by its owner at any time, and tells that
owner who reads your procedures.

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
    do: "![The counter](https://example.com/counter.svg)"
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
    do: "![The counter](img/counter.svg)"
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.links import scheme_of


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Every picture that would be fetched from another host."""
    for picture in document.pictures:
        if scheme_of(picture.file) in ("http", "https") or picture.file.startswith("//"):
            yield Fault("external-image", picture.span, {"file": picture.file})


RULE = Rule(Severity.ERROR, check)
