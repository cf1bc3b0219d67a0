"""Who has done an assignment, as a table of words."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from sop_plugin.model.assignment import TaskProgress, TaskState
from sop_plugin.model.assignment_report import AssignmentReport, PersonProgress
from sop_plugin.model.result import ResultKind
from sop_plugin.model.standing import Present
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.keys import enum_key

COLUMNS = ("person", "kind", "subject", "title", "version", "state", "score", "date")


def assignment_about(report: AssignmentReport, words: Catalogue) -> str:
    """In words: which assignment, when it is due, how many are done, and who has returned nothing yet."""
    listed = [each for each in report.people if each.is_listed]
    title = report.assignment.title or report.assignment.id
    done = words.text("training.assignment.sum", done=sum(each.is_done for each in listed), count=len(listed))
    if silent := [each.person for each in listed if not (each.has_returned or each.is_done)]:
        people = words.text("report.and").join(silent)
        done = words.text("training.assignment.silent", done=done, count=len(silent), people=people)
    due = report.assignment.due
    if due is None:
        return words.text("training.assignment.without-due", title=title, done=done)
    return words.text("training.assignment.about", title=title, due=due, done=done)


def assignment_rows(report: AssignmentReport, present: Present, words: Catalogue) -> Iterator[tuple[str, ...]]:
    """A row for each task of each person, in the order of COLUMNS."""
    for person in report.people:
        for each in person.tasks:
            yield _row(person, each, report.is_overdue, present, words)


def _row(
    person: PersonProgress, each: TaskProgress, is_overdue: bool, present: Present, words: Catalogue
) -> tuple[str, ...]:
    task, result = each.task, each.result
    state = words.text(enum_key(each.state))
    if is_overdue and each.state not in (TaskState.DONE, TaskState.GONE):
        state = words.text("training.assignment.overdue", state=state)
    return (
        person.person if person.is_listed else words.text("training.assignment.unlisted", person=person.person),
        words.text(enum_key(task.kind)),
        task.subject,
        present.title(task.kind, task.subject) or "",
        task.version if task.kind is ResultKind.READ else "",
        state,
        "" if result is None or result.score is None else f"{result.score * 100:.0f} %",
        "" if result is None else _time(result.ended or result.started),
    )


def _time(milliseconds: int) -> str:
    return datetime.datetime.fromtimestamp(milliseconds / 1000, datetime.UTC).strftime("%Y-%m-%d %H:%M")
