"""A version in force without an approval that the house asks for.

## What it checks
A procedure that is approved or in force has the approvals that `policy` in `organisation.yml` asks for in its
department: its own department, or else that of its owner.

## Why it matters
The house has agreed who answers for such a procedure. Without that approval nobody has released it, and staff must not
be made to work by it.

## In organisation.yml
```yaml
departments:
  - {id: shops, title: Shops}
  - {id: kitchen, title: Kitchen}
policy:
  approvals: [{role: quality-manager, departments: [kitchen]}]
```

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
status: approved
owner: cafe-manager
department: kitchen
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
department: kitchen
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

from sop_plugin.checks.additions import with_list_item
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.sop import Status


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Every approval that the policy asks for here."""
    organisation, sop = surroundings.organisation, document.sop
    if organisation is None or organisation.policy is None or not organisation.policy.approvals or sop is None:
        return
    if not document.whole or sop.status not in (Status.APPROVED, Status.EFFECTIVE):
        return
    if not sop.approvals and document.has(("approvals",)):
        # What is written but could not be read is another rule's.
        return
    department = organisation.department_of(sop)
    given = {approval.role for approval in sop.approvals}
    titles = surroundings.known.get(Namespace.ROLE, {})
    for wanted in organisation.policy.approvals:
        if wanted.role in given or (wanted.departments and department not in wanted.departments):
            continue
        key, value = next(
            (key, value)
            for key, value in (("status", sop.status.value), ("version", sop.version or ""), ("id", sop.id))
            if document.has((key,))
        )
        place, instead = with_list_item(
            document, "approvals", len(sop.approvals), f"{{role: {wanted.role}}}", beside=(key, value)
        )
        arguments = {
            "role": wanted.role,
            "title": titles.get(wanted.role) or wanted.role,
            "status": f"@enum.status.{sop.status.value}",
        }
        yield Fault("approval-missing", place, arguments, instead)


RULE = Rule(Severity.ERROR, check, binding=False)
