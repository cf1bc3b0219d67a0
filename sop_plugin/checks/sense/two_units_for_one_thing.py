"""One thing measured in two systems of units.

## What it checks
A material, a setting, a field that is written down, or a quantity in a condition is given in one system of units
throughout a procedure. What is given in two at the same place, with `also`, is meant to be.

## Why it matters
Whoever has weighed in kilograms compares with a limit in pounds, and lets through what is twice too heavy.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
steps:
  - id: fill
    title: Fill the jug
    materials: [{use: fresh-milk, amount: 200 ml}]
  - id: refill
    title: Fill it up
    materials: [{use: fresh-milk, amount: 7 fl oz}]
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
  - id: fill
    title: Fill the jug
    materials: [{use: fresh-milk, amount: 200 ml}]
  - id: refill
    title: Fill it up
    materials: [{use: fresh-milk, amount: 200 ml}]
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document, Path
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.record import RecordField
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Step
from sop_plugin.model.units import Unit, unit_of
from sop_plugin.model.walk import ways_to_conditions, ways_to_steps, ways_to_tests

Given = tuple[tuple[str, str], str | None, Path]
"""What is measured, as a kind and an id; the unit as it is written; and where."""


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Every thing that is measured, at the first place where its system changes."""
    if document.sop is None:
        return
    first: dict[tuple[str, str], tuple[Unit, str, Path]] = {}
    told: set[tuple[str, str]] = set()
    for thing, written, way in _given(document, document.sop):
        unit = unit_of(written)
        if unit is None or written is None or thing in told:
            continue
        known, before, place = first.setdefault(thing, (unit, written, way))
        if known.kind == unit.kind and known.system != unit.system:
            told.add(thing)
            arguments = {
                "id": thing[1],
                "unit": written,
                "other": before,
                "line": str(document.locate(place).line),
            }
            yield Fault("two-units-for-one-thing", document.locate(way), arguments)


def _given(document: Document, sop: Sop) -> Iterator[Given]:
    tests = bool(document.mentioned(Namespace.QUANTITY))
    for number, quantity in enumerate(sop.quantities):
        yield ("quantity", quantity.id), quantity.unit, ("quantities", number, "unit")
    for number, form in enumerate(sop.forms):
        for position, field in enumerate(form.fields):
            yield from _of_field(f"{form.id}.{field.id}", field, ("forms", number, "fields", position), tests=tests)
    for way, step in ways_to_steps(sop):
        if step.materials or step.settings or step.record:
            yield from _of_step(way, step, tests=tests)
    if tests:
        for way, condition in ways_to_conditions(sop):
            for place, test in ways_to_tests(condition, way):
                yield ("quantity", test.quantity), test.amount.unit, place


def _of_step(way: Path, step: Step, *, tests: bool) -> Iterator[Given]:
    for number, use in enumerate(step.materials):
        if use.amount is not None and use.also is None:
            yield ("material", use.use), use.amount.unit, (*way, "materials", number, "amount")
    for number, setting in enumerate(step.settings):
        here = (*way, "settings", number)
        amounts = [(setting.amount, setting.also, (*here, "amount"))]
        amounts += [(case.amount, case.also, (*here, "values", n, "amount")) for n, case in enumerate(setting.values)]
        for amount, also, place in amounts:
            if amount is not None and also is None:
                yield ("setting", setting.id), amount.unit, place
                if tests:
                    yield ("quantity", setting.id), amount.unit, place
    for number, item in enumerate(step.record):
        if isinstance(item, RecordField):
            yield from _of_field(f"{step.id}.{item.id}", item, (*way, "record", number), tests=tests)


def _of_field(name: str, field: RecordField, way: Path, *, tests: bool) -> Iterator[Given]:
    for written, key in ((field.unit, "unit"), (field.range.unit if field.range else None, "range")):
        yield ("field", name), written, (*way, key)
        if tests:
            yield ("quantity", field.id), written, (*way, key)


RULE = Rule(Severity.INFO, check)
