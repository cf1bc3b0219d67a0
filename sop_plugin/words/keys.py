"""The catalogue keys of the model's classes, fields and enum values."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache

from sop_plugin.model.fields import FieldSpec
from sop_plugin.model.kinds import Namespace

_BOUNDARY = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@cache
def kebab(name: str) -> str:
    """A class name as catalogues and anchors spell it: `StepException` is `step-exception`."""
    return _BOUNDARY.sub("-", name).lower()


def record_key(record: type) -> str:
    """The key of a model class's name for people; with `.about` behind it, of a sentence about it."""
    return f"record.{kebab(record.__name__)}"


def field_key(record: type, spec: FieldSpec) -> str:
    """The key of the sentence that says what a field is for."""
    return f"field.{kebab(record.__name__)}.{spec.key.replace('_', '-')}"


@lru_cache(maxsize=None, typed=True)  # values of two enums that are written alike are equal
def enum_key(value: StrEnum) -> str:
    """The key of the name shown for an enum value; some are explained under the same key and `.about`."""
    family = "namespace" if isinstance(value, Namespace) else f"enum.{kebab(type(value).__name__)}"
    return f"{family}.{value.value}"
