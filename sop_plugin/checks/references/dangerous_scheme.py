"""A link that runs something in place of opening a page.

## What it checks
Links may begin with `https:`, `http:`, `mailto:` or `tel:`, or lead to a file of the site. `javascript:`,
`data:` and others are refused, however they are written.

## Why it matters
One tap on such a link can run a stranger's program on the shop's tablet.

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
    do: See [the price list](javascript:alert(1)).
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
    do: See [the refund steps](refund-card.md).
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity, Span
from sop_plugin.model.document import Document
from sop_plugin.model.links import scheme_of

LINKS = frozenset({"", "http", "https", "mailto", "tel"})
PICTURES = frozenset({"", "http", "https"})


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Links in Markdown, links of references, pictures."""
    found: list[tuple[str, Span]] = [
        (link.href, link.span) for link in document.links if scheme_of(link.href) not in LINKS
    ]
    found += [(p.file, p.span) for p in document.pictures if scheme_of(p.file) not in PICTURES]
    for root in (document.sop, document.organisation):
        for index, reference in enumerate(root.references if root else ()):
            if reference.link and scheme_of(reference.link) not in LINKS:
                found.append((reference.link, document.locate(("references", index, "link"))))
    for target, span in found:
        yield Fault("dangerous-scheme", span, {"scheme": scheme_of(target), "target": target})


RULE = Rule(Severity.ERROR, check)
