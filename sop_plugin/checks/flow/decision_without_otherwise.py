"""A decision that does not say what holds otherwise.

## What it checks
Where the branches of a decision are in plain words, one should say `otherwise`: nobody can tell from the words that
they take every case. Two that are plain opposites, such as “whole” and “broken”, take every case, and so do branches
of which one is another with a “not”, or takes all others, and branches that take every level of a class.

## Why it matters
Sooner or later a case comes that fits none of the branches, and staff do not know where to go on.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
steps:
  - id: greet
    title: Greet the guest
    branches:
      - {id: eat-in, when: The guest eats here, go: seat}
      - {id: take-away, when: The guest takes it away, go: pack}
      - {id: collect, when: The guest collects an order, go: hand-over}
  - id: seat
    title: Lead the guest to a table
    go: end
  - id: pack
    title: Pack the order
  - id: hand-over
    title: Hand over the order
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
steps:
  - id: greet
    title: Greet the guest
    branches:
      - {id: eat-in, when: The guest eats here, go: seat}
      - {id: take-away, when: The guest takes it away, go: pack}
      - {id: collect, when: The guest collects an order, go: hand-over}
      - {id: unsure, when: otherwise, then: Ask what the guest would like., go: again}
  - id: seat
    title: Lead the guest to a table
    go: end
  - id: pack
    title: Pack the order
  - id: hand-over
    title: Hand over the order
---
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sop_plugin.checks.coverage import Levels, classes_tested, holds, levels_of, open_decisions
from sop_plugin.checks.opposites import are_opposites, leave_nothing
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.condition import AllOf, AmountTest, AnyOf, Condition, NoneOf, Said
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Decisions in words. Whether numbers leave a gap is another question."""
    for node, step in open_decisions(document):
        conditions = [branch.when for branch in step.branches]
        if not _has(Said, conditions) or _has(AmountTest, conditions):
            continue
        if _say_all(conditions) or _takes_all(conditions, levels_of(document, surroundings)):
            continue
        last = step.branches[-1].id
        yield Fault("decision-without-otherwise", document.locate((*node.path, "id")), {"id": step.id, "last": last})


def _has(kind: type, conditions: Sequence[Condition]) -> bool:
    """Whether a part of the conditions is of that kind."""
    return any(
        _has(kind, each.parts) if isinstance(each, AnyOf | AllOf | NoneOf) else isinstance(each, kind)
        for each in conditions
    )


def _say_all(conditions: Sequence[Condition]) -> bool:
    """Whether the one denies the other, as far as words tell."""
    said = [each.words for each in conditions if isinstance(each, Said)]
    if leave_nothing(said):
        return True
    return len(conditions) <= 2 and (len(said) < 2 or are_opposites(*said))


def _takes_all(conditions: Sequence[Condition], levels: Levels) -> bool:
    """Whether for some class, each of its levels is taken for certain."""
    for class_id in {name for condition in conditions for name in classes_tested(condition)}:
        of_class = levels.get(class_id, ())
        if of_class and all(any(holds(each, class_id, level) for each in conditions) for level in of_class):
            return True
    return False


RULE = Rule(Severity.INFO, check)
