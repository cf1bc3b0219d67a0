"""Two quizzes with one id.

## What it checks
No two quizzes have the same id, and no two translations of a quiz are in the same language.

## Why it matters
Results and assignments know a quiz by its id; they would belong to either.

## Another file
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

## Bad
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

## Good
```markdown
---
quiz: 1
id: refunds-to-a-card
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

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.library import Library


def check_library(library: Library, surroundings: Surroundings) -> Iterator[tuple[str, Fault]]:
    """Quizzes and their translations, in the order of their paths."""
    seen: dict[tuple[str, str], str] = {}
    for facts in library.facts:
        if facts.quiz is not None:
            first = seen.setdefault((facts.id, facts.lang), facts.path)
            if first != facts.path:
                yield facts.path, Fault("duplicate-quiz-id", facts.id_span, {"id": facts.id, "other": first})


RULE = Rule(Severity.ERROR, check_library=check_library)
