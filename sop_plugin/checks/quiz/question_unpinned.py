"""A question that does not note what it rests on.

## What it checks
Behind what a question tests stands what the procedure said, with its fingerprint: `= 30 s @3f9a1c`.

## Why it matters
When the procedure changes, nobody is told that the question may be wrong.

## Another file
```markdown
---
sop: 1
id: pay-out
title: Pay out
version: 1.0
owner: cafe-manager
steps:
  - id: count
    title: Count the money
    time_limit: 30 s
---
```

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## How long may the counting take? {#count-time}
tests: pay-out/count.time_limit

= 30 s
```

## Good
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## How long may the counting take? {#count-time}
tests: pay-out/count.time_limit = 30 s @d23b15

= 30 s
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sop_plugin.checks.rule import Rule
from sop_plugin.checks.tested import tested_places
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.library import Facts
from sop_plugin.model.sop import Sop


def check_quiz(facts: Facts, sops: Sequence[Sop]) -> Iterator[Fault]:
    """What is tested without a pin, with the line to paste."""
    for place in tested_places(facts.quiz.testing if facts.quiz else (), sops):
        if place.now and not place.tested.pin:
            arguments = {"question": place.question, "address": str(place.tested.address), "line": place.pinned}
            yield Fault("question-unpinned", place.span_of_all, arguments, place.pinned)


RULE = Rule(Severity.INFO, check_quiz=check_quiz)
