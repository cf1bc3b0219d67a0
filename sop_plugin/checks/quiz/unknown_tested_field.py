"""A question that tests what is not there.

## What it checks
What a question tests, such as `pay-out/count.time_limit`, is there: the field is filled in, and the
exception, standard or branch has that id. Unknown procedures and steps are reported by other rules.

## Why it matters
Nobody would hear of it when what is asked changes, for nothing is watched.

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
tests: pay-out/count.time_limt

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
from sop_plugin.checks.tested import PlaceTested, tested_places
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.library import Facts
from sop_plugin.model.present import parts_of
from sop_plugin.model.sop import Sop
from sop_plugin.model.suggestions import nearest, some_of


def check_quiz(facts: Facts, sops: Sequence[Sop]) -> Iterator[Fault]:
    """Fields, and parts of fields, of steps that are known."""
    for place in tested_places(facts.quiz.testing if facts.quiz else (), sops):
        if place.sops and not place.now:
            yield _fault(place)


def _fault(place: PlaceTested) -> Fault:
    address = place.tested.address
    word = address.part or address.field
    names = [name for sop in place.sops for name in parts_of(sop, address)]
    near = nearest(word, names)
    arguments = {"address": str(address), "names": some_of(names, word) or "-"}
    return Fault("unknown-tested-field", place.span, arguments, near and str(address).removesuffix(word) + near)


RULE = Rule(Severity.ERROR, check_quiz=check_quiz, binding=False)
