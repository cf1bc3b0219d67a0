"""A diagram in the Mermaid language.

## What it checks
Looks for code blocks with the word `mermaid` behind the fence.

## Why it matters
Such a diagram is drawn by a program from another site: without a network there is no picture, and on paper
there is none either.

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
---

~~~mermaid
graph LR; greet --> pay
~~~
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

![Greet, then take the payment](img/counter.svg)
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Fenced code blocks of that language."""
    for fence in document.fences:
        if fence.language.lower() == "mermaid":
            yield Fault("mermaid-fence", fence.span)


RULE = Rule(Severity.ERROR, check)
