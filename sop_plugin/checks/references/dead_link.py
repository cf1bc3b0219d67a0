"""A link that leads nowhere.

## What it checks
Every link to a file of the site must lead to a file that is there; a link to a step (`#pay`) to a step that
is there.

## Why it matters
The guest waits, the cashier taps on the link, and finds an empty page.

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
    do: If the guest wants money back, see [refunds](refund-crad.md).
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
    do: If the guest wants money back, see [refunds](refund-card.md).
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.paths import by_folder, by_name, relative, resolved, target_of
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.library import Library
from sop_plugin.model.suggestions import nearest

NAME = "dead-link"


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Relative links to files, and to places on the page itself; `//host` names no scheme and leads nowhere either."""
    if not document.links:
        return
    places = (*document.declared.get(Namespace.STEP, ()), *document.headings)
    anchors = dict.fromkeys(f"#{place}" for place in places)
    for link in document.links:
        target, anchor = target_of(link.href)
        if target is None:
            if link.href.startswith("//"):
                yield Fault(NAME, link.span, {"target": link.href}, f"https:{link.href}")
            continue
        if not target:
            if anchor and f"#{anchor}" not in anchors:
                yield Fault(NAME, link.span, {"target": link.href}, nearest(f"#{anchor}", anchors))
            continue
        path = resolved(document.path, target)
        if path is not None and path not in surroundings.files and path not in surroundings.links:
            likely = _likeliest(path, surroundings.files)
            yield Fault(NAME, link.span, {"target": link.href}, likely and relative(document.path, likely))


def check_library(library: Library, surroundings: Surroundings) -> Iterator[tuple[str, Fault]]:
    """Links to a step of another SOP's page."""
    for facts in library.facts:
        for path, anchor, span in facts.links:
            other = library.by_path.get(path) if anchor else None
            if other is not None and other.whole and anchor not in other.steps:
                yield facts.path, Fault(NAME, span, {"target": f"{path}#{anchor}"})


def _likeliest(path: str, files: frozenset[str]) -> str | None:
    """A file of the same name in another folder, or of nearly the same name in the same one."""
    folder, _, name = path.rpartition("/")
    moved = by_name(files).get(name)
    siblings = by_folder(files).get(folder, {})
    return moved or siblings.get(nearest(name, siblings) or "")


RULE = Rule(Severity.ERROR, check, check_library)
