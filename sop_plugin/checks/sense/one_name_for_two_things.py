"""One name for two things.

## What it checks
A step does not call a thing by a name that `organisation.yml` gives to two tools or materials, two systems or two roles
under `also`, unless it shows one of the two beside it. In `organisation.yml` itself, no two of them have one title.

## Why it matters
Staff who read the name cannot know which of the two is meant, and take whichever is nearer.

## In organisation.yml
```yaml
tools:
  - {id: milk-jug, title: Steam jug, also: [pitcher]}
  - {id: water-jug, title: Water jug, also: [pitcher]}
```

## Bad
```yaml
---
sop: 1
id: make-latte
title: Make a latte
version: 1.0
owner: cafe-manager
steps:
  - id: steam
    title: Steam the milk
    do: Fill the pitcher up to the spout.
---
```

## Good
```yaml
---
sop: 1
id: make-latte
title: Make a latte
version: 1.0
owner: cafe-manager
steps:
  - id: steam
    title: Steam the milk
    do: Fill the steam jug up to the spout.
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.criteria import CRITERIA, criteria_of
from sop_plugin.checks.names import Thing, once_an_organisation, things_of
from sop_plugin.checks.parties import roles_of
from sop_plugin.checks.phrases import Phrases
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.organisation import Organisation
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.sop import Sop

NAME = "one-name-for-two-things"

_ALIKE = (("tools", "materials"), ("systems",), ("roles",))
"""Fields of things that could be taken for each other."""


def _kinds(organisation: Organisation) -> Iterator[list[tuple[str, Thing]]]:
    every = list(things_of(organisation))
    for fields in _ALIKE:
        yield [(field, thing) for field, thing in every if field in fields]


@once_an_organisation
def _shared(organisation: Organisation, _language: str) -> Phrases[tuple[Thing, ...]]:
    """The other names that several things have, with these things."""
    owners: dict[str, list[Thing]] = {}
    for things in _kinds(organisation):
        in_kind: dict[str, list[Thing]] = {}
        for _, thing in things:
            for name in dict.fromkeys(each.lower() for each in thing.also):
                in_kind.setdefault(name, []).append(thing)
        owners |= {name: each for name, each in in_kind.items() if len(each) > 1}
    titles = [thing.title for things in _kinds(organisation) for _, thing in things]
    return Phrases({name: tuple(things) for name, things in owners.items()}, titles)


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """The texts by which staff work, and the titles of the organisation."""
    if document.organisation is not None:
        yield from _twin_titles(document, document.organisation)
    organisation, sop = surroundings.organisation, document.sop
    if organisation is None or sop is None:
        return
    shared = _shared(organisation, organisation.language)
    if shared and shared.occur(criteria_of(sop)):
        yield from _ambiguous(document, sop, shared)


def _ambiguous(document: Document, sop: Sop, shared: Phrases[tuple[Thing, ...]]) -> Iterator[Fault]:
    used = {
        step.id: {*step.tools, *step.systems, *roles_of(step), *(use.use for use in step.materials)}
        for step in steps_of(sop)
    }
    for passage in document.passages():
        if passage.fields in CRITERIA:
            for start, end, things in shared.find(passage.prose):
                if used.get(passage.step, set()).isdisjoint(thing.id for thing in things):
                    titles = ", ".join(thing.title for thing in things)
                    word = passage.words[start:end]
                    yield Fault(NAME, passage.span(start, end), {"name": word, "titles": titles})


def _twin_titles(document: Document, organisation: Organisation) -> Iterator[Fault]:
    positions: dict[str, int] = {}
    for things in _kinds(organisation):
        seen: dict[str, Thing] = {}
        for field, thing in things:
            number = positions.get(field, 0)
            positions[field] = number + 1
            first = seen.setdefault(thing.title.lower(), thing)
            if first is not thing:
                at = document.locate((field, number, "title"))
                ids = f"{first.id}, {thing.id}"
                yield Fault(NAME, at, {"name": thing.title, "titles": ids})


RULE = Rule(Severity.INFO, check)
