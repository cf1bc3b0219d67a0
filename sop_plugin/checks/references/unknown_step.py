"""A step that does not exist.

## What it checks
Every step or end that is named, with `go`, `same_as`, `at`, `from` and the like, must be there; in another
procedure as well.

## Why it matters
At this point staff would not know where to go on.

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
    go: pya
  - id: pay
    title: Take the payment
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
    go: pay
  - id: pay
    title: Take the payment
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sop_plugin.checks.declared import unknown
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.flow import GoKind
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.library import Library
from sop_plugin.model.resolve import steps_of

NAME = "unknown-step"
_STEP_NUMBER = re.compile(r"\d{1,4}")
GO_WORDS = [kind.value for kind in (GoKind.HERE, GoKind.AGAIN, GoKind.NEXT, GoKind.END)]


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Steps and ends within the file."""
    steps = document.declared.get(Namespace.STEP, {})
    places = {**steps, **document.declared.get(Namespace.END, {})}
    astray = [mention for mention in document.mentioned(Namespace.STEP) if not mention.of and mention.id not in steps]
    lost = [mention for mention in document.mentioned(Namespace.END) if mention.id not in places]
    if not astray and not lost:
        return
    titles = _titles(document)
    for mention in astray:
        yield unknown(NAME, mention, steps, titles)
    choices = [*places, *GO_WORDS]
    for mention in lost:
        fault = unknown(NAME, mention, choices, titles)
        yield _by_number(fault, document) if fault.instead is None else fault


def _by_number(fault: Fault, document: Document) -> Fault:
    """`go: 3` and `go: step-3` with the id of the third step."""
    number = fault.arguments["id"].removeprefix("step-")
    steps = document.sop.steps if document.sop else ()
    if not _STEP_NUMBER.fullmatch(number) or not 1 <= int(number) <= len(steps):
        return fault
    meant = steps[int(number) - 1].id
    return replace(fault, arguments={**fault.arguments, "suggestion": meant}, instead=meant)


def _titles(document: Document) -> dict[str, str]:
    """The steps of the file with their titles, for where a title was written instead of an id."""
    return {step.id: step.title or "" for step in steps_of(document.sop)} if document.sop else {}


def check_library(library: Library, surroundings: Surroundings) -> Iterator[tuple[str, Fault]]:
    """Steps of other SOPs. An unknown SOP is another rule's, and so are the steps that a translation is of."""
    for facts in library.facts:
        for mention in facts.outward:
            if mention.namespace is Namespace.STEP and not (facts.is_translation and mention.of == facts.id):
                steps = library.steps(mention.of)
                if steps is not None and mention.id not in steps:
                    yield facts.path, unknown(NAME, mention, steps, {})


RULE = Rule(Severity.ERROR, check, check_library)
