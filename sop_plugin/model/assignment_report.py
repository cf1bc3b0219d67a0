"""Who has done an assignment, and who has not, from the records."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sop_plugin.model.assignment import Assignment, TaskProgress, TaskState, progress_of
from sop_plugin.model.person_name import folded_name
from sop_plugin.model.result import Result
from sop_plugin.model.roster import Roster
from sop_plugin.model.standing import Present

_SETTLED = (TaskState.DONE, TaskState.GONE)


@dataclass(frozen=True, slots=True)
class PersonProgress:
    """How far somebody is. `is_listed` is False for who did something of it without being asked for by name."""

    person: str
    is_listed: bool
    tasks: tuple[TaskProgress, ...]

    @property
    def has_returned(self) -> bool:
        """Whether anything of it is in the records."""
        return any(each.result for each in self.tasks)

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do."""
        return all(each.state in _SETTLED for each in self.tasks)


@dataclass(frozen=True, slots=True)
class AssignmentReport:
    """An assignment on a day: each listed person in the order of the list, then others by name."""

    assignment: Assignment
    people: tuple[PersonProgress, ...]
    is_overdue: bool


def assignment_report(
    assignment: Assignment, people: Iterable[str], results: Sequence[Result], present: Present, day: datetime.date
) -> AssignmentReport:
    """Holds results against an assignment. Who of the list is meant by the name in a result says `Roster`.

    Whoever is not listed appears only with something done since the assignment was made.
    """
    listed = {folded_name(name): name for name in reversed([*people])}
    roster = Roster(reversed(listed.values()))
    by_person: dict[str, list[Result]] = {}
    names: dict[str, str] = {}
    for result in results:
        for name in result.people:
            key = folded_name(roster.meant(name) or name)
            by_person.setdefault(key, []).append(result)
            names.setdefault(key, name)
    rows = [_row(name, True, assignment, by_person.get(key, ()), present) for key, name in reversed(listed.items())]
    others = (
        _row(names[key], False, assignment, by_person[key], present) for key in sorted(by_person.keys() - listed.keys())
    )
    rows += [each for each in others if _is_since(each, assignment.made)]
    return AssignmentReport(assignment, tuple(rows), assignment.is_overdue(day))


def _row(
    name: str, is_listed: bool, assignment: Assignment, results: Sequence[Result], present: Present
) -> PersonProgress:
    return PersonProgress(name, is_listed, progress_of(assignment, results, present.subject))


def _is_since(row: PersonProgress, made: int) -> bool:
    return any(each.result and (each.result.ended or 0) >= made for each in row.tasks)
