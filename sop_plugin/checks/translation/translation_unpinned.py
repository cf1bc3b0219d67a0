"""A translated step without a fingerprint among steps that have one.

## What it checks
In a translation whose steps note under `of` what they were translated from, every step does. The first without is
reported. A translation without any such note is left alone.

## Why it matters
When the original of this step changes, nobody is told that the translation is out of date.

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
  - id: count-cash
    of: 040cb3
    title: Compter les espèces
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
    of: 040cb3
    title: Compter les espèces
  - id: lock-safe
    of: 0db93b
    title: Fermer le coffre
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.insertion import behind_id
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.pins import translated_fingerprint


def check_translation(original: Document, translation: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """The first step without a pin, with the line to add once somebody has read the two beside each other."""
    words = translation.translation
    if words is None or not words.of or not original.whole:
        return
    wanted = original.texts_by_step()
    steps = [step for step in words.steps if step in wanted and step not in words.of]
    if not steps:
        return
    now = translated_fingerprint(original, steps[0])
    where = translation.declared[Namespace.STEP][steps[0]]
    place, instead = behind_id(where, translation.text.split("\n"), f"of: {now}")
    arguments = {"step": steps[0], "count": str(len(steps)), "pin": now, "file": translation.path}
    yield Fault("translation-unpinned", place, arguments, instead)


RULE = Rule(Severity.INFO, check_translation=check_translation)
