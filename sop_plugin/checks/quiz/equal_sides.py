"""Two equal sides in a match.

## What it checks
In a match, no two left sides and no two right sides have the same words.

## Why it matters
With two equal sides there are several ways to put the pairs together, and the question looks like a mistake.

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## What belongs together? {#pairs}

- Names differ -> Ask for an identity card
- Names differ -> Call the manager
```

## Good
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## What belongs together? {#pairs}

- Names differ -> Ask for an identity card
- Card expired -> Call the manager
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.answers import Matching
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.scoring import folded


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Both sides of the pairs, and the right sides that belong to none."""
    for number, question in enumerate(document.quiz.questions if document.quiz else ()):
        if not isinstance(question.answer, Matching):
            continue
        pairs, extras = question.answer.pairs, question.answer.extras
        lefts = [(pair.left, (number, "pairs", at)) for at, pair in enumerate(pairs)]
        rights = [(pair.right, (number, "pairs", at)) for at, pair in enumerate(pairs)]
        rights += [(extra, (number, "extras", at)) for at, extra in enumerate(extras)]
        for sides in (lefts, rights):
            seen: dict[str, int] = {}
            for text, way in sides:
                place = document.places[way]
                first = seen.setdefault(folded(text), place.line)
                if first != place.line:
                    yield Fault("equal-sides", place, {"text": text, "line": str(first)})


RULE = Rule(Severity.WARNING, check)
