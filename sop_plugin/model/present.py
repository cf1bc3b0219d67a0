"""What stands in an SOP at a place that a question tests, and the fingerprint of it."""

from __future__ import annotations

from typing import Any, NamedTuple

from sop_plugin.model.fields import fields_of
from sop_plugin.model.fingerprint import field_fingerprints, fingerprint, step_fingerprint
from sop_plugin.model.meaning import in_short, sop_fingerprint
from sop_plugin.model.resolve import resolved, step_by_id, steps_of
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Step
from sop_plugin.model.tested import Address


class Present(NamedTuple):
    """What stands at an address now: in a few words, and its fingerprint."""

    value: str
    pin: str


def present(sop: Sop, address: Address) -> Present | None:
    """What an SOP has at an address; None where there is no such place or nothing stands there.

    A step is known by its old ids too. What was found is kept, for many questions test the same place.
    """
    kept = _kept.get(id(sop))
    if kept is None or kept[0] is not sop:
        if len(_kept) == MOST_KEPT:
            del _kept[next(iter(_kept))]
        kept = _kept[id(sop)] = sop, {}
    if address not in kept[1]:
        kept[1][address] = _present(sop, address)
    return kept[1][address]


MOST_KEPT = 64
"""Procedures of which it is kept what stands where."""

_kept: dict[int, tuple[Sop, dict[Address, Present | None]]] = {}
"""What was found, by the identity of the SOP: to compare two would take longer than to look."""


def _present(sop: Sop, address: Address) -> Present | None:
    if not address.step and not address.field:
        steps = {step.id: step_fingerprint(sop, step) for step in steps_of(sop)}
        return Present(in_short(sop), sop_fingerprint(sop, steps))
    if not address.step:
        return _of_record(sop, address)
    step = _step(sop, address)
    if step is None:
        return None
    if not address.field:
        return Present(in_short(step), step_fingerprint(sop, step))
    whole = resolved(sop, step)
    if address.part:
        return _of_record(whole, address)
    spec = next((spec for spec in fields_of(Step) if spec.key == address.field), None)
    pin = field_fingerprints(sop, step).get(address.field)
    return Present(_told(getattr(whole, spec.attribute)), pin) if spec and pin else None


def has_step(sop: Sop, address: Address) -> bool:
    """Whether an SOP has the step of an address; one without a step is that of the SOP itself."""
    return not address.step or _step(sop, address) is not None


def parts_of(sop: Sop, address: Address) -> tuple[str, ...]:
    """What could stand in the place of the last word of an address: fields that are filled in, or ids in a field."""
    step = _step(sop, address) if address.step else None
    record: Sop | Step = resolved(sop, step) if step else sop
    kind: type = type(record)
    filled = {spec.key: getattr(record, spec.attribute) for spec in fields_of(kind)}
    if not address.part:
        defaults = {spec.key: spec.default for spec in fields_of(kind)}
        return tuple(key for key, value in filled.items() if value != defaults[key])
    parts = filled.get(address.field)
    named = (getattr(part, "id", None) for part in parts) if isinstance(parts, tuple) else ()
    return tuple(name for name in named if name)


def is_editorial(sop: Sop, address: Address) -> bool:
    """Whether the change log of the newest version says that only the spelling of a place changed.

    A step that is tested as a whole is taken for unchanged where any of its fields is named, as in translations.
    """
    named = {name for change in sop.changes if change.version == sop.version for name in change.editorial}
    if not address.step:
        return address.field in named
    step = _step(sop, address)
    name = step.id if step else address.step
    if address.field:
        return f"{name}.{address.field}" in named
    return any(each.partition(".")[0] == name for each in named)


def _step(sop: Sop, address: Address) -> Step | None:
    return step_by_id(sop, address.step) or _once_called(sop, address.step)


def _once_called(sop: Sop, name: str) -> Step | None:
    return next((step for step in steps_of(sop) if name in step.was), None)


def _of_record(record: Sop | Step, address: Address) -> Present | None:
    kind: type = type(record)
    spec = next((spec for spec in fields_of(kind) if spec.key == address.field), None)
    value: Any = getattr(record, spec.attribute) if spec else None
    if spec is None or value == spec.default:
        return None
    if address.part:
        parts = value if isinstance(value, tuple) else ()
        value = next((part for part in parts if getattr(part, "id", None) == address.part), None)
    return None if value is None else Present(_told(value), fingerprint(value))


def _told(value: Any) -> str:
    """A value in a few words: of an exception or a branch not the id, but when it holds and what is done then."""
    if isinstance(value, tuple):
        return in_short("; ".join(map(_told, value)))
    when = getattr(value, "when", None)
    if when is None:
        return in_short(value)
    return in_short(": ".join(in_short(each) for each in (when, getattr(value, "then", None)) if each))
