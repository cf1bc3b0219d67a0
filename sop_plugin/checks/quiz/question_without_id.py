"""A question without an id.

## What it checks
Every question and every scene has an id of its own at the end of its heading: `{#names-differ}`.

## Why it matters
Results, translations and reviews know a question by its id. Without one they would be lost when another
question is put before it.

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## The names differ. What do you do first?

- [x] Ask the guest for an identity card
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
from itertools import count

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Questions; an id that is there but not well formed is another rule's."""
    taken = {question.id for question in document.questions}
    numbers = count(1)
    lines = document.text.split("\n")
    for number, question in enumerate(document.questions):
        if question.id or (number, "id") in document.places:
            continue
        free = next(name for each in numbers if (name := f"q{each}") not in taken)
        place = document.places[number,]
        heading = lines[place.line - 1][place.column - 1 :].rstrip()
        end = place._replace(end_column=place.column + len(heading))
        yield Fault("question-without-id", end, {"title": question.title}, f"{heading} {{#{free}}}")


RULE = Rule(Severity.ERROR, check, safe=True)
