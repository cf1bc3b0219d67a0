"""Fingerprints over meaning: formatting, and words that say the same time or amount, leave them unchanged."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import unicodedata
from enum import StrEnum
from typing import Any

from sop_plugin.model.amount import Amount
from sop_plugin.model.answers import Numeric
from sop_plugin.model.condition import ClassTest
from sop_plugin.model.fields import fields_of
from sop_plugin.model.resolve import resolved
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
    whole = resolved(sop, step)
    classes = {declared.id: declared for declared in sop.classes}
    prints = {}
    for spec in fields_of(Step):
        value = getattr(whole, spec.attribute)
        if spec.key in ("id", "was", "steps") or value == spec.default:
            continue
        meant = tuple(classes[name] for name in sorted(_classes_in(value)) if name in classes)
        prints[spec.key] = fingerprint((value, meant) if meant else value)
    return prints


def _classes_in(value: Any) -> set[str]:
    """The ids of the classes that a value tests or differs by."""
    if isinstance(value, tuple):
        return set().union(*map(_classes_in, value))
    if isinstance(value, ClassTest):
        return {value.class_id}
    if not dataclasses.is_dataclass(value):
        return set()
    own = {getattr(value, "by", None)} if any(f.name == "by" for f in dataclasses.fields(value)) else set()
    inner = (_classes_in(getattr(value, field.name)) for field in dataclasses.fields(value))
    return {name for name in own if isinstance(name, str)}.union(*inner)


def step_fingerprint(sop: Sop, step: Step) -> str:
    """The fingerprint of a step: the hash over those of its fields."""
    return fingerprint(tuple(sorted(field_fingerprints(sop, step).items())))


def _canonical(value: Any) -> str:
    match value:
        case str() if not isinstance(value, StrEnum):
            return repr(" ".join(unicodedata.normalize("NFC", value).split()))
        case Duration():
            # The numbers are the meaning; the words count only where there are no numbers ("until closing").
            words = value.words if value.low is None and value.high is None else ""
            return _canonical((value.bound, value.low, value.high, words))
        case Amount():
            return _canonical(tuple(getattr(value, f.name) for f in dataclasses.fields(value) if f.name != "words"))
        case Numeric():
            return _canonical((value.value, value.tolerance, value.unit))
        case None | bool() | int() | float() | StrEnum() | datetime.date():
            return f"{value}" if not isinstance(value, float) else f"{value:.12g}"
        case tuple():
            return "(" + ",".join(_canonical(item) for item in value) + ")"
        case _:
            parts = (f"{f.name}={_canonical(getattr(value, f.name))}" for f in dataclasses.fields(value))
            return f"{type(value).__name__}({','.join(parts)})"
