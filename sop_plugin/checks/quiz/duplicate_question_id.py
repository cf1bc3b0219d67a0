"""Two questions with one id.

## What it checks
No two questions of a quiz have the same id, and no two scenes of a scenario.

## Why it matters
Results and translations would belong to either of them, and nobody could tell to which.

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## The names differ. What do you do first? {#names-differ}

- [x] Ask the guest for an identity card
- [ ] Refund in cash
- [ ] Send the guest away

## No receipt. What now? {#names-differ}

- [x] Look it up in the till
- [ ] Refuse
```

## Good
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## The names differ. What do you do first? {#names-differ}

- [x] Ask the guest for an identity card
- [ ] Refund in cash
- [ ] Send the guest away

## No receipt. What now? {#no-receipt}

- [x] Look it up in the till
- [ ] Refuse
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document, Path
from sop_plugin.model.scenario import Scenario


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Questions of the file, and scenes of each scenario."""
    questions: list[tuple[str, Path]] = [
        (question.id, (number, "id")) for number, question in enumerate(document.questions)
    ]
    yield from _twins(questions, document)
    for number, question in enumerate(document.questions):
        if isinstance(question.answer, Scenario):
            scenes = enumerate(question.answer.scenes)
            yield from _twins([(scene.id, (number, "scenes", position)) for position, scene in scenes], document)


def _twins(named: list[tuple[str, Path]], document: Document) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for name, way in named:
        place = document.places[way] if name else None
        if place and name in seen:
            yield Fault("duplicate-question-id", place, {"id": name, "line": str(seen[name])})
        elif place:
            seen[name] = place.line


RULE = Rule(Severity.ERROR, check)
