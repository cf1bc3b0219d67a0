"""A rendered page, as a theme or any other frame takes it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A heading in the table of contents; `title` is plain text."""

    id: str
    title: str
    children: tuple[TocEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A section that search can find, as plain text. `anchor` is empty for the page itself.

    `names` are what it is called besides its title: ids, aliases, a version.
    """

    anchor: str
    title: str
    text: str
    tags: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """One value by which what was found is narrowed down: a role, a tag. `family` is its kind, `name` is shown."""

    family: str
    name: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page that search can find. `url` is relative to the site; the first entry is that of the page itself.

    `weight`, from 1 to 9, is how likely it is meant where several pages say the same: 5 for a procedure. `digest` is
    that of what the entries were made of, empty where nobody knows.
    """

    url: str
    lang: str
    entries: tuple[SearchEntry, ...]
    weight: int = 5
    facets: tuple[Facet, ...] = ()
    digest: str = ""


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page's content. All but `html` is plain text, to be escaped by whoever prints it.

    `styles` are the style sheets in `web/css` that it needs beside those of every page, `features` the scripts in
    `web/js/features`; both by name, without an ending.
    """

    title: str
    description: str
    html: str
    toc: tuple[TocEntry, ...]
    anchors: frozenset[str]
    search: tuple[SearchEntry, ...]
    lang: str
    links: tuple[str, ...] = ()
    styles: tuple[str, ...] = ("sop",)
    features: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageRef:
    """A page before it is rendered.

    `path` is relative to the content root, with forward slashes; a generated page has the path it would have.
    `listed` pages stand in staff navigation and search; of these, those that are not `in_navigation` are only found by
    search and linked from where they belong. `section` names the navigation sections above, outermost first. `source`
    is the content path of the file with the page's words, empty where that is `path` or none: a translation's.
    """

    path: str
    title: str
    listed: bool
    section: tuple[str, ...]
    generated: bool
    in_navigation: bool = True
    source: str = ""
