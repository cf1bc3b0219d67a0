"""A review that should have taken place.

## What it checks
The day by which a procedure in force, or one of its steps, is to be reviewed has not passed. Where only an interval is
given (`review_every`), it counts from the last approval, change or effective date.

## Why it matters
Prices, machines and laws change. Staff work by what was true when somebody last looked.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
review_by: 2020-01-31
steps:
  - id: greet
    title: Greet the guest
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
review_by: 2999-01-31
steps:
  - id: greet
    title: Greet the guest
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.due import is_worked_by, review_arguments
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.library import Library


def check_library(library: Library, surroundings: Surroundings) -> Iterator[tuple[str, Fault]]:
    """Every review of every procedure in force, held against the day."""
    for facts in library.originals:
        for review in facts.reviews:
            if review.due < library.today and is_worked_by(facts):
                yield facts.path, Fault("review-overdue", review.span, review_arguments(review, library.today))


RULE = Rule(Severity.INFO, check_library=check_library)
