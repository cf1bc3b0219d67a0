"""Two right options where one is meant.

## What it checks
Where the author says `choose: one`, one option is ticked, and no more.

## Why it matters
Whoever chooses the other right one would be told that it is wrong.

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## The names differ. What do you do first? {#names-differ}
choose: one

- [x] Ask the guest for an identity card
- [x] Refund in cash
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
choose: one

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


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Choices of one; the second right option is reported."""
    for number, question in enumerate(document.quiz.questions if document.quiz else ()):
        answer = question.answer
        if isinstance(answer, Choice) and not answer.several:
            for position in [at for at, option in enumerate(answer.options) if option.right][1:]:
                text = answer.options[position].text
                yield Fault("two-right-options", document.places[number, "options", position], {"text": text})


RULE = Rule(Severity.ERROR, check)
