"""An owner who is not of the house.

## What it checks
The role in `owner` is not one that `organisation.yml` says is the customer's or another company's (`party`).

## Why it matters
The owner keeps the procedure true and answers for it. A customer or a supplier can do neither.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: customer
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
steps:
  - id: greet
    title: Greet the guest
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.organisation import Organisation, Party


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """The owner of one procedure."""
    organisation, sop = surroundings.organisation, document.sop
    if organisation is None or sop is None or sop.owner is None:
        return
    owner = next((role for role in organisation.roles if role.id == sop.owner), None)
    if owner is not None and owner.party is not Party.INTERNAL:
        arguments = {
            "id": owner.id,
            "title": owner.title,
            "party": f"@enum.party.{owner.party.value}",
            "example": _example(organisation, sop.department),
        }
        yield Fault("owner-from-outside", document.locate(("owner",)), arguments)


def _example(organisation: Organisation, department: str | None) -> str:
    """A role of the house, if possible of the department."""
    inside = [role for role in organisation.roles if role.party is Party.INTERNAL]
    near = [role for role in inside if department is not None and role.department == department]
    return next((role.id for role in (*near, *inside)), "manager")


RULE = Rule(Severity.WARNING, check)
