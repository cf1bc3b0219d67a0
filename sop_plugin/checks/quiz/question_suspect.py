"""A question about something that has changed.

## What it checks
Behind `tests:`, the fingerprint says what the procedure said when somebody last looked at the question. It is
no longer what any version in force says. What the change log of the present version names under `editorial`
is passed over, on the writer's word that its meaning stayed.

## Why it matters
The question may teach the old way, and count the new one as wrong.

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
tests: pay-out/count.time_limit = 20 s @abcdef

= 20 s
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
    """Pins that no version in force bears out, with the line as it reads once somebody has looked."""
    for place in tested_places(facts.quiz.testing if facts.quiz else (), sops):
        if place.is_suspect:
            now = place.now[0]
            arguments = {
                "question": place.question,
                "address": str(place.tested.address),
                "before": place.tested.value,
                "now": now.value,
            }
            if now.value == place.tested.value:  # a whole procedure or step, which is quoted by its title
                arguments["hint"] = "@rule.question-suspect.hint-within"
            yield Fault("question-suspect", place.span_of_all, arguments, place.pinned)


RULE = Rule(Severity.WARNING, check_quiz=check_quiz)
