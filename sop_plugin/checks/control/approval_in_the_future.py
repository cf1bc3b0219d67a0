"""An approval that has not been given yet.

## What it checks
Where a procedure says that it is approved or in force, none of its approvals has a date that is still to come.

## Why it matters
Either the date is mistyped, or staff work by what nobody has approved yet.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
status: approved
owner: cafe-manager
approvals:
  - {role: quality-manager, date: 2926-02-20}
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
status: approved
owner: cafe-manager
approvals:
  - {role: quality-manager, date: 2026-02-20}
steps:
  - id: greet
    title: Greet the guest
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.due import is_worked_by
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.library import Library


def check_library(library: Library, surroundings: Surroundings) -> Iterator[tuple[str, Fault]]:
    """The approvals of every procedure that counts as approved, held against the day."""
    for facts in library.originals:
        for day, span in facts.approved:
            if day > library.today and is_worked_by(facts):
                arguments = {"approved": day.isoformat(), "status": f"@enum.status.{facts.status.value}"}
                yield facts.path, Fault("approval-in-the-future", span, arguments)


RULE = Rule(Severity.WARNING, check_library=check_library)
