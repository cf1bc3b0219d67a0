"""A quiz that does not exist.

## What it checks
Every quiz that is named, under `quizzes` of a draw or `translates`, is there.

## Why it matters
Its questions could not be drawn, or the translation would belong to nothing.

## Another file
```markdown
---
quiz: 1
id: return
title: Returns
---

## No receipt. What now? {#no-receipt}

- [x] Look it up in the till
- [ ] Refuse
```

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
draw: [{count: 1, quizzes: [refunds, retrun]}]
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
draw: [{count: 1, quizzes: [refunds, return]}]
---

## The names differ. What do you do first? {#names-differ}

- [x] Ask the guest for an identity card
- [ ] Refund in cash
- [ ] Send the guest away
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.declared import unknown
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.library import Library


def check_library(library: Library, surroundings: Surroundings) -> Iterator[tuple[str, Fault]]:
    """Every quiz that another one names."""
    for facts in library.facts:
        for mention in facts.outward if facts.quiz else ():
            if mention.namespace is Namespace.QUIZ and mention.id not in library.quizzes_by_id:
                yield facts.path, unknown("unknown-quiz", mention, library.quizzes_by_id, {})


RULE = Rule(Severity.ERROR, check_library=check_library)
