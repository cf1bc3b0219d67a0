"""The names of tools, materials, systems, roles and terms: the one the house uses, and the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from sop_plugin.model.organisation import GlossaryTerm, Material, Organisation, Party, Role, System, Tool
from sop_plugin.model.sop import Term

T = TypeVar("T")

_AFTERTHOUGHT = re.compile(r"\s*[（(].*")


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a thing of the field `kind` in one language, without what stands in brackets behind it."""

    kind: str
    id: str
    title: str


def once_an_organisation(make: Callable[[Organisation, str], T]) -> Callable[[Organisation, str], T]:
    """Keeps what `make` gives for an organisation and a language until another organisation comes.

    An organisation is known by its identity: to compare two, or to hash one, would take longer than to make it anew.
    """
    kept: list[tuple[Organisation, dict[str, T]]] = []

    def kept_or_made(organisation: Organisation, language: str) -> T:
        if not kept or kept[0][0] is not organisation:
            kept[:] = [(organisation, {})]
        by_language = kept[0][1]
        if language not in by_language:
            by_language[language] = make(organisation, language)
        return by_language[language]

    return kept_or_made


Thing = Tool | Material | System | Role | GlossaryTerm
"""What may have several names in the organisation's file."""


def things_of(organisation: Organisation) -> Iterator[tuple[str, Thing]]:
    """Everything with several names, with its field in the organisation's file."""
    yield from (("tools", each) for each in organisation.tools)
    yield from (("materials", each) for each in organisation.materials)
    yield from (("systems", each) for each in organisation.systems)
    yield from (("roles", each) for each in organisation.roles)
    yield from (("glossary", each) for each in organisation.glossary)


def other_names(organisation: Organisation, language: str) -> Iterator[tuple[str, Name]]:
    """Every other name that is no mere abbreviation or part of the official one, with what should stand in its place.

    What has no name in `language` is left out, and so are the names of customers: staff call them by many.
    """
    for kind, thing in things_of(organisation):
        if isinstance(thing, Role) and thing.party is Party.CUSTOMER:
            continue
        titles = {organisation.language: thing.title} | {named.lang: named.title for named in thing.names}
        title = _AFTERTHOUGHT.sub("", titles.get(language, ""))
        for other in thing.also:
            if title and not any(_is_short_for(other, each) for each in titles.values()):
                yield other, Name(kind, thing.id, title)


def other_names_of(term: Term) -> Iterator[tuple[str, Name]]:
    """The other names of a term that a procedure explains."""
    for other in term.also:
        if not _is_short_for(other, term.title):
            yield other, Name("terms", term.id, term.title)


def _is_short_for(other: str, title: str) -> bool:
    """Whether a name is an abbreviation, or one of the two is a part of the other."""
    plain, official = other.lower(), title.lower()
    return plain in official or official in plain or (other.isascii() and not other.islower() and " " not in other)
