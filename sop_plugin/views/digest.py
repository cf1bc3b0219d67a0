"""What is asked of a list of procedures: whose they are, what changed in them lately, what is to be reviewed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sop_plugin.model.sop import Change
from sop_plugin.views.entries import IndexEntry, ReviewDay, RoleName


@dataclass(frozen=True, slots=True)
class Changed:
    """An entry of a procedure's change log."""

    entry: IndexEntry
    change: Change


@dataclass(frozen=True, slots=True)
class Due:
    """A review of a procedure."""

    entry: IndexEntry
    review: ReviewDay


@dataclass(frozen=True, slots=True)
class Team:
    """The roles of a department. The title is empty for those of none."""

    title: str
    roles: tuple[RoleName, ...]


def changed(entries: Iterable[IndexEntry], at_most: int) -> tuple[Changed, ...]:
    """The last changes, the newest first."""
    found = [Changed(entry, change) for entry in entries for change in entry.changes]
    found.sort(key=lambda each: each.change.date, reverse=True)
    return tuple(found[:at_most])


def due(entries: Iterable[IndexEntry], at_most: int) -> tuple[Due, ...]:
    """The next reviews, the earliest first. What counts on which day is the browser's to say."""
    found = [Due(entry, review) for entry in entries for review in entry.reviews]
    found.sort(key=lambda each: each.review.due)
    return tuple(found[:at_most])


def by_role(entries: Iterable[IndexEntry]) -> dict[RoleName, list[IndexEntry]]:
    """The procedures that each role works by or answers for; the roles stand as in the organisation's list."""
    found: dict[RoleName, list[IndexEntry]] = {}
    for entry in entries:
        for role in dict.fromkeys((*entry.roles, *((entry.owner,) if entry.owner else ()))):
            found.setdefault(role, []).append(entry)
    return {role: found[role] for role in sorted(found, key=lambda role: (role.rank, role.title))}


def teams(roles: Iterable[RoleName]) -> tuple[Team, ...]:
    """Roles by department, in the order in which they come; last those of none."""
    members: dict[str, list[RoleName]] = {}
    for role in roles:
        members.setdefault(role.department, []).append(role)
    return tuple(_in_order(members))


def _in_order(members: dict[str, list[RoleName]]) -> Iterator[Team]:
    for title in sorted(members, key=lambda title: not title):
        yield Team(title, tuple(members[title]))
