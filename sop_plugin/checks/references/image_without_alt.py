"""A picture without words for those who cannot see it.

## What it checks
Each picture has a text that says what it shows: `alt` under `media`, or the words in the square brackets.

## Why it matters
A colleague with a screen reader, or with a network too slow for pictures, gets nothing of it.

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
      - file: img/counter.svg
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
      - file: img/counter.svg
        alt: Stand to the left of the till, facing the guest
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Pictures in Markdown and under `media`. A translation's pictures are those of its original."""
    for picture in document.pictures:
        if not picture.alt.strip():
            yield Fault("image-without-alt", picture.span, {"file": picture.file})


RULE = Rule(Severity.WARNING, check)
