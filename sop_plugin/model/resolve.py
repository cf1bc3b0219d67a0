"""A step with everything it takes from elsewhere in its SOP filled in."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from sop_plugin.model.fields import fields_of
from sop_plugin.model.record import FormUse, RecordField
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import RoleByClass, Step

CONTENT = (
    *("title", "do", "tools", "systems", "materials", "settings", "takes", "quality", "cautions", "script"),
    *("checklist", "record", "media"),
)
"""What a step takes from the one that it repeats: what is done. Who does it, when, and what follows are its own."""


def steps_of(sop: Sop) -> Iterator[Step]:
    """Every step of the SOP in reading order, groups before their parts, then the triggered and the recurring ones."""
    for steps in (sop.steps, sop.triggered, sop.recurring):
        yield from _with_parts(steps)


def _with_parts(steps: tuple[Step, ...]) -> Iterator[Step]:
    for step in steps:
        yield step
        if step.steps:
            yield from _with_parts(step.steps)


def step_by_id(sop: Sop, step_id: str) -> Step | None:
    """The step of that id, or None."""
    return next((step for step in steps_of(sop) if step.id == step_id), None)


def quantities_of(sop: Sop) -> dict[str, str]:
    """What a number test may measure, with its title, by id: the declared quantities, the fields that are written down
    and the settings that steps work to. Where an id stands for several, the declared one counts.
    """
    titles = {setting.id: setting.title for step in steps_of(sop) for setting in step.settings}
    titles |= {field.id: field.title for form in sop.forms for field in form.fields}
    for step in steps_of(sop):
        for record in (step.record, *(exception.record for exception in step.exceptions)):
            titles |= {item.id: item.title for item in record if isinstance(item, RecordField)}
    return titles | {quantity.id: quantity.title for quantity in sop.quantities}


def resolved(sop: Sop, step: Step) -> Step:
    """`step` as it is meant: the content of the step it repeats filled in, the role of the group around it or else the
    SOP's where it has none, form fields in place.

    A group without a role has none. A chain of `same_as` that leads in a circle ends where it began.
    """
    whole, changed = resolved_fields(sop, step)
    return dataclasses.replace(whole, **changed) if changed else whole


def resolved_fields(sop: Sop, step: Step) -> tuple[Step, dict[str, Any]]:
    """`step` with the content it repeats, and by attribute what else is otherwise in the resolved one.

    For who looks at single fields: a new step with its sixty would cost more than all that is asked of it.
    """
    whole = repeated(sop, step)
    role = whole.role if whole.role or whole.steps else _role_around(sop, step)
    changed: dict[str, Any] = {} if role is whole.role else {"role": role}
    if whole.record:
        changed["record"] = tuple(_in_place(sop, whole.record))
    if any(each.record for each in whole.exceptions):
        changed["exceptions"] = tuple(
            dataclasses.replace(each, record=tuple(_in_place(sop, each.record))) for each in whole.exceptions
        )
    return whole, changed


def repeated(sop: Sop, step: Step) -> Step:
    """`step` with what it takes from the step it repeats."""
    whole, seen = step, {step.id}
    while whole.same_as is not None and whole.same_as not in seen:
        seen.add(whole.same_as)
        source = step_by_id(sop, whole.same_as)
        if source is None:
            break
        whole = _filled(whole, source)
    return whole


def _role_around(sop: Sop, step: Step) -> _Role:
    """The role of the nearest group around `step` that has one, or the SOP's."""
    for known, roles in _latest:
        if known is sop:
            return roles.get(step.id, sop.role)
    roles = {}
    for steps in (sop.steps, sop.triggered, sop.recurring):
        _note_roles_around(steps, sop.role, roles)
    _latest[:] = [(sop, roles), *_latest[:1]]
    return roles.get(step.id, sop.role)


_Role = tuple[str, ...] | RoleByClass

_latest: list[tuple[Sop, dict[str, _Role]]] = []
"""What is around the steps of the two procedures that were asked for last, by id of the step: all of their steps are
asked for in turn, and two are compared. They are known by identity, since to compare them would take longer.
"""


def _note_roles_around(steps: tuple[Step, ...], role: _Role, roles: dict[str, _Role]) -> None:
    """Notes the role around each step; of several with the same id, that of the first in reading order."""
    for step in steps:
        roles.setdefault(step.id, role)
        if step.steps:
            _note_roles_around(step.steps, step.role or role, roles)


def _filled(step: Step, source: Step) -> Step:
    """`step`, with the content it leaves empty taken from `source`, which may itself stand for another."""
    taken = {
        spec.attribute: getattr(source, spec.attribute)
        for spec in fields_of(Step)
        if spec.attribute in CONTENT and getattr(step, spec.attribute) == spec.default
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
