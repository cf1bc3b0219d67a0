"""A step that a translation leaves out.

## What it checks
A translation has every step of its original. Steps that follow one another and are missing are reported once.

## Why it matters
In the middle of their own language, staff would come upon a step that they cannot read.

## Another file
```yaml
---
sop: 1
id: close-till
title: Close the till
version: 1.0
owner: cafe-manager
steps:
  - id: count-cash
    title: Count the cash
  - id: lock-safe
    title: Lock the safe
---
```

## Bad
```yaml
---
sop: 1
translates: close-till
lang: fr
title: Fermer la caisse
steps:
  - id: lock-safe
    title: Fermer le coffre
---
```

## Good
```yaml
---
sop: 1
translates: close-till
lang: fr
title: Fermer la caisse
steps:
  - id: count-cash
    title: Compter les espèces
  - id: lock-safe
    title: Fermer le coffre
---
```
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from sop_plugin.checks.insertion import after_step, before_step
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.checks.strange_steps import strange_steps
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.step import Step

NAMED = 5
"""Steps that the message names of a longer run."""


def check_translation(original: Document, translation: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Runs of steps without words, each at the step of the translation that comes next."""
    words = translation.translation
    if original.sop is None or words is None or not translation.whole:
        return
    names = set(words.steps)
    misnamed = {step.meant for step in strange_steps(original, translation)}
    to_translate = original.texts_by_step()
    lines = translation.text.split("\n")
    run: list[Step] = []
    before = ""
    for step in steps_of(original.sop):
        if step.id in names:
            if run:
                yield _fault(translation, lines, run, before, step.id)
            run, before = [], step.id
        elif step.id in to_translate and step.id not in misnamed:  # a wrong id is another rule's
            run.append(step)
    if run:
        yield _fault(translation, lines, run, before, "")


def _fault(translation: Document, lines: list[str], run: list[Step], before: str, after: str) -> Fault:
    missing = [list(_lines(step)) for step in run]
    steps = ", ".join(f"{step.id} ({step.title})" if step.title else step.id for step in run[:NAMED])
    arguments = {"steps": steps + (" …" if len(run) > NAMED else ""), "count": str(len(run))}
    place, instead = translation.locate(("steps",)), None
    known = translation.declared.get(Namespace.STEP, {})
    if after in known:
        place, instead = before_step(known[after], lines, missing)
    elif before in known:
        place, instead = after_step(known[before], lines, missing)
    return Fault("step-not-translated", place, arguments, instead)


def _lines(step: Step) -> Iterator[str]:
    yield f"id: {step.id}"
    if step.title:
        # A JSON string is a YAML string too, whatever stands in the title.
        yield f"title: {json.dumps(step.title, ensure_ascii=False)}"


RULE = Rule(Severity.WARNING, check_translation=check_translation)
