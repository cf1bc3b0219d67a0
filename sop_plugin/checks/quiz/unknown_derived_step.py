"""Questions to be made of a step that does not exist.

## What it checks
Under `derive`, `steps` names steps of the procedures that questions are made of.

## Why it matters
No question would be made of it, and nobody would notice.

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
sops: [pay-out]
derive: [{kind: time-limit, steps: [cont]}]
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
sops: [pay-out]
derive: [{kind: time-limit, steps: [count]}]
---

## The names differ. What do you do first? {#names-differ}

- [x] Ask the guest for an identity card
- [ ] Refund in cash
- [ ] Send the guest away
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.library import Facts
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.sop import Sop
from sop_plugin.model.suggestions import nearest


def check_quiz(facts: Facts, sops: Sequence[Sop]) -> Iterator[Fault]:
    """Steps of the procedures that are named beside them, else of all that the quiz covers."""
    if facts.quiz is None:
        return
    for derive, places in zip(facts.quiz.derives, facts.quiz.derive_spans, strict=True):
        wanted = derive.sops or facts.quiz.covers
        asked = [sop for sop in sops if not {sop.id, *sop.was}.isdisjoint(wanted)] if derive.steps else []
        known = {step.id for sop in asked for step in steps_of(sop)}
        for name, place in zip(derive.steps, places, strict=True):
            if name not in known:
                yield Fault("unknown-derived-step", place, {"id": name}, nearest(name, known))


RULE = Rule(Severity.ERROR, check_quiz=check_quiz)
