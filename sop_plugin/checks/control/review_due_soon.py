"""A review that is coming up.

## What it checks
No review of a procedure in force, or of one of its steps, is due within the house's period of notice: `review_notice`
in the policy of `organisation.yml`, or else 30 days.

## Why it matters
A review takes people and time. Whoever hears of it on the day itself will miss it.

## In organisation.yml
```yaml
policy:
  review_notice: 2 months
```

## Bad
```yaml
---
# Looked at on 15 June 2026.
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
review_by: 2026-08-10
steps:
  - id: greet
    title: Greet the guest
---
```

## Good
```yaml
---
# Looked at on 15 June 2026.
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
review_by: 2027-08-10
steps:
  - id: greet
    title: Greet the guest
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.due import end_of_notice, is_worked_by, review_arguments
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.library import Library


def check_library(library: Library, surroundings: Surroundings) -> Iterator[tuple[str, Fault]]:
    """Every review of every procedure in force, held against the day."""
    last = end_of_notice(library.today, surroundings.organisation)
    for facts in library.originals:
        for review in facts.reviews:
            if library.today <= review.due <= last and is_worked_by(facts):
                yield facts.path, Fault("review-due-soon", review.span, review_arguments(review, library.today))


RULE = Rule(Severity.INFO, check_library=check_library)
