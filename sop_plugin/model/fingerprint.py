"""Fingerprints over meaning: formatting, and words that say the same time or amount, leave them unchanged."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import unicodedata
from enum import StrEnum
from typing import Any

from sop_plugin.model.amount import Amount
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

    Sub-steps are not part of it: they have fingerprints of their own.
    """
    whole = resolved(sop, step)
    return {
        spec.key: fingerprint(value)
        for spec in fields_of(Step)
        if spec.key not in ("was", "steps") and (value := getattr(whole, spec.attribute)) != spec.default
    }


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
        case None | bool() | int() | float() | StrEnum() | datetime.date():
            return f"{value}" if not isinstance(value, float) else f"{value:.12g}"
        case tuple():
            return "(" + ",".join(_canonical(item) for item in value) + ")"
        case _:
            parts = (f"{f.name}={_canonical(getattr(value, f.name))}" for f in dataclasses.fields(value))
            return f"{type(value).__name__}({','.join(parts)})"
