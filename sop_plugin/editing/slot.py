"""What belongs in a place of a front matter: which class's keys, or which field's value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sop_plugin.editing.cursor import Way
from sop_plugin.model.condition import ClassTest
from sop_plugin.model.fields import FieldSpec, Option, Shape, fields_of, shorthand_of
from sop_plugin.model.step import Caution

GROUPS = ("any", "all", "none")
"""The words that make one condition of several."""


class Inside(StrEnum):
    """What a place lies in where it is no field of a class."""

    RECORD = "record"
    CONDITION = "condition"
    CLASS_TEST = "class-test"
    LEVELS = "levels"
    CAUTION = "caution"
    SCALAR = "scalar"


@dataclass(frozen=True, slots=True)
class Slot:
    """What a way leads to.

    `spec` is the last field on the way and `holder` the class it belongs to; `record` the class whose keys may stand
    there, if any. Within a condition, `class_id` is the class, or the number, that is tested.
    """

    record: type | None
    spec: FieldSpec | None = None
    holder: type | None = None
    inside: Inside = Inside.RECORD
    class_id: str = ""

    @property
    def options(self) -> tuple[Option, ...]:
        """The ways to fill the field with a single value."""
        return _single(self.spec) if self.spec and self.inside in (Inside.RECORD, Inside.SCALAR) else ()


def slot_at(root: type, way: Way) -> Slot | None:
    """What belongs at the end of `way` in a file whose fields are those of `root`; None where a key is no field."""
    slot = Slot(root)
    for part in way:
        if part is not None:
            following = _following(slot, part)
            if following is None:
                return None
            slot = following
    return slot


def spec_called(record: type, key: str) -> FieldSpec | None:
    """The field of that key, if the class has one."""
    return next((spec for spec in fields_of(record) if spec.key == key), None)


def _following(slot: Slot, key: str) -> Slot | None:
    match slot.inside:
        case Inside.RECORD if slot.record is not None:
            spec = spec_called(slot.record, key)
            return _slot_of(spec, slot.record) if spec else None
        case Inside.CONDITION if key in GROUPS:
            return slot
        case Inside.CONDITION | Inside.CLASS_TEST:
            return Slot(None, slot.spec, slot.holder, Inside.LEVELS, key)
        case Inside.CAUTION:
            return Slot(None, slot.spec, slot.holder, Inside.LEVELS)
        case _:
            return None


def _slot_of(spec: FieldSpec, holder: type) -> Slot:
    for option in spec.options:
        if option.shape is Shape.RECORD:
            return Slot(option.type, spec, holder)
        if option.shape is Shape.CONDITION:
            return Slot(None, spec, holder, Inside.CONDITION)
        if option.type is ClassTest:
            return Slot(None, spec, holder, Inside.CLASS_TEST)
        if option.type is Caution:
            return Slot(None, spec, holder, Inside.CAUTION)
    return Slot(None, spec, holder, Inside.SCALAR)


def _single(spec: FieldSpec) -> tuple[Option, ...]:
    found: list[Option] = []
    for option in spec.options:
        if option.shape is Shape.RECORD:
            short = shorthand_of(option.type)
            found += _single(short) if short else ()
        else:
            found.append(option)
    return tuple(found)
