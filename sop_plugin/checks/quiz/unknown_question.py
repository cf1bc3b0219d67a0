"""A question that is let off, and does not exist.

## What it checks
Under `suppress`, `at` names questions of the quiz by their ids.

## Why it matters
The finding that was to be let stand would be reported all the same.

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
suppress:
  - {rule: answer-without-unit, reason: It asks for a code., at: [code, codes]}
---

## What is the code of a refund? {#code}

= 42
```

## Good
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
suppress:
  - {rule: answer-without-unit, reason: It asks for a code., at: [code]}
---

## What is the code of a refund? {#code}

= 42
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.suggestions import nearest


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """What is let stand at single questions."""
    quiz = document.quiz or document.quiz_translation
    ids = [question.id for question in document.questions if question.id]
    for number, suppression in enumerate(quiz.head.suppress if quiz else ()):
        for position, name in enumerate(suppression.at):
            if name not in ids:
                place = document.locate(("suppress", number, "at", position))
                yield Fault("unknown-question", place, {"id": name}, nearest(name, ids))


RULE = Rule(Severity.ERROR, check)
