"""What a page is searched as: of which kind it is, how likely it is meant, and what narrows it down."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from sop_plugin.model.page import Facet, SearchEntry, SearchPage
from sop_plugin.views.entries import IndexEntry
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.keys import enum_key


class PageKind(StrEnum):
    """The kinds of pages, in the words of those who search."""

    PROCEDURE = "procedure"
    CHECKLIST = "checklist"
    PAGE = "page"
    REFERENCE = "reference"


WEIGHTS = {PageKind.PROCEDURE: 5, PageKind.PAGE: 4, PageKind.CHECKLIST: 3, PageKind.REFERENCE: 2}
"""How likely each kind is meant where pages say the same."""


def search_page(
    kind: PageKind, url: str, lang: str, entries: tuple[SearchEntry, ...], listed: IndexEntry | None, words: Catalogue
) -> SearchPage:
    """A page for the index. `listed` is the procedure that it belongs to, if any; `words` are those of the site."""
    facets = (Facet("kind", words.text(f"search.kind.{kind}")), *(_facets(listed, words) if listed else ()))
    return SearchPage(url, lang, entries, WEIGHTS[kind], facets)


def _facets(entry: IndexEntry, words: Catalogue) -> Iterator[Facet]:
    for role in entry.roles:
        yield Facet("role", role.title)
    for channel in entry.channels:
        yield Facet("channel", words.text(enum_key(channel)))
    for tag in entry.tags:
        yield Facet("tag", tag)
    yield Facet("status", words.text(enum_key(entry.status)))
    for tool in entry.tools:
        yield Facet("tool", tool)
