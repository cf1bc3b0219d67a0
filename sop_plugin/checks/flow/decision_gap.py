"""A decision that leaves out a level of a class.

## What it checks
Branches that go by a class, such as severity, must together take every level of it, or one of them must say
`otherwise`. Levels that the step's own `only_if` keeps away do not count, nor does a single branch.

## Why it matters
A case of that level comes, and the procedure does not say where it goes.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
classes:
  - id: queue
    title: Queue
    levels:
      - {id: short, title: Short}
      - {id: usual, title: Usual}
      - {id: long, title: Long}
steps:
  - id: greet
    title: Greet the guest
    branches:
      - {id: wait, when: {queue: usual}, go: next}
      - {id: help, when: {queue: long}, go: call-help}
  - id: call-help
    title: Call a colleague to the second till
---
```

## Good
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
classes:
  - id: queue
    title: Queue
    levels:
      - {id: short, title: Short}
      - {id: usual, title: Usual}
      - {id: long, title: Long}
steps:
  - id: greet
    title: Greet the guest
    branches:
      - {id: wait, when: {queue: [short, usual]}, go: next}
      - {id: help, when: {queue: long}, go: call-help}
  - id: call-help
    title: Call a colleague to the second till
---
```
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sop_plugin.checks.coverage import classes_tested, holds, levels_of, open_decisions
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.sop import Sop


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Decisions that go by one class alone, each level of which is taken or left out for certain."""
    decisions = list(open_decisions(document))
    if not decisions or document.sop is None:
        return
    levels = levels_of(document, surroundings)
    asked = _decided(document.sop)
    for way, step in decisions:
        conditions = [branch.when for branch in step.branches]
        for class_id in dict.fromkeys(classes_tested(conditions[0])):
            if asked[class_id] > 1:
                continue  # another decision may have led some of the levels away
            coming = [
                level
                for level in levels.get(class_id, ())
                if step.only_if is None or holds(step.only_if, class_id, level) is not False
            ]
            left_out = [level for level in coming if all(holds(each, class_id, level) is False for each in conditions)]
            if left_out and left_out != coming:
                arguments = {"id": step.id, "class": class_id, "levels": ", ".join(left_out)}
                yield Fault("decision-gap", document.locate((*way, "id")), arguments)


def _decided(sop: Sop) -> Counter[str]:
    """How many steps tell cases apart by each class, be it by branches or by doing the step for some of them only."""
    found: Counter[str] = Counter()
    for step in steps_of(sop):
        found.update({name for branch in step.branches for name in classes_tested(branch.when)})
    return found


RULE = Rule(Severity.WARNING, check)
