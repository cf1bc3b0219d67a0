"""A file of results, read with the distrust that a file by mail deserves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sop_plugin.model.result import Result
from sop_plugin.records.attempt import attempt_result
from sop_plugin.records.canonical import digest_of
from sop_plugin.records.checklist_run import run_result
from sop_plugin.records.shape import MalformedError

MOST_BYTES = 200 << 20
"""Of a file. Photos make it large."""

MOST_RESULTS = 10_000
"""Of one file."""

BUNDLE = "sop-results"
READERS = {"sop-run": run_result, "sop-attempt": attempt_result}


class Fault(StrEnum):
    """Why a result is not taken in."""

    EMPTY = "empty"
    TRUNCATED = "truncated"
    NOT_JSON = "not-json"
    FOREIGN = "foreign"
    TOO_NEW = "too-new"
    DAMAGED = "damaged"
    MALFORMED = "malformed"
    TOO_LARGE = "too-large"


@dataclass(frozen=True, slots=True)
class Refused:
    """A result that is not taken in. `part` says which part of it is wrong, as far as that is known."""

    fault: Fault
    part: str = ""


def results_of(data: bytes) -> Iterator[Result | Refused]:
    """The results in the bytes of a file; never raises for what stands in it."""
    if len(data) > MOST_BYTES:
        yield Refused(Fault.TOO_LARGE)
        return
    value = _parsed(data)
    if isinstance(value, Refused):
        yield value
        return
    if not isinstance(value, dict) or value.get("format") != BUNDLE:
        yield _result(value)
        return
    parts = value.get("results")
    if not _is_version(value) or not isinstance(parts, list) or len(parts) > MOST_RESULTS:
        yield Refused(Fault.MALFORMED, "results")
        return
    yield from map(_result, parts)


def _parsed(data: bytes) -> Any:
    try:
        text = data.decode("utf-8-sig").strip()
        return json.loads(text) if text else Refused(Fault.EMPTY)
    except UnicodeDecodeError:
        return Refused(Fault.NOT_JSON)
    except (ValueError, RecursionError):
        return Refused(Fault.TRUNCATED if text.startswith("{") and not text.endswith("}") else Fault.NOT_JSON)


def _is_version(value: Any) -> bool:
    return type(value.get("version")) is int and value["version"] >= 1


def _result(value: Any) -> Result | Refused:
    reader = READERS.get(str(value.get("format"))) if isinstance(value, dict) else None
    if reader is None:
        return Refused(Fault.FOREIGN)
    if not _is_version(value):
        return Refused(Fault.MALFORMED, "version")
    if value["version"] > 1:
        return Refused(Fault.TOO_NEW, str(value["version"]))
    body = {name: part for name, part in value.items() if name != "digest"}
    try:
        if value.get("digest") != digest_of(body):
            return Refused(Fault.DAMAGED)
        return reader(body)
    except MalformedError as error:
        return Refused(Fault.MALFORMED, str(error))
    except RecursionError:
        return Refused(Fault.MALFORMED)
