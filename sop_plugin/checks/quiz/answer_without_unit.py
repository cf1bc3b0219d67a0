"""A number as the answer, without a unit.

## What it checks
A number behind `=` has its unit, what is counted included: `= 3 min`, `= 2 times`. In a blank the words
around it tell.

## Why it matters
One types minutes, the next seconds, and one of the two is told that it is wrong.

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## How long may a refund take? {#how-long}

= 30
```

## Good
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## How long may a refund take? {#how-long}

= 30 s
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.answers import Numeric
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Numbers that stand behind an equals sign."""
    for number, question in enumerate(document.quiz.questions if document.quiz else ()):
        answer = question.answer
        if isinstance(answer, Numeric) and not answer.unit:
            place = document.places[number, "typed", 0]
            yield Fault("answer-without-unit", place, {"text": answer.words})


RULE = Rule(Severity.WARNING, check)
