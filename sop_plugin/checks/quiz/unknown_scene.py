"""A choice that leads to a scene that does not exist.

## What it checks
Every choice of a scenario leads to a scene of the same question, by its id, or to `end`.

## Why it matters
Whoever makes this choice would be left with an empty screen.

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
- [ ] Laugh -> angri

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
from sop_plugin.model.scenario import END, Scenario
from sop_plugin.model.suggestions import nearest


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Where the choices of each scene lead."""
    for number, question in enumerate(document.quiz.questions if document.quiz else ()):
        if not isinstance(question.answer, Scenario):
            continue
        scenes = question.answer.scenes
        ids = [scene.id for scene in scenes if scene.id]
        titled = {scene.title: scene.id for scene in scenes}
        for at, scene in enumerate(scenes):
            for position, choice in enumerate(scene.choices):
                if choice.leads_to != END and choice.leads_to not in ids:
                    near = titled.get(choice.leads_to) or nearest(choice.leads_to, ids)
                    place = document.places[number, "scenes", at, position, "target"]
                    arguments = {"target": choice.leads_to, "scenes": ", ".join([*ids, END])}
                    yield Fault("unknown-scene", place, arguments, near)


RULE = Rule(Severity.ERROR, check)
