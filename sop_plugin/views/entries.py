"""A procedure as the pages that list procedures see it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sop_plugin.model.service import Channel
from sop_plugin.model.sop import Change, Status

SET_ASIDE = frozenset({Status.DRAFT, Status.SUPERSEDED, Status.RETIRED})
"""Versions that nobody works by; lists put them apart or leave them out."""


@dataclass(frozen=True, slots=True)
class RoleName:
    """A role and its department, named in the page's language. `rank` is its place in the organisation's list."""

    id: str
    title: str
    department: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True)
class ReviewDay:
    """The day by which a procedure, or the step with the title `step`, is to be reviewed, and from when it is said."""

    due: datetime.date
    announced: datetime.date
    step: str = ""


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A procedure in a list.

    `path` and `checklist` are content paths, `department` is a title in the page's language, `lang` is the language of
    its words. `roles` are those who work by it, without outsiders. `tools` are titles. What is not known is empty or
    None.
    """

    path: str
    id: str
    title: str
    summary: str
    version: str
    status: Status
    effective: datetime.date | None
    owner: RoleName | None
    roles: tuple[RoleName, ...]
    channels: tuple[Channel, ...]
    tags: tuple[str, ...]
    lang: str
    department: str = ""
    checklist: str = ""
    changes: tuple[Change, ...] = ()
    reviews: tuple[ReviewDay, ...] = ()
    tools: tuple[str, ...] = ()
