"""A question that asks for one answer and has several.

## What it checks
A question that says “which one”, “first” or “best” has one option that is ticked.

## Why it matters
Who reads “which one” chooses one and gets half the points.

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## Which one do you ask for first? {#ask-first}

- [x] The receipt
- [x] The card
- [ ] The menu
```

## Good
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## What do you ask for? {#ask-first}

- [x] The receipt
- [x] The card
- [ ] The menu
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.answers import Choice
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document

_ONE = re.compile(
    r"\bwhich one\b|\b(?:the|your|do) (?:first|best|most)\b|\bfirst\?|哪一[個项項步句]|[最首]先|最[好該适適恰]",
    re.IGNORECASE,
)


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """The words of questions with several right options, where the author does not say “choose: all”."""
    for number, question in enumerate(document.quiz.questions if document.quiz else ()):
        answer = question.answer
        if isinstance(answer, Choice) and answer.several and (number, "choose") not in document.places:
            match = _ONE.search(question.title)
            if match:
                yield Fault("one-right-asked", document.places[number,], {"word": match[0]})


RULE = Rule(Severity.WARNING, check)
