"""A field that must be there and is not.

## What it checks
A procedure needs `id`, `title` and `steps`, and once it is no draft also `version` and `owner`; a step
needs `id` and `title`; other parts need what the field reference marks as required.

## Why it matters
Without a version nobody can tell which text was approved; without an owner nobody answers for it; without
an id nothing can point at it.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
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
from sop_plugin.model.document import Document, Path
from sop_plugin.model.sop import Status
from sop_plugin.model.step import Step


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """What is required only once a procedure is no draft, and titles of steps that are no groups.

    A field that is always required is missed while reading.
    """
    sop = document.sop
    if sop is None or not document.whole:
        return
    at = document.locate(("id",))
    if sop.status is not Status.DRAFT:
        for field, example in (("version", "version: 1.0"), ("owner", "owner: cafe-manager")):
            if getattr(sop, field) is None and not document.has((field,)):
                yield Fault("missing-field", at, {"field": field, "of": "@record.sop", "example": example})
    for name in ("steps", "triggered", "recurring"):
        yield from _untitled(document, (name,), getattr(sop, name))


def _untitled(document: Document, path: Path, steps: tuple[Step, ...]) -> Iterator[Fault]:
    for index, step in enumerate(steps):
        here = (*path, index)
        if step.title is None and not (step.steps or step.same_as or step.call) and not document.has((*here, "title")):
            arguments = {"field": "title", "of": "@record.step", "example": "title: Greet the guest"}
            yield Fault("missing-field", document.locate((*here, "id")), arguments)
        if step.steps:
            yield from _untitled(document, (*here, "steps"), step.steps)


RULE = Rule(Severity.ERROR, check)
