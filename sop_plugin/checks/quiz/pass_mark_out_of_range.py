"""A passing score that nobody can reach, or everybody does.

## What it checks
The passing score is a share of all points, more than 0 % and at most 100 %.

## Why it matters
Nobody would pass, or everybody.

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
pass: 800 %
---

## The names differ. What do you do first? {#names-differ}

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
pass: 80 %
---

## The names differ. What do you do first? {#names-differ}

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
    """The passing score; a bare number is taken for percent as well."""
    head = document.quiz.head if document.quiz else None
    if head and head.pass_ and not (0 < head.pass_mark <= 1 and head.pass_.unit in ("%", None)):
        yield Fault("pass-mark-out-of-range", document.locate(("pass",)), {"text": head.pass_.words})


RULE = Rule(Severity.ERROR, check)
