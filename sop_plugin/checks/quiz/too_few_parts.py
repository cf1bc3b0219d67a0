"""Too little to choose from.

## What it checks
A choice has at least two options, an order at least two items, and a match at least two pairs.

## Why it matters
There is nothing to decide, so everybody is right.

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## Bring into order. {#in-order}

1. Compare the names
```

## Good
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## Bring into order. {#in-order}

1. Compare the names
2. Refund
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.answers import Choice, Matching, Ordering
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Answers of several parts."""
    for number, question in enumerate(document.quiz.questions if document.quiz else ()):
        match question.answer:
            case Choice(options=parts) | Ordering(items=parts) | Matching(pairs=parts) if len(parts) < 2:
                yield Fault("too-few-parts", document.places[number,], {"title": question.title})


RULE = Rule(Severity.ERROR, check)
