"""“All of the above” among options that are shuffled.

## What it checks
An option that points at the others by their place, such as “all of the above”, stands in a question whose
options stay in their order.

## Why it matters
Once the options are shuffled, something else is above it.

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## The names differ. What do you do first? {#names-differ}

- [ ] Ask for an identity card
- [ ] Compare the signature
- [x] All of the above
```

## Good
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## The names differ. What do you do first? {#names-differ}
shuffle: false

- [ ] Ask for an identity card
- [ ] Compare the signature
- [x] All of the above
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.answers import Choice
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document

_BY_PLACE = re.compile(
    r"\b(?:all|none|both|any|neither) of (?:the|these) (?:above|below|first|last)|\b[a-d] and [b-e]\b"
    r"|以上(?:皆|都|全|兩|两)|(?:以上|上述)[^，。]{0,4}(?:皆|都|均)|[甲乙丙ＡＢＣABC][、和與与及][甲乙丙丁ＢＣＤBCD](?:皆|都|均)",
    re.IGNORECASE,
)


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Options of questions that are shuffled."""
    for number, question in enumerate(document.quiz.questions if document.quiz else ()):
        head = document.quiz.head if document.quiz else None
        if head and head.shuffle and question.shuffle and isinstance(question.answer, Choice):
            for position, option in enumerate(question.answer.options):
                if _BY_PLACE.search(option.text):
                    place = document.places[number, "options", position]
                    yield Fault("all-of-above-shuffled", place, {"text": option.text})


RULE = Rule(Severity.WARNING, check)
