"""No option is right.

## What it checks
At least one option of a question is ticked, and at least one choice of a scenario is worth a point.

## Why it matters
Whatever somebody chooses would be wrong.

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## The names differ. What do you do first? {#names-differ}

- [ ] Ask the guest for an identity card
- [ ] Refund in cash
- [ ] Send the guest away
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
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.answers import Choice
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.scenario import Scenario


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Choices and scenarios."""
    for number, question in enumerate(document.quiz.questions if document.quiz else ()):
        answer = question.answer
        options = answer.options if isinstance(answer, Choice) else ()
        scenes = answer.scenes if isinstance(answer, Scenario) else ()
        if (options and not any(option.right for option in options)) or (
            scenes and not any(scene.best > 0 for scene in scenes)
        ):
            yield Fault("no-right-option", document.places[number,], {"title": question.title})


RULE = Rule(Severity.ERROR, check)
