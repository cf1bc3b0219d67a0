"""An assignment with its people, from the file that the trainer's page saves, or from a link, which names nobody.

The file is `{"format": "sop-assignment", "version": 1, "assignment": {id, made, due, title, note, tasks}, "people":
[names]}`. `sop_plugin/exports/assignment_schema.py` has its JSON Schema,
`sop_plugin/web/js/assigning/assignment_file.js` writes it.
"""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sop_plugin.model.assignment import Assignment, Task
from sop_plugin.model.assignment_link import MOST_TASKS
from sop_plugin.model.result import ResultKind
from sop_plugin.records.result_file import MOST_BYTES
from sop_plugin.records.shape import MalformedError, items, moment, record, text

FORMAT = "sop-assignment"
VERSION = 1

MOST_PEOPLE = 100_000

_KINDS = {"read": ResultKind.READ, "quiz": ResultKind.QUIZ}


class AssignmentFault(StrEnum):
    """Why a file is no assignment; the values are those of the faults of result files."""

    EMPTY = "empty"
    NOT_JSON = "not-json"
    FOREIGN = "foreign"
    TOO_NEW = "too-new"
    TOO_LARGE = "too-large"
    MALFORMED = "malformed"


class AssignmentFileError(ValueError):
    """A file that cannot be read as an assignment. `part` says which part of it is wrong, as far as that is known."""

    def __init__(self, fault: AssignmentFault, part: str = "") -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.part = part


@dataclass(frozen=True, slots=True)
class AssignedPeople:
    """An assignment and the names of those who are to do it; none where only a link is at hand."""

    assignment: Assignment
    people: tuple[str, ...] = ()


def assigned_people(data: bytes) -> AssignedPeople:
    """What stands in the bytes of a file. Raises AssignmentFileError."""
    if len(data) > MOST_BYTES:
        raise AssignmentFileError(AssignmentFault.TOO_LARGE)
    value = _parsed(data)
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise AssignmentFileError(AssignmentFault.FOREIGN)
    version = value.get("version")
    if type(version) is not int or version < 1:
        raise AssignmentFileError(AssignmentFault.MALFORMED, "version")
    if version > VERSION:
        raise AssignmentFileError(AssignmentFault.TOO_NEW, str(version))
    try:
        return AssignedPeople(
            _assignment(record(value.get("assignment"), "assignment")), _people(value.get("people", []))
        )
    except MalformedError as error:
        raise AssignmentFileError(AssignmentFault.MALFORMED, str(error)) from error


def _parsed(data: bytes) -> Any:
    try:
        content = data.decode("utf-8-sig").strip()
        if not content:
            raise AssignmentFileError(AssignmentFault.EMPTY)
        return json.loads(content)
    except AssignmentFileError:
        raise
    except (ValueError, RecursionError) as error:
        raise AssignmentFileError(AssignmentFault.NOT_JSON) from error


def _assignment(data: dict[str, Any]) -> Assignment:
    tasks = items(data.get("tasks"), "tasks")
    if not 0 < len(tasks) <= MOST_TASKS:
        raise MalformedError("tasks")
    return Assignment(
        id=_filled(data.get("id"), "id"),
        made=moment(data.get("made"), "made"),
        title=text(data.get("title", ""), "title"),
        tasks=tuple(map(_task, tasks)),
        due=_day(data.get("due", "")),
        note=text(data.get("note", ""), "note"),
    )


def _task(data: dict[str, Any]) -> Task:
    kind = data.get("kind")
    if not isinstance(kind, str) or kind not in _KINDS:
        raise MalformedError("kind")
    return Task(_KINDS[kind], _filled(data.get("id"), "tasks"), text(data.get("version", ""), "tasks"))


def _filled(value: Any, part: str) -> str:
    found = text(value, part)
    if not found:
        raise MalformedError(part)
    return found


def _day(value: Any) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(value) if value != "" else None
    except (TypeError, ValueError) as error:
        raise MalformedError("due") from error


def _people(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > MOST_PEOPLE:
        raise MalformedError("people")
    names = (" ".join(text(name, "people").split()) for name in value)
    return tuple(name for name in names if name)
