"""The same option twice.

## What it checks
No two options of a question and no two items of an order have the same words. Case, punctuation and
formatting do not count.

## Why it matters
Only one of the two is right, and nobody can tell which.

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## The names differ. What do you do first? {#names-differ}

- [x] Ask for an identity card
- [ ] Refund in cash
- [ ] Ask for an identity card.
```

## Good
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## The names differ. What do you do first? {#names-differ}

- [x] Ask for an identity card
- [ ] Refund in cash
- [ ] Ask for a phone number
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.answers import Choice, Ordering
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.scoring import folded


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Options, by picture where they are pictures, and items of an order."""
    for number, question in enumerate(document.quiz.questions if document.quiz else ()):
        kind, parts = "", tuple[str, ...]()
        match question.answer:
            case Choice(options=options):
                kind, parts = "options", tuple(option.picture or option.text for option in options)
            case Ordering(items=items):
                kind, parts = "items", items
        seen: dict[str, int] = {}
        for position, part in enumerate(parts):
            place = document.places[number, kind, position]
            first = seen.setdefault(folded(part.strip("*_`")), place.line)
            if first != place.line:
                yield Fault("duplicate-option", place, {"text": part, "line": str(first)})


RULE = Rule(Severity.ERROR, check)
