"""A number that says how much, but not of what.

## What it checks
A setting, a field that takes a number, a quantity or a measured standard that by its name is a temperature, a weight, a
length, a volume or a pressure has a unit. What is merely counted needs none.

## Why it matters
One reads 65 as degrees Celsius, the next as Fahrenheit; the milk is boiled, or never gets warm.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
steps:
  - id: steam
    title: Steam the milk
    settings:
      - {id: milk-temperature, title: Milk temperature, amount: 60 to 65}
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
  - id: steam
    title: Steam the milk
    settings:
      - {id: milk-temperature, title: Milk temperature, amount: 60 to 65 °C}
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document, Path
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.record import FieldType, RecordField
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Step
from sop_plugin.model.walk import ways_to_conditions, ways_to_steps, ways_to_tests

NAME = "number-without-unit"

_KINDS = (
    ("°C", "temperatures?", "[溫温]度|[水油室體体]溫|[水油室体]温"),
    ("kg", "weights?|mass", "重量|體重|体重|[淨净毛]重"),
    ("cm", "lengths?|heights?|widths?|depths?|diameters?|thickness", "[長长高寬宽深厚]度|直徑|直径|身高"),
    ("ml", "", "容量|容積|容积|體積|体积"),
    ("bar", "pressures?", "[壓压]力|[水氣气胎][壓压]"),
)
"""A unit as an example, and what is measured in it: words of English and of Chinese."""

# What is measured stands at the end of a name, in English also before what it is measured of. Behind it may stand the
# unit: `Weight (kg)` and `重量（公斤）` need none besides.
_NAMES = tuple(
    (
        unit,
        re.compile("|".join([rf"\b(?:{english})(?=$| (?:of|at|after|before) )"] * bool(english) + [f"(?:{chinese})$"])),
    )
    for unit, english, chinese in _KINDS
)

Bare = tuple[str, Path, str]
"""What has no unit: its name, where it stands, and how the line could read, `{unit}` being the unit."""


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Every number that has a name."""
    if document.sop is None:
        return
    for title, way, line in _bare(document, document.sop):
        name = title.casefold().rstrip(" .。:：")
        unit = next((unit for unit, pattern in _NAMES if pattern.search(name)), None)
        if unit is not None:
            arguments = {"title": title, "example": line.replace("{unit}", unit)}
            yield Fault(NAME, document.locate(way), arguments)


def _bare(document: Document, sop: Sop) -> Iterator[Bare]:
    # Where a condition names the unit, it is known.
    tests = [
        test
        for way, condition in (ways_to_conditions(sop) if document.mentioned(Namespace.QUANTITY) else ())
        for _, test in ways_to_tests(condition, way)
    ]
    known = {test.quantity for test in tests if test.amount.unit}
    for number, quantity in enumerate(sop.quantities):
        if quantity.unit is None and quantity.id not in known:
            yield quantity.title, ("quantities", number, "title"), "unit: {unit}"
    for number, form in enumerate(sop.forms):
        for position, field in enumerate(form.fields):
            yield from _of_field(field, ("forms", number, "fields", position), known)
    for number, standard in enumerate(sop.standards):
        if standard.measure is not None and not standard.measure.unit:
            yield standard.text, ("standards", number, "measure"), f"measure: {standard.measure.words} {{unit}}"
    for way, step in ways_to_steps(sop):
        if step.settings or step.quality or step.record:
            yield from _of_step(way, step, known)


def _of_step(way: Path, step: Step, known: set[str]) -> Iterator[Bare]:
    for number, setting in enumerate(step.settings):
        here = (*way, "settings", number)
        amounts = (
            (setting.amount, here),
            *((case.amount, (*here, "values", n)) for n, case in enumerate(setting.values)),
        )
        for amount, place in amounts:
            if amount is not None and not amount.unit and setting.id not in known:
                yield setting.title, (*place, "amount"), f"amount: {amount.words} {{unit}}"
    for number, standard in enumerate(step.quality):
        if standard.measure is not None and not standard.measure.unit:
            yield standard.text, (*way, "quality", number, "measure"), f"measure: {standard.measure.words} {{unit}}"
    for number, item in enumerate(step.record):
        if isinstance(item, RecordField):
            yield from _of_field(item, (*way, "record", number), known)


def _of_field(field: RecordField, way: Path, known: set[str]) -> Iterator[Bare]:
    has_unit = field.unit is not None or (field.range is not None and field.range.unit is not None)
    if field.type is FieldType.NUMBER and not has_unit and field.id not in known:
        yield field.title, (*way, "title"), "unit: {unit}"


RULE = Rule(Severity.INFO, check)
