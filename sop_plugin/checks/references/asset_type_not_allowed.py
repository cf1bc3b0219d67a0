"""A file of a kind that is not shown or offered.

## What it checks
Pictures, videos and documents of the usual kinds may be shown or offered for download; web pages, programs
and scripts may not.

## Why it matters
A file that runs something in the reader's browser could do anything there in the company's name.

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
      - {file: docs/price-list.html, alt: The price list}
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
      - {file: docs/price-list.pdf, alt: The price list}
---
```
"""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import splitext

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.links import scheme_of

PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif")
FILMS = (".mp4", ".webm", ".vtt")
PAPERS = (".pdf", ".csv", ".xlsx", ".docx", ".pptx", ".odt", ".ods")
ALLOWED = frozenset((*PICTURES, *FILMS, *PAPERS))


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Files that are shown or offered for download."""
    for picture in document.pictures:
        kind = splitext(picture.file.partition("#")[0].partition("?")[0])[1].lower()
        if not scheme_of(picture.file) and kind not in ALLOWED:
            arguments = {"file": picture.file, "kind": kind or "?", "allowed": " ".join(sorted(ALLOWED))}
            yield Fault("asset-type-not-allowed", picture.span, arguments)


RULE = Rule(Severity.ERROR, check)
