"""A step with everything it takes from elsewhere in its SOP filled in."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from sop_plugin.model.fields import fields_of
from sop_plugin.model.record import FormUse, RecordField
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Step


def steps_of(sop: Sop) -> Iterator[Step]:
    """Every step of the SOP in reading order, groups before their parts, then the triggered and the recurring ones."""

    def below(steps: tuple[Step, ...]) -> Iterator[Step]:
        for step in steps:
            yield step
            yield from below(step.steps)

    for steps in (sop.steps, sop.triggered, sop.recurring):
        yield from below(steps)


def step_by_id(sop: Sop, step_id: str) -> Step | None:
    """The step of that id, or None."""
    return next((step for step in steps_of(sop) if step.id == step_id), None)


def resolved(sop: Sop, step: Step) -> Step:
    """`step` as it is meant: `same_as` filled in, the SOP's role where it has none, form fields in place.

    A chain of `same_as` that leads in a circle ends where it began.
    """
    whole, seen = step, {step.id}
    while whole.same_as is not None and whole.same_as not in seen:
        seen.add(whole.same_as)
        source = step_by_id(sop, whole.same_as)
        if source is None:
            break
        whole = _filled(whole, source)
    if not whole.role and not whole.steps:
        whole = dataclasses.replace(whole, role=sop.role)
    if any(isinstance(item, FormUse) for item in whole.record):
        whole = dataclasses.replace(whole, record=tuple(_in_place(sop, whole.record)))
    return whole


def _filled(step: Step, source: Step) -> Step:
    """`step`, with the fields it leaves empty taken from `source`, which may itself stand for another."""
    taken = {
        spec.attribute: getattr(source, spec.attribute)
        for spec in fields_of(Step)
        if spec.attribute not in ("id", "was", "same_as") and getattr(step, spec.attribute) == spec.default
    }
    return dataclasses.replace(step, **taken, same_as=source.same_as)


def _in_place(sop: Sop, record: tuple[FormUse | RecordField, ...]) -> Iterator[FormUse | RecordField]:
    forms = {form.id: form for form in sop.forms}
    for item in record:
        if not isinstance(item, FormUse) or item.form not in forms:
            yield item
            continue
        for field in forms[item.form].fields:
            if item.field in ("", field.id):
                yield field
