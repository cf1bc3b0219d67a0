"""A page in which every value is a hole, for the theme to print around; and what fills the holes of a real one.

A hole is a text that nothing else holds. Its letters are such that any filter of a template changes it, so that what is
more than printed is noticed: it is no hole any more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar

from mkdocs.utils import normalize_url

from sop_plugin.adapter.escaping import Escaped
from sop_plugin.adapter.navigation import NavLink, Siblings
from sop_plugin.adapter.page import SopPage

if TYPE_CHECKING:
    from mkdocs.structure import StructureItem

    from sop_plugin.adapter.languages import Alternate

HOLE = re.compile(
    r"(?:<h1)?(?:sop-hole:)?⟦ (self|title|meta_title|description|content|toc|canonical|edit|"
    r"(?:previous|next|before[12]|behind[12])_(?:title|url)|alternate_\d+)⟧"
)
"""Finds holes by their names."""

_HEADING = "<h1"
"""What the theme looks for in the content: it adds a heading where there is none."""


def _hole(name: str) -> Escaped:
    """As a URL it is complete, so that the theme makes no other of it."""
    return Escaped(f"sop-hole:⟦ {name}⟧")


@dataclass(frozen=True, slots=True)
class _Neighbour:
    """The page before or behind."""

    title: Escaped
    url: Escaped


@dataclass(frozen=True, slots=True)
class _Heading:
    """A line of the table of contents that stands for all of them."""

    title: Escaped
    url: Escaped
    level: int = 2
    children: tuple[()] = ()


class _Contents(list[_Heading]):
    """A table of contents that knows what is printed of it."""

    printed = _hole("toc")


@dataclass(frozen=True, slots=True, eq=False)
class BlankPage:
    """All that the theme's templates ask of a page."""

    url: str
    meta: Mapping[str, Escaped]
    content: str
    toc: _Contents
    canonical_url: Escaped | None
    edit_url: Escaped | None
    previous_page: _Neighbour | None
    next_page: _Neighbour | None
    parent: StructureItem | None
    ancestors: Iterable[StructureItem]
    title: ClassVar[Escaped] = _hole("title")
    is_homepage: ClassVar[bool] = False
    is_index: ClassVar[bool] = False
    is_link: ClassVar[bool] = False
    is_page: ClassVar[bool] = True
    is_section: ClassVar[bool] = False
    active: ClassVar[bool] = True
    children: ClassVar[None] = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page is published: a folder, empty or with a slash at its end, a name in it, and what follows the name.

    What is made of a page stands below it, and has its name.
    """

    folder: str
    name: str
    tail: str

    @property
    def above(self) -> tuple[str, str]:
        """The addresses that only this page of all in the folder is at, or below."""
        return f"{self.folder}{self.name}/", f"{self.folder}{self.name}{self.tail}"


def place_of(page: SopPage) -> Place:
    """Where a page is published."""
    folder, slash, last = page.url.removesuffix("/").rpartition("/")
    end = "/" if page.url.endswith("/") else ""
    if page.ref.generated and not page.ref.in_navigation and folder:
        above, slash, name = folder.rpartition("/")
        return Place(above + slash, name, f"/{last}{end}")
    return Place(folder + slash, last.removesuffix(".html"), end or last[len(last.removesuffix(".html")) :])


def shape_of(page: SopPage, place: Place) -> tuple[object, ...]:
    """What the theme may decide by: pages of one shape differ in values alone."""
    return (
        place.folder,
        place.tail,
        "description" in page.meta,
        page.canonical_url is None,
        page.edit_url is None,
        page.previous_page is None,
        page.next_page is None,
        _HEADING in (page.content or ""),
        bool(page.toc),
    )


def blank_of(page: SopPage) -> BlankPage:
    """The blank page of the shape of `page`, in its place."""
    place = place_of(page)
    names = ("meta_title", "description") if "description" in page.meta else ("meta_title",)
    return BlankPage(
        url=f"{place.folder}⟦ self⟧{place.tail}",
        meta={name.removeprefix("meta_"): _hole(name) for name in names},
        content=(_HEADING if _HEADING in (page.content or "") else "") + _hole("content"),
        toc=_Contents([_Heading(_hole("toc_title"), _hole("toc_url"))] if page.toc else []),
        canonical_url=None if page.canonical_url is None else _hole("canonical"),
        edit_url=None if page.edit_url is None else _hole("edit"),
        previous_page=_Neighbour(_hole("previous_title"), _hole("previous_url")) if page.previous_page else None,
        next_page=_Neighbour(_hole("next_title"), _hole("next_url")) if page.next_page else None,
        parent=page.parent,
        ancestors=page.ancestors,
    )


def blank_links(name: str, links: Sequence[NavLink]) -> list[NavLink]:
    """Two links that stand for any number of them, so that what is printed between two is known; none for none."""
    return [NavLink(_hole(f"{name}{number}_title"), _hole(f"{name}{number}_url")) for number in (1, 2) if links]


def blank_alternates(alternates: Iterable[Alternate]) -> tuple[Alternate, ...]:
    """The languages of a page, leading nowhere yet."""
    return tuple(replace(each, link=_hole(f"alternate_{number}")) for number, each in enumerate(alternates))


def values_of(page: SopPage, toc: str, siblings: Siblings, alternates: Iterable[Alternate]) -> dict[str, str]:
    """What fills the holes. `toc` is what the theme prints of the table of contents."""
    values = {
        "self": place_of(page).name,
        "title": str(page.title),
        "meta_title": page.meta["title"],
        "description": page.meta.get("description", ""),
        "content": page.content or "",
        "toc": toc,
        "canonical": page.canonical_url or "",
        "edit": page.edit_url or "",
    }
    around: dict[str, Any] = {"previous": page.previous_page, "next": page.next_page}
    around |= {f"{name}1": links[0] for name, links in siblings.runs.items() if links}
    for name, other in around.items():
        if other is not None:
            values[f"{name}_title"] = str(other.title)
            values[f"{name}_url"] = normalize_url(other.url, page)
    return values | {f"alternate_{number}": each.link for number, each in enumerate(alternates)}
