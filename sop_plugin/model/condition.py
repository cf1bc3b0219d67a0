"""Conditions: words, and typed tests of declared classes and numbers. There is no expression language."""

from __future__ import annotations

from dataclasses import dataclass

from sop_plugin.model.amount import Amount


@dataclass(frozen=True, slots=True)
class Said:
    """A condition in the author's words, for a person to judge."""

    words: str


@dataclass(frozen=True, slots=True)
class Otherwise:
    """True where no other branch applies; written `otherwise`."""


@dataclass(frozen=True, slots=True)
class ClassTest:
    """True where the case's level of a declared class is one of `levels`."""

    class_id: str
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AmountTest:
    """True where the named quantity lies within `amount`."""

    quantity: str
    amount: Amount


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True where at least one part is."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """True where every part is."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class NoneOf:
    """True where no part is."""

    parts: tuple[Condition, ...]


Condition = Said | Otherwise | ClassTest | AmountTest | AnyOf | AllOf | NoneOf
