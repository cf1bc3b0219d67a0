"""A version that takes effect before it is approved.

## What it checks
The date in `effective` does not lie before the dates in `approvals`. Of several approvals by the same role the first
counts: the later ones were given at reviews.

## Why it matters
Until the last approval nobody had released the procedure, and yet it says that staff already worked by it. An auditor
will ask by whose leave.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
effective: 2026-02-01
owner: cafe-manager
approvals:
  - {role: quality-manager, date: 2026-02-20}
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
effective: 2026-02-20
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

import datetime
from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.sop import Status


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """The effective date beside the first approval by each role."""
    sop = document.sop
    if sop is None or sop.effective is None or not sop.approvals or sop.status in (Status.SUPERSEDED, Status.RETIRED):
        return
    first: dict[str, datetime.date] = {}
    for approval in sop.approvals:
        if approval.date is not None:
            first[approval.role] = min(approval.date, first.get(approval.role, approval.date))
    if not first:
        return
    role, approved = max(first.items(), key=lambda each: each[1])
    if sop.effective < approved:
        titles = surroundings.known.get(Namespace.ROLE, {})
        arguments = {
            "effective": sop.effective.isoformat(),
            "approved": approved.isoformat(),
            "role": titles.get(role) or role,
        }
        yield Fault(
            "effective-before-approved", document.locate(("effective",)), arguments, instead=approved.isoformat()
        )


RULE = Rule(Severity.WARNING, check)
