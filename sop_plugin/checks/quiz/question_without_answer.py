"""A question without an answer.

## What it checks
Under the heading of a question stands a way to answer: options with boxes, a line that begins with `=`,
blanks, a numbered list or pairs.

## Why it matters
Nobody could answer it.

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## The names differ. What do you do first? {#names-differ}

It is busy.
```

## Good
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## The names differ. What do you do first? {#names-differ}

It is busy.

- [x] Ask the guest for an identity card
- [ ] Refund in cash
- [ ] Send the guest away
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Questions in which no way to answer was found; where one could not be read, another rule says so."""
    for number, question in enumerate(document.quiz.questions if document.quiz else ()):
        if question.answer is None and (number, "typed", 0) not in document.places:
            yield Fault("question-without-answer", document.places[number,], {"title": question.title})


RULE = Rule(Severity.ERROR, check)
