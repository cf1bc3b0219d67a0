"""Two names for one thing.

## What it checks
What a step is done with is called by its title in `organisation.yml`, not by a name of the list `also`, where the same
step shows the title under `tools`, `materials` or `systems`, or where the procedure uses both names. The same goes for
the roles of staff, for the glossary and for the `terms` of a procedure. Abbreviations and names of customers are left
out.

## Why it matters
A newcomer looks for two things where there is one, and takes the wrong one.

## In organisation.yml
```yaml
tools:
  - {id: milk-jug, title: Steam jug, also: [milk pitcher]}
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
    do: Fill the milk pitcher up to the spout.
    tools: [milk-jug]
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
    tools: [milk-jug]
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.criteria import CRITERIA, criteria_of
from sop_plugin.checks.names import Name, once_an_organisation, other_names, other_names_of, things_of
from sop_plugin.checks.phrases import Phrases
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.organisation import Organisation
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Step

NAME = "two-names-for-one-thing"


@once_an_organisation
def _of_organisation(organisation: Organisation, language: str) -> Phrases[Name]:
    others: dict[str, set[Name]] = {}
    for other, name in other_names(organisation, language):
        others.setdefault(other, set()).add(name)
    titles = {name for _, thing in things_of(organisation) for name in (thing.title, *(n.title for n in thing.names))}
    titles |= {touchpoint.title for touchpoint in organisation.touchpoints}
    titles |= {department.title for department in organisation.departments}
    # A name that is a part of another thing's, such as 客服 of 客服組長, stands for too many things to be looked for.
    # One that several things have is another rule's.
    clear = {other: names for other, names in others.items() if not any(other in title for title in titles)}
    return Phrases({other: names.pop() for other, names in clear.items() if len(names) == 1}, titles)


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """The texts by which staff work; each other name once a step."""
    organisation, sop = surroundings.organisation, document.sop
    if sop is None:
        return
    searches = []
    if organisation is not None:
        searches.append(_of_organisation(organisation, sop.lang or organisation.language))
    if sop.terms:
        searches.append(Phrases(dict(pair for term in sop.terms for pair in other_names_of(term))))
    for phrases in searches:
        if phrases and phrases.occur(criteria_of(sop)):
            yield from _faults(document, sop, phrases, criteria_of(sop).lower())


def _faults(document: Document, sop: Sop, phrases: Phrases[Name], text: str) -> Iterator[Fault]:
    steps = {step.id: step for step in steps_of(sop)}
    seen: set[tuple[str, str]] = set()
    for passage in document.passages():
        if passage.fields not in CRITERIA:
            continue
        prose = passage.prose
        for start, end, name in phrases.find(prose):
            other = prose[start:end]
            shown = passage.step in steps and _shows(steps[passage.step], name)
            if (passage.step, other) not in seen and (shown or name.title.lower() in text):
                seen.add((passage.step, other))
                instead = _in_text(name.title, other)
                yield Fault(NAME, passage.span(start, end), {"other": other, "title": name.title}, instead)


def _in_text(title: str, other: str) -> str:
    """The title as it stands in the place of `other`: in small letters where that began with one."""
    rest_is_small = title[1:] == title[1:].lower()
    return title[:1].lower() + title[1:] if other[:1].islower() and rest_is_small else title


def _shows(step: Step, name: Name) -> bool:
    """Whether the title of the thing is shown beside the step."""
    used = {"tools": step.tools, "systems": step.systems, "materials": tuple(use.use for use in step.materials)}
    return name.id in used.get(name.kind, ())


RULE = Rule(Severity.INFO, check)
