"""What a question tests: a place in an SOP, and what stood there when somebody last looked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from sop_plugin.model.kinds import ID_PATTERN

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


def address_of(text: str) -> Address | None:
    """The address that `text` spells, or None."""
    match = _ADDRESS.fullmatch(text)
    return Address(*(match[name] or "" for name in ("sop", "step", "field", "part"))) if match else None
