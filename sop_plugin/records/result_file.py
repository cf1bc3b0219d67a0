"""A file of results, read with the distrust that a file by mail deserves."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sop_plugin.model.result import Result
from sop_plugin.records.attempt import attempt_result
from sop_plugin.records.canonical import digest_of
from sop_plugin.records.checklist_run import run_result
from sop_plugin.records.shape import MalformedError, maybe_text

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


@dataclass(frozen=True, slots=True)
class ReturnedFor:
    """The assignment that a file says its results are for. What it says of it is as trustworthy as whoever sent it."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class ResultFile:
    """The results in a file, to be gone through once, and the assignment that they were returned for, if any."""

    results: Iterable[Result | Refused]
    assignment: ReturnedFor | None = None

    def __iter__(self) -> Iterator[Result | Refused]:
        return iter(self.results)


def results_of(data: bytes) -> ResultFile:
    """The results in the bytes of a file; never raises for what stands in it."""
    if len(data) > MOST_BYTES:
        return ResultFile((Refused(Fault.TOO_LARGE),))
    value = _parsed(data)
    if isinstance(value, Refused):
        return ResultFile((value,))
    if not isinstance(value, dict) or value.get("format") != BUNDLE:
        return ResultFile(map(_result, (value,)))
    parts = value.get("results")
    if not _is_version(value) or not isinstance(parts, list) or len(parts) > MOST_RESULTS:
        return ResultFile((Refused(Fault.MALFORMED, "results"),))
    return ResultFile(map(_result, parts), _assignment(value.get("assignment")))


def _assignment(value: Any) -> ReturnedFor | None:
    if not isinstance(value, dict):
        return None
    name = maybe_text(value.get("id")).strip()
    return ReturnedFor(name, maybe_text(value.get("title")).strip()) if name else None


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
