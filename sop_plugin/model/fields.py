"""The fields of the model's classes, read off their annotations.

Reading, the JSON Schema, the writers' reference, translations and fingerprints are all driven by this one table, so a
field is added by writing it in its class and nowhere else.
"""

from __future__ import annotations

import dataclasses
import datetime
import types
import typing
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Any

from sop_plugin.model.amount import Amount
from sop_plugin.model.condition import AllOf, AmountTest, AnyOf, ClassTest, NoneOf, Otherwise, Said
from sop_plugin.model.flow import Go, SopLink
from sop_plugin.model.kinds import Asset, Declares, Pattern, Refers, Words
from sop_plugin.model.record import FormUse
from sop_plugin.model.step import Caution, Citation
from sop_plugin.model.time import Duration, Moment

Marker = Words | Declares | Refers | Pattern | Asset

CONDITION = (Said, Otherwise, ClassTest, AmountTest, AnyOf, AllOf, NoneOf)


class Shape(StrEnum):
    """How a value is written."""

    STRING = "string"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DATE = "date"
    ENUM = "enum"
    NOTATION = "notation"
    CONDITION = "condition"
    RECORD = "record"


NOTATIONS: tuple[type, ...] = (Duration, Amount, Moment, Go, SopLink, Citation, FormUse, Caution, ClassTest)
"""Types with a short notation of their own, such as `15-20 min`."""


@dataclass(frozen=True, slots=True)
class Option:
    """One way a field may be filled: a value of `type`, or a list of them where `many`."""

    shape: Shape
    type: type
    marker: Marker | None
    many: bool


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field: `attribute` in Python, `key` in the file, and the ways to fill it."""

    attribute: str
    key: str
    options: tuple[Option, ...]
    required: bool
    default: Any
    example: str

    @property
    def line(self) -> str:
        """How the field could read; what takes several lines begins on a line of its own."""
        return f"\n{self.key}:{self.example}" if self.example.startswith("\n") else f"{self.key}: {self.example}"

    @property
    def otherwise(self) -> str:
        """The word that holds where the field is left out, or nothing."""
        match self.default:
            case StrEnum() as word:
                return word.value
            case Go(kind=kind):
                return kind.value
            case str() as text:
                return text
            case _:
                return ""


def _shape(kind: Any) -> Shape:
    if kind in NOTATIONS:
        return Shape.NOTATION
    if dataclasses.is_dataclass(kind):
        return Shape.RECORD
    if issubclass(kind, StrEnum):
        return Shape.ENUM
    return {str: Shape.STRING, int: Shape.INTEGER, bool: Shape.BOOLEAN, datetime.date: Shape.DATE}[kind]


def _options(annotation: Any, *, many: bool = False) -> tuple[Option, ...]:
    origin = typing.get_origin(annotation)
    if origin in (typing.Union, types.UnionType):
        parts = [part for part in typing.get_args(annotation) if part is not type(None)]
        if Said in parts:
            return (Option(Shape.CONDITION, Said, None, many),)
        return tuple(option for part in parts for option in _options(part, many=many))
    if origin is tuple:
        return _options(typing.get_args(annotation)[0], many=True)
    if origin is Annotated:
        kind, *markers = typing.get_args(annotation)
        marker = next((m for m in markers if not isinstance(m, str)), None)
        return tuple(dataclasses.replace(option, marker=marker) for option in _options(kind, many=many))
    return (Option(_shape(annotation), annotation, None, many),)


def _module(kind: type) -> types.ModuleType:
    return __import__(kind.__module__, fromlist=["_"])


@cache
def fields_of(record: type) -> tuple[FieldSpec, ...]:
    """The fields of a model class, in the order in which they are written.

    Raises KeyError for an annotation that names a type the language does not have.
    """
    # A field called `date` must not hide the type of that name, so the class's own namespace is left out.
    module = {name: value for base in reversed(record.__mro__) for name, value in vars(_module(base)).items()}
    hints = typing.get_type_hints(record, globalns=module, localns=module, include_extras=True)
    return tuple(
        FieldSpec(
            attribute=field.name,
            key=field.metadata.get("key") or field.name,
            options=_options(hints[field.name]),
            required=field.default is dataclasses.MISSING,
            default=None if field.default is dataclasses.MISSING else field.default,
            example=field.metadata["example"],
        )
        for field in dataclasses.fields(record)
    )


def shorthand_of(record: type) -> FieldSpec | None:
    """The field that a single value stands for where a mapping could be written, if the class has one."""
    name = getattr(record, "shorthand", None)
    return next((spec for spec in fields_of(record) if spec.attribute == name), None)


@cache
def records_below(root: type) -> tuple[type, ...]:
    """`root` and every record class reachable from it, each once, in the order of first use."""
    found: list[type] = []

    def visit(record: type) -> None:
        if record in found:
            return
        found.append(record)
        for spec in fields_of(record):
            for option in spec.options:
                if option.shape is Shape.RECORD:
                    visit(option.type)

    visit(root)
    return tuple(found)
