"""Which procedures stand on which sheets of QR codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from sop_plugin.model.organisation import Organisation
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.sop import Sop, Status
from sop_plugin.views.entries import SET_ASIDE, IndexEntry
from sop_plugin.views.names import Names
from sop_plugin.views.posters_page import Poster, SheetName
from sop_plugin.words.catalogue import Catalogue


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


def posters(entries: Iterable[IndexEntry], sheets: Mapping[str, tuple[SheetName, ...]]) -> list[Poster]:
    """A poster of each procedure that is worked by; of several versions, of the one in force. `sheets` are by path."""
    chosen: dict[str, IndexEntry] = {}
    for entry in entries:
        if entry.status not in SET_ASIDE and (entry.id not in chosen or entry.status is Status.EFFECTIVE):
            chosen[entry.id] = entry
    return [
        Poster(entry.path, entry.id, entry.title, entry.version, entry.lang, sheets[entry.path])
        for entry in chosen.values()
    ]


def sheets_of(
    entry: IndexEntry, sop: Sop, organisation: Organisation | None, words: Catalogue
) -> tuple[SheetName, ...]:
    """The sheets of the roles that work by it, of its department, and of the places where customers are met."""
    return tuple(_sheets(entry, sop, organisation, words))


def _sheets(entry: IndexEntry, sop: Sop, organisation: Organisation | None, words: Catalogue) -> Iterator[SheetName]:
    for role in entry.roles:
        yield SheetName("role", role.id, role.title, role.rank)
    names = Names(sop, organisation, words.language)
    touchpoints = dict.fromkeys(step.touchpoint for step in steps_of(sop) if step.touchpoint)
    for touchpoint in touchpoints:
        rank = _rank(touchpoint, organisation.touchpoints if organisation else ())
        yield SheetName("touchpoint", touchpoint, names.touchpoints.get(touchpoint, touchpoint), rank)
    if organisation and (department := organisation.department_of(sop)):
        yield SheetName("department", department, entry.department, _rank(department, organisation.departments))


def _rank(name: str, declared: Iterable[_HasId]) -> int:
    """Its place in the organisation's list; what is not in it comes first, where it is noticed."""
    return next((rank for rank, each in enumerate(declared) if each.id == name), -1)
