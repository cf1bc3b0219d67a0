"""A branch of a scenario that never ends.

## What it checks
From every scene some way leads to an end: to a scene without choices, or to `end`.

## Why it matters
Whoever gets there goes round in a circle and never has a result.

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## The guest is upset {#upset}

She has waited for ten minutes.

- [x] Apologise -> calm
- [ ] Ask her to wait -> angry

### She nods {#calm}

You take the order.

### She shouts {#angry}

- [x] Apologise -> angry
- [ ] Walk away -> angry
```

## Good
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## The guest is upset {#upset}

She has waited for ten minutes.

- [x] Apologise -> calm
- [ ] Ask her to wait -> angry

### She nods {#calm}

You take the order.

### She shouts {#angry}

- [x] Apologise -> calm
- [ ] Walk away -> end
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.scenario import END, Scenario


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Scenes that are reached and lead to no end; a dead reference is another rule's."""
    for number, question in enumerate(document.quiz.questions if document.quiz else ()):
        if not isinstance(question.answer, Scenario):
            continue
        scenes = question.answer.scenes
        ids = {scene.id for scene in scenes}
        reached, ending = question.answer.reached(), question.answer.ending()
        for at, scene in enumerate(scenes):
            is_dead = any(choice.leads_to != END and choice.leads_to not in ids for choice in scene.choices)
            if scene.id in reached and scene.id not in ending and not is_dead:
                yield Fault("scenario-without-end", document.places[number, "scenes", at], {"scene": scene.id})


RULE = Rule(Severity.ERROR, check)
