"""What a question tests: a place in an SOP, and what stood there when somebody last looked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, NamedTuple

from sop_plugin.model.fields import fields_of
from sop_plugin.model.fingerprint import field_fingerprints, fingerprint, step_fingerprint
from sop_plugin.model.kinds import ID_PATTERN
from sop_plugin.model.meaning import in_short
from sop_plugin.model.resolve import resolved, step_by_id, steps_of
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Step

_ADDRESS = re.compile(
    rf"(?P<sop>{ID_PATTERN})(?:/(?P<step>{ID_PATTERN}))?(?:\.(?P<field>[a-z_]+)(?:\.(?P<part>{ID_PATTERN}))?)?"
)


class Address(NamedTuple):
    """A place in an SOP: all of it, a `step`, a `field` of either, or a `part` of that field by its id.

    Written `order`, `order/greet`, `order.scope`, `order/greet.time_limit`, `order/greet.exceptions.no-stock`.
    """

    sop: str
    step: str = ""
    field: str = ""
    part: str = ""

    def __str__(self) -> str:
        step = f"/{self.step}" if self.step else ""
        return f"{self.sop}{step}{''.join(f'.{name}' for name in (self.field, self.part) if name)}"


@dataclass(frozen=True, slots=True)
class Tested:
    """A place that a question tests.

    `value` is what stood there in a few words, `pin` its fingerprint; both are "" where nothing is pinned.
    """

    address: Address
    value: str = ""
    pin: str = ""


class Present(NamedTuple):
    """What stands at an address now: in a few words, and its fingerprint."""

    value: str
    pin: str


def address_of(text: str) -> Address | None:
    """The address that `text` spells, or None."""
    match = _ADDRESS.fullmatch(text)
    return Address(*(match[name] or "" for name in ("sop", "step", "field", "part"))) if match else None


def present(sop: Sop, address: Address) -> Present | None:
    """What an SOP has at an address; None where there is no such place or nothing stands there.

    A step is known by its old ids too.
    """
    if not address.step:
        return _of_record(sop, address)
    step = step_by_id(sop, address.step) or _once_called(sop, address.step)
    if step is None:
        return None
    if not address.field:
        return Present(in_short(step), step_fingerprint(sop, step))
    whole = resolved(sop, step)
    if address.part:
        return _of_record(whole, address)
    spec = next((spec for spec in fields_of(Step) if spec.key == address.field), None)
    pin = field_fingerprints(sop, step).get(address.field)
    return Present(in_short(getattr(whole, spec.attribute)), pin) if spec and pin else None


def _once_called(sop: Sop, name: str) -> Step | None:
    return next((step for step in steps_of(sop) if name in step.was), None)


def _of_record(record: Sop | Step, address: Address) -> Present | None:
    kind: type = type(record)
    if not address.field:
        return Present(in_short(record), fingerprint(record))
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
    when = getattr(value, "when", None)
    if when is None:
        return in_short(value)
    return in_short(": ".join(in_short(each) for each in (when, getattr(value, "then", None)) if each))
