"""What ids are called on a page, in the page's language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple, Protocol

from sop_plugin.model.organisation import HouseClass, Material, Named, NamedThing, Organisation, Tool
from sop_plugin.model.resolve import quantities_of
from sop_plugin.model.sop import Class, Reference, Sop


class _Titled(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...


class _Multilingual(_Titled, Protocol):
    @property
    def names(self) -> tuple[Named, ...]: ...


class Hazard(NamedTuple):
    """What can hurt, and the language that says so: the page's, or the organisation's where there is none in that."""

    text: str
    lang: str


class Names:
    """Titles by id. What is declared nowhere is called by its id: only a check may say that it is missing."""

    def __init__(self, sop: Sop, organisation: Organisation | None, language: str) -> None:
        self._sop = sop
        self._organisation = organisation
        self._language = language
        self.hazards: dict[str, Hazard] = {}
        self.roles: dict[str, str] = {}
        self.departments: dict[str, str] = {}
        self.systems: dict[str, str] = {}
        self.tools: dict[str, str] = {}
        self.materials: dict[str, str] = {}
        self.customer_groups: dict[str, str] = {}
        self.touchpoints: dict[str, str] = {}
        self.classes: dict[str, Class] = {}
        self.references: dict[str, Reference] = {}
        if organisation is not None:
            self.roles = self._in_language(organisation.roles)
            self.departments = self._in_language(organisation.departments)
            self.systems = self._in_language(organisation.systems)
            self.tools = self._in_language(organisation.tools)
            self.materials = self._in_language(organisation.materials)
            self.customer_groups = self._in_language(organisation.customer_groups)
            self.touchpoints = self._in_language(organisation.touchpoints)
            self.classes = {one.id: self._class(one) for one in organisation.classes}
            titles = self._in_language(organisation.references)
            self.references = {one.id: replace(one, title=titles[one.id]) for one in organisation.references}
            things: tuple[Tool | Material, ...] = (*organisation.tools, *organisation.materials)
            self.hazards = {thing.id: self._hazard(thing.hazard, thing.names) for thing in things if thing.hazard}
        self.classes |= {one.id: one for one in sop.classes}
        self.references |= {one.id: one for one in sop.references}
        self.events = _titles(sop.events)
        self.ends = _titles(sop.ends)
        self.states = _titles(sop.states)
        self.forms = _titles(sop.forms)
        self._quantities: dict[str, str] | None = None

    def role(self, role: str) -> str:
        return self.roles.get(role, role)

    def level(self, class_id: str, level_id: str) -> str:
        """The title of a level of a class."""
        levels = self.classes[class_id].levels if class_id in self.classes else ()
        return next((level.title for level in levels if level.id == level_id), level_id)

    def class_title(self, class_id: str) -> str:
        return self.classes[class_id].title if class_id in self.classes else class_id

    def form_field(self, form_id: str, field_id: str) -> str:
        """The title of a form's field."""
        fields = (field for form in self._sop.forms if form.id == form_id for field in form.fields)
        return next((field.title for field in fields if field.id == field_id), field_id)

    def quantity(self, quantity: str) -> str:
        """The title of a quantity: declared as one, or a field that is written down, or a setting of a step."""
        if self._quantities is None:
            self._quantities = quantities_of(self._sop)
        return self._quantities.get(quantity, quantity)

    def _hazard(self, written: str, names: Iterable[NamedThing]) -> Hazard:
        house = self._organisation.language if self._organisation else self._language
        told = next((name.hazard for name in names if name.lang == self._language and name.hazard), None)
        return Hazard(written, house) if told is None or house == self._language else Hazard(told, self._language)

    def _class(self, one: HouseClass) -> Class:
        titles = self._in_language(one.levels)
        levels = tuple(replace(level, title=titles[level.id]) for level in one.levels)
        return replace(one, title=self._in_language((one,))[one.id], levels=levels)

    def _in_language(self, things: Iterable[_Multilingual]) -> dict[str, str]:
        if self._organisation is not None and self._organisation.language == self._language:
            return {thing.id: thing.title for thing in things}
        return {
            thing.id: next((name.title for name in thing.names if name.lang == self._language), thing.title)
            for thing in things
        }


def _titles(things: Iterable[_Titled]) -> dict[str, str]:
    return {thing.id: thing.title for thing in things}
