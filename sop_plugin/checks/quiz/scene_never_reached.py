"""A scene that nobody reaches.

## What it checks
Some way from the beginning of a scenario leads to each of its scenes.

## Why it matters
Somebody wrote the scene, and nobody will ever see it.

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
- [ ] Ask her to wait -> end

### She nods {#calm}

You take the order.

### She shouts {#angry}

- [x] Apologise -> calm
- [ ] Walk away -> end
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
from sop_plugin.model.scenario import Scenario


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Scenes to which no way leads."""
    for number, question in enumerate(document.quiz.questions if document.quiz else ()):
        if not isinstance(question.answer, Scenario):
            continue
        reached = question.answer.reached()
        for at, scene in enumerate(question.answer.scenes):
            if scene.id and scene.id not in reached:
                yield Fault("scene-never-reached", document.places[number, "scenes", at], {"scene": scene.id})


RULE = Rule(Severity.WARNING, check)
