"""Fingerprints over meaning: formatting, and words that say the same time or amount, leave them unchanged."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import unicodedata
from collections.abc import Callable
from enum import StrEnum
from functools import cache, lru_cache
from operator import attrgetter
from types import NoneType
from typing import Any

from sop_plugin.model.amount import Amount
from sop_plugin.model.answers import Numeric
from sop_plugin.model.condition import ClassTest
from sop_plugin.model.fields import FieldSpec, fields_of
from sop_plugin.model.resolve import resolved_fields
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Step
from sop_plugin.model.time import Duration

LENGTH = 6
"""Hexadecimal digits of a fingerprint. It guards one field against change, not a library against collisions."""


def fingerprint(meaning: Any) -> str:
    """The fingerprint of a value of the model."""
    return hashlib.sha256(_canonical(meaning).encode()).hexdigest()[:LENGTH]


def field_fingerprints(sop: Sop, step: Step) -> dict[str, str]:
    """The fingerprint of each filled field of a step, resolved within its SOP, by the field's key.

    Sub-steps are not part of it: they have fingerprints of their own. Nor are ids: a renamed step means what it did.
    What a class means is part of every field that sorts by it.
    """
    whole, changed = resolved_fields(sop, step)
    classes = {declared.id: declared for declared in sop.classes}
    prints = {}
    for spec in _meaningful_fields():
        name = spec.attribute
        value = changed[name] if name in changed else getattr(whole, name)
        if value == spec.default:
            continue
        meant = tuple(classes[name] for name in sorted(_classes_in(value)) if name in classes) if classes else ()
        prints[spec.key] = fingerprint((value, meant) if meant else value)
    return prints


@cache
def _meaningful_fields() -> tuple[FieldSpec, ...]:
    return tuple(spec for spec in fields_of(Step) if spec.key not in ("id", "was", "steps"))


def _classes_in(value: Any) -> set[str]:
    """The ids of the classes that a value tests or differs by."""
    if isinstance(value, tuple):
        return set().union(*map(_classes_in, value))
    if isinstance(value, ClassTest):
        return {value.class_id}
    found: set[str] = set()
    kind: type = type(value)
    for name in _parts_of(kind):
        part = getattr(value, name)
        found |= {part} if name == "by" and isinstance(part, str) else _classes_in(part)
    return found


@cache
def _parts_of(kind: type) -> tuple[str, ...]:
    """The names of the fields of a type; none of one that has no parts."""
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()


def step_fingerprint(sop: Sop, step: Step) -> str:
    """The fingerprint of a step: the hash over those of its fields."""
    return fingerprint(tuple(sorted(field_fingerprints(sop, step).items())))


def _canonical(value: Any) -> str:
    kind: type = type(value)
    return _writer(kind)(value)


@cache
def _writer(kind: type) -> Callable[[Any], str]:
    """What writes the values of a type. Found once: a procedure has thousands of values, of two dozen types."""
    if issubclass(kind, str):
        return str if issubclass(kind, StrEnum) else _text
    if issubclass(kind, float):
        return "{:.12g}".format
    if issubclass(kind, int | NoneType | datetime.date):
        return format
    if issubclass(kind, tuple):
        return _tuple
    if issubclass(kind, Duration):
        return _duration
    if issubclass(kind, Amount):
        return _part_writer(*(field.name for field in dataclasses.fields(kind) if field.name != "words"))
    if issubclass(kind, Numeric):
        return _part_writer("value", "tolerance", "unit")
    return _record_writer(kind)


@lru_cache(maxsize=4096)  # keys, ids and units come again and again
def _text(value: str) -> str:
    return repr(" ".join(unicodedata.normalize("NFC", value).split()))


def _tuple(values: tuple[Any, ...]) -> str:
    return f"({','.join(map(_canonical, values))})"


def _duration(value: Duration) -> str:
    # The numbers are the meaning; the words count only where there are no numbers ("until closing").
    words = value.words if value.low is None and value.high is None else ""
    return _tuple((value.bound, value.low, value.high, words))


def _part_writer(*names: str) -> Callable[[Any], str]:
    parts = attrgetter(*names)
    return lambda value: _tuple(parts(value))


def _record_writer(kind: type) -> Callable[[Any], str]:
    # Most fields hold the very object that is their default: what that writes is known.
    fields = [
        (field.name, field.default, "" if field.default is dataclasses.MISSING else _canonical(field.default))
        for field in dataclasses.fields(kind)
    ]

    def write(value: Any) -> str:
        parts = []
        for name, default, written in fields:
            here = getattr(value, name)
            parts.append(f"{name}={written if here is default else _canonical(here)}")
        return f"{kind.__name__}({','.join(parts)})"

    return write
