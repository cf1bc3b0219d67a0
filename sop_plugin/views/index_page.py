"""The list of all procedures, which role, channel, status and tag narrow down without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from sop_plugin.model.page import RenderedPage, SearchEntry, TocEntry
from sop_plugin.views.entries import SET_ASIDE, IndexEntry
from sop_plugin.views.templating import template
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.keys import enum_key

PATH = "procedures.md"
"""The content path the page would have if it were a file."""

_FAMILIES = ("role", "channel", "status", "tag")


@dataclass(frozen=True, slots=True)
class Facet:
    """One value that narrows the list down. `number` marks its entries; `anchor` is its stable address in the page."""

    number: int
    anchor: str
    family: str
    name: str
    count: int

    @property
    def selector(self) -> Markup:
        """A CSS selector that matches once the address names this facet."""
        quoted = re.sub(r"[^\w-]", lambda match: f"\\{ord(match[0]):x} ", self.anchor)
        return Markup('[id="{}"]:target').format(Markup(quoted))


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry with the numbers of its facets."""

    entry: IndexEntry
    facets: str


@dataclass(frozen=True, slots=True)
class Group:
    """The entries of a department, with the numbers of all their facets. Without a title it has no heading."""

    anchor: str
    title: str
    facets: str
    listed: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the list, with the numbers of all its facets."""

    anchor: str
    title: str
    facets: str
    groups: tuple[Group, ...]


def index_page(entries: Sequence[IndexEntry], words: Catalogue, url_of: Callable[[str], str]) -> RenderedPage:
    """The list in the order of `entries`.

    A facet has its own address: `#role-barista`, `#channel-phone`, `#status-effective`, `#tag-coffee`.
    """
    facets = _facets(entries, words)
    by_anchor = {facet.anchor: facet for facet in facets}
    listed = [Listed(entry, _numbers(entry, words, by_anchor)) for entry in entries]
    sections = tuple(_sections(listed, words))
    title = words.text("index.title")
    in_force = sum(entry.status not in SET_ASIDE for entry in entries)
    about = words.text("index.count.one" if in_force == 1 else "index.count.many", count=in_force)
    families = {family: [facet for facet in facets if facet.family == family] for family in _FAMILIES}
    html = template("index_page.html").render(
        title=title,
        about=about,
        families={family: members for family, members in families.items() if members},
        facets=facets,
        sections=sections,
        narrowed=lambda facet: words.text(
            "index.narrowed", by=words.text(f"index.by.{facet.family}"), name=facet.name, count=facet.count
        ),
        text=words.text,
        status_name=lambda status: words.text(enum_key(status)),
        url_of=url_of,
        lang=words.language,
    )
    return RenderedPage(
        title=title,
        description=about,
        html=html,
        toc=tuple(TocEntry(section.anchor, section.title, _toc(section.groups)) for section in sections),
        anchors=frozenset({"all", *by_anchor, *_places(sections)}),
        search=(SearchEntry("", title, about),),
        lang=words.language,
        links=tuple(entry.path for entry in entries),
        styles=("sop", "index"),
    )


def _values(entry: IndexEntry, words: Catalogue) -> Iterator[tuple[str, str, str]]:
    """The family, address and name of each facet of an entry."""
    for role in entry.roles:
        yield "role", f"role-{role.id}", role.title
    for channel in entry.channels:
        yield "channel", f"channel-{channel.value}", words.text(enum_key(channel))
    yield "status", f"status-{entry.status.value}", words.text(enum_key(entry.status))
    for tag in entry.tags:
        yield "tag", _anchor("tag", tag), tag


def _anchor(family: str, name: str) -> str:
    return f"{family}-" + "-".join(name.lower().split())


def _facets(entries: Iterable[IndexEntry], words: Catalogue) -> tuple[Facet, ...]:
    """Every facet with its count, family by family, the most frequent first."""
    counts: dict[str, int] = {}
    names: dict[str, tuple[str, str]] = {}
    for entry in entries:
        found = {anchor: (family, name) for family, anchor, name in _values(entry, words)}
        for anchor in found:
            counts[anchor] = counts.get(anchor, 0) + 1
        names = found | names
    ordered = sorted(names, key=lambda anchor: (_FAMILIES.index(names[anchor][0]), -counts[anchor], anchor))
    return tuple(Facet(number, anchor, *names[anchor], counts[anchor]) for number, anchor in enumerate(ordered))


def _numbers(entry: IndexEntry, words: Catalogue, by_anchor: dict[str, Facet]) -> str:
    numbers = {by_anchor[anchor].number for _, anchor, _ in _values(entry, words)}
    return " ".join(map(str, sorted(numbers)))


def _sections(listed: Sequence[Listed], words: Catalogue) -> Iterator[Section]:
    """What is worked by, department by department, then what is set aside; a section without entries is left out."""
    in_force = [each for each in listed if each.entry.status not in SET_ASIDE]
    set_aside = [each for each in listed if each.entry.status in SET_ASIDE]
    if in_force:
        groups = tuple(_groups(in_force, words))
        yield Section("in-force", words.text("index.in-force"), _union(in_force), groups)
    if set_aside:
        facets = _union(set_aside)
        yield Section("set-aside", words.text("index.set-aside"), facets, (Group("", "", facets, tuple(set_aside)),))


def _groups(listed: Sequence[Listed], words: Catalogue) -> Iterator[Group]:
    """The departments in the order in which they come; last the entries without one."""
    departments = dict.fromkeys(each.entry.department for each in listed)
    for department in sorted(departments, key=lambda name: not name):
        members = tuple(each for each in listed if each.entry.department == department)
        title = department or (words.text("index.no-department") if len(departments) > 1 else "")
        yield Group(_anchor("department", title) if title else "", title, _union(members), members)


def _union(listed: Iterable[Listed]) -> str:
    return " ".join(map(str, sorted({int(number) for each in listed for number in each.facets.split()})))


def _toc(groups: Iterable[Group]) -> tuple[TocEntry, ...]:
    return tuple(TocEntry(group.anchor, group.title) for group in groups if group.title)


def _places(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        yield section.anchor
        yield from (group.anchor for group in section.groups if group.title)
