"""What somebody is to read and to pass by a day, and how far each person is with it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sop_plugin.model.result import Ending, Result, ResultKind
from sop_plugin.model.version import version_rank


@dataclass(frozen=True, slots=True)
class Task:
    """A procedure to read (`ResultKind.READ`) or a quiz to pass (`ResultKind.QUIZ`).

    `version` is what it had when it was assigned: a version of the SOP, or the fingerprint of the quiz.
    """

    kind: ResultKind
    subject: str
    version: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """Tasks for people whom it does not name. `id` is random; `made` is in milliseconds since 1970, to the minute."""

    id: str
    made: int
    title: str
    tasks: tuple[Task, ...]
    due: datetime.date | None = None
    note: str = ""

    def is_overdue(self, day: datetime.date) -> bool:
        """Whether a day lies behind the one that it is due on."""
        return self.due is not None and day > self.due


class TaskState(StrEnum):
    """How far somebody is with a task."""

    DONE = "done"
    OLDER = "older"
    """An older version than the one that was assigned was read."""
    NOT_PASSED = "not-passed"
    OPEN = "open"
    GONE = "gone"
    """What was assigned is no more: nobody can do it."""


@dataclass(frozen=True, slots=True)
class TaskProgress:
    """A person's state in a task. `result` is the one it comes from: the newest that counts, of a quiz the best."""

    task: Task
    state: TaskState
    result: Result | None = None


PresentSubject = Callable[[ResultKind, str], str | None]
"""The id that an SOP or a quiz has now by one that it has or had; None where it is no more."""


def progress_of(
    assignment: Assignment, results: Sequence[Result], present_subject: PresentSubject
) -> tuple[TaskProgress, ...]:
    """What the results of one person, in any order, make of each task.

    A procedure is read when that version or a newer one was confirmed, no matter when. A quiz is done when it was
    passed since the assignment was made. `sop_plugin/web/js/assigning/progress.js` does the same.
    """
    return tuple(_progress(task, assignment.made, results, present_subject) for task in assignment.tasks)


def _progress(task: Task, made: int, results: Sequence[Result], present_subject: PresentSubject) -> TaskProgress:
    def name_of(subject: str) -> str:
        return present_subject(task.kind, subject) or subject

    own = [
        result
        for result in results
        if result.kind is task.kind
        and result.ending is Ending.FINISHED
        and name_of(result.subject) == name_of(task.subject)
    ]
    found = _read(task, own) if task.kind is ResultKind.READ else _passed(task, made, own)
    if found.state is not TaskState.DONE and present_subject(task.kind, task.subject) is None:
        return TaskProgress(task, TaskState.GONE)
    return found


def _read(task: Task, results: Sequence[Result]) -> TaskProgress:
    def is_enough(result: Result) -> bool:
        return result.version == task.version or version_rank(result.version) >= version_rank(task.version)

    newest_last = sorted(results, key=lambda result: result.started)
    enough = [result for result in newest_last if is_enough(result)]
    if enough:
        return TaskProgress(task, TaskState.DONE, enough[-1])
    if newest_last:
        return TaskProgress(task, TaskState.OLDER, newest_last[-1])
    return TaskProgress(task, TaskState.OPEN)


def _passed(task: Task, made: int, results: Sequence[Result]) -> TaskProgress:
    # What only repeats what was missed (`passed` None) is no attempt at the whole.
    since = [result for result in results if result.passed is not None and (result.ended or 0) >= made]
    if not since:
        return TaskProgress(task, TaskState.OPEN)
    best = max(since, key=lambda result: (result.passed is True, result.score or 0.0, -(result.ended or 0)))
    return TaskProgress(task, TaskState.DONE if best.passed else TaskState.NOT_PASSED, best)
