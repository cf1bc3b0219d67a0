"""A field that the house asks for and that is missing.

## What it checks
The fields that `policy` in `organisation.yml` asks for, by status and department, are filled in.

## Why it matters
The house has agreed that no procedure of this kind goes out without it: a review, an audit or the staff depend on it.

## In organisation.yml
```yaml
policy:
  require:
    - {fields: [role], of: step, status: [approved], departments: [shops]}
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
steps:
  - id: greet
    title: Greet the guest
    role: barista
---
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document, Path
from sop_plugin.model.fields import FieldSpec, fields_of
from sop_plugin.model.policy import RequiredFields, RequiredOf
from sop_plugin.model.resolve import resolved
from sop_plugin.model.sop import Sop, Status
from sop_plugin.model.step import Step
from sop_plugin.model.walk import ways_to_steps


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Every demand of the policy that concerns this procedure."""
    organisation, sop = surroundings.organisation, document.sop
    if organisation is None or organisation.policy is None or sop is None or not document.whole:
        return
    department = organisation.department_of(sop)
    for demand in organisation.policy.require:
        if _concerns(demand, sop, department):
            yield from _lacking(document, sop, demand)


def _concerns(demand: RequiredFields, sop: Sop, department: str | None) -> bool:
    in_status = sop.status in demand.status if demand.status else sop.status is not Status.DRAFT
    return in_status and (not demand.departments or department in demand.departments)


def _lacking(document: Document, sop: Sop, demand: RequiredFields) -> Iterator[Fault]:
    kind = Sop if demand.of is RequiredOf.PROCEDURE else Step
    specs = [spec for spec in fields_of(kind) if spec.key in demand.fields]
    if kind is Sop:
        yield from _of_record(document, (), sop, specs, "@record.sop")
        return
    with_role = {way for way, step in ways_to_steps(sop) if step.role} | ({()} if sop.role else set())
    for way, step in ways_to_steps(sop):
        if not step.steps:
            # A step takes its role from what is around it.
            has_role = any(way[:length] in with_role for length in range(len(way) + 1))
            wanted = [spec for spec in specs if not (spec.key == "role" and has_role)]
            yield from _of_record(document, way, resolved(sop, step) if step.same_as else step, wanted, "@record.step")


def _of_record(document: Document, way: Path, record: Any, specs: list[FieldSpec], of: str) -> Iterator[Fault]:
    for spec in specs:
        # What is written but could not be read is another rule's.
        if getattr(record, spec.attribute) in (None, ()) and not document.has((*way, spec.key)):
            at = document.locate((*way, "id"))
            yield Fault("required-by-policy", at, {"field": spec.key, "of": of, "example": spec.line})


RULE = Rule(Severity.ERROR, check, binding=False)
