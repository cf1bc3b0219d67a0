"""The right option is known by its length.

## What it checks
The right option is not much longer than all the others: where it is one of a few words, not twice as long as
the longest wrong one.

## Why it matters
Who knows nothing of the work chooses the longest option, and is right.

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## The names differ. What do you do first? {#names-differ}

- [x] Ask the guest for an identity card, compare the name and the picture, and write down the last four digits
- [ ] Refund in cash
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

- [x] Ask the guest for an identity card and compare the name
- [ ] Refund in cash, since the guest has a receipt
- [ ] Refuse, and give back the card
```
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import east_asian_width

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.answers import Choice
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document

MIN_OPTIONS = 3
SHORT = 30
"""Columns up to which no option stands out by its length; a Han character takes two."""

FACTOR = 1.8


def width(text: str) -> int:
    """How many columns a text takes."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Choices of one with several wrong options. A Han character counts as two."""
    for number, question in enumerate(document.quiz.questions if document.quiz else ()):
        answer = question.answer
        if not isinstance(answer, Choice) or answer.several or answer.of_pictures or len(answer.options) < MIN_OPTIONS:
            continue
        right = [(width(option.text), at) for at, option in enumerate(answer.options) if option.right]
        wrong = [width(option.text) for option in answer.options if not option.right]
        if len(right) == 1 and right[0][0] >= SHORT and right[0][0] > FACTOR * max(wrong, default=0):
            yield Fault("answer-given-away", document.places[number, "options", right[0][1]])


RULE = Rule(Severity.WARNING, check)
