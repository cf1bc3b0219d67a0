"""An assignment as the part of a link behind its `#`, which no server sees.

    a1.BYTES    "a" with the version of the format, then bytes in base64url (RFC 4648, without padding): the first four
                of the SHA-256 of all that follow, then UTF-8 of the JSON
                [id, minutes since 1970, due "YYYY-MM-DD" or "", title, note, [["r" or "q", id, version] ...]]

The digest tells of links that were cut or changed on their way; it is no signature. There are no names of people in it.
`sop_plugin/web/js/assigning/link.js` writes and reads the same.
"""

from __future__ import annotations

import base64
import binascii
import datetime
import hashlib
import json
import re
from enum import StrEnum
from typing import Any

from sop_plugin.model.assignment import Assignment, Task
from sop_plugin.model.result import ResultKind

VERSION = 1
DIGEST = 4
"""Bytes of the digest."""

MOST_TASKS = 100
LONGEST_ID = 200
LONGEST_TITLE = 120
LONGEST_NOTE = 500
"""Characters. A link that holds more was made to."""

_LATEST = 253_402_300_799_999 // 60_000
"""The last minute of the year 9999, since 1970."""

_FORM = re.compile(r"a([0-9]{1,4})\.([A-Za-z0-9_-]*)")
_MARK = re.compile(r"a[0-9]{1,4}\.")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LETTERS = {"r": ResultKind.READ, "q": ResultKind.QUIZ}
_LETTER_OF = {kind: letter for letter, kind in _LETTERS.items()}


class LinkFault(StrEnum):
    """Why a link is no assignment."""

    FOREIGN = "foreign"
    DAMAGED = "damaged"
    TOO_NEW = "too-new"


class AssignmentLinkError(ValueError):
    """A link that cannot be read; `fault` says why."""

    def __init__(self, fault: LinkFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def fragment_of(assignment: Assignment) -> str:
    """The part of a link behind its `#`."""
    due = assignment.due.isoformat() if assignment.due else ""
    tasks = [[_LETTER_OF[task.kind], task.subject, task.version] for task in assignment.tasks]
    parts = [assignment.id, assignment.made // 60_000, due, assignment.title, assignment.note, tasks]
    data = json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()
    whole = base64.urlsafe_b64encode(hashlib.sha256(data).digest()[:DIGEST] + data)
    return f"a{VERSION}.{whole.decode().rstrip('=')}"


def assignment_in(fragment: str) -> Assignment:
    """The assignment in a link, or in the part of it behind the `#`. Raises AssignmentLinkError."""
    text = fragment.rpartition("#")[2].strip()
    match = _FORM.fullmatch(text)
    if not match:
        raise AssignmentLinkError(LinkFault.DAMAGED if _MARK.match(text) else LinkFault.FOREIGN)
    if int(match[1]) > VERSION:
        raise AssignmentLinkError(LinkFault.TOO_NEW)
    try:
        whole = base64.b64decode(match[2] + "=" * (-len(match[2]) % 4), altchars=b"-_", validate=True)
        digest, data = whole[:DIGEST], whole[DIGEST:]
        if hashlib.sha256(data).digest()[:DIGEST] != digest:
            raise AssignmentLinkError(LinkFault.DAMAGED)
        return _assignment(json.loads(data.decode()))
    except (binascii.Error, ValueError, TypeError, KeyError, RecursionError) as error:
        raise AssignmentLinkError(LinkFault.DAMAGED) from error


def _assignment(parts: Any) -> Assignment:
    """The parts as they stand. Raises ValueError, TypeError or KeyError for what they cannot be."""
    name, minutes, due, title, note, tasks = parts
    if (
        not isinstance(tasks, list)
        or not 0 < len(tasks) <= MOST_TASKS
        or not all(isinstance(each, list) for each in tasks)
    ):
        raise ValueError
    if type(minutes) is not int or not 0 <= minutes <= _LATEST or not isinstance(due, str):
        raise ValueError
    if due and not _DAY.fullmatch(due):
        raise ValueError
    return Assignment(
        id=_text(name, LONGEST_ID),
        made=minutes * 60_000,
        title=_text(title, LONGEST_TITLE, may_be_empty=True),
        tasks=tuple(
            Task(_LETTERS[letter], _text(subject, LONGEST_ID), _text(version, LONGEST_ID, may_be_empty=True))
            for letter, subject, version in tasks
        ),
        due=datetime.date.fromisoformat(due) if due else None,
        note=_text(note, LONGEST_NOTE, may_be_empty=True),
    )


def _text(value: Any, longest: int, *, may_be_empty: bool = False) -> str:
    if not isinstance(value, str) or len(value) > longest or not (value or may_be_empty):
        raise ValueError
    value.encode()  # half a character, which JSON can spell, is a UnicodeEncodeError
    return value
