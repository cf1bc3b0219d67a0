"""A whole site: every procedure read, checked and ready to be rendered page by page."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sop_plugin.model.diagnostic import Diagnostic
from sop_plugin.model.organisation import Organisation
from sop_plugin.model.page import PageRef, RenderedPage, SearchEntry, SearchPage
from sop_plugin.model.paper import Paper
from sop_plugin.model.site_address import SiteAddress
from sop_plugin.pipeline.card import Card
from sop_plugin.pipeline.content import Content, read_content
from sop_plugin.pipeline.garbage import uncollected
from sop_plugin.pipeline.keeping import Keeper, Rendering
from sop_plugin.pipeline.lookups import UrlOf
from sop_plugin.pipeline.memory import Memory
from sop_plugin.pipeline.page_maker import PageMaker
from sop_plugin.pipeline.quiz_pages import QuizPages
from sop_plugin.pipeline.site_plan import SitePlan, plan_of
from sop_plugin.pipeline.today import today
from sop_plugin.reports.text import text_line
from sop_plugin.views.context import KEEP_NAMES
from sop_plugin.views.digest import by_role
from sop_plugin.views.entries import SET_ASIDE, RoleName
from sop_plugin.views.field_reference import PATH as FIELDS
from sop_plugin.views.pieces import piece
from sop_plugin.views.rule_pages import INDEX_PATH as RULES
from sop_plugin.views.search.everyday import everyday_names
from sop_plugin.views.search.facets import PageKind, search_page
from sop_plugin.words.catalogue import Catalogue, catalogue


@dataclass(frozen=True, slots=True)
class Site:
    """Every page derived from a content folder: which there are, and each of them rendered."""

    _plan: SitePlan
    _content: Content
    _maker: PageMaker

    @property
    def words(self) -> Catalogue:
        """The words of the site."""
        return self._plan.words

    @property
    def pages(self) -> Mapping[str, PageRef]:
        """All pages, by path."""
        return self._plan.pages

    @property
    def hidden(self) -> frozenset[str]:
        """The content files that are no pages: translations, the organisation file."""
        return self._plan.hidden

    @property
    def procedures(self) -> Mapping[str, Card]:
        """The procedures without errors, by path."""
        return self._plan.procedures

    @property
    def faulty(self) -> Mapping[str, str]:
        """The ids of the procedures with errors, by path, empty where none could be read."""
        return self._plan.faulty

    @property
    def checklists(self) -> Mapping[str, str]:
        """The paths of procedures by those of their checklists' pages."""
        return self._plan.checklists

    @property
    def quizzes(self) -> QuizPages:
        """The pages of quizzes."""
        return self._plan.quizzes

    @property
    def organisation(self) -> Organisation | None:
        """The organisation, as far as its file can be read."""
        return self._content.organisation

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was found in all files, at the severities that count. They name files as `content/path`."""
        return self._content.diagnostics

    def render(self, path: str, url_of: UrlOf, edit_url: str | None = None) -> RenderedPage:
        """Renders the page at `path`. `url_of` gives the URL of a content path, an anchor if any included.

        An SOP with an error becomes a page that says so: it is never published in part. Raises KeyError for a path
        that is none of `pages`.
        """
        return self.rendering(path, url_of, edit_url).whole()

    def rendering(
        self, path: str, url_of: UrlOf, edit_url: str | None = None, urls: str = "", *, may_be_old: bool = False
    ) -> Rendering:
        """The page at `path`, kept from an earlier build where nothing that it depends on has changed.

        `urls` is a digest of all that `url_of` answers by: where it is the same, nobody need ask again. Where it
        `may_be_old`, a page about most procedures is given as it was, if that is known, and says so.
        """
        return self._maker.rendering(path, url_of, edit_url, urls, may_be_old=may_be_old)

    def paper(self, path: str, day: datetime.date, *, checklist: bool = False) -> Paper:
        """The procedure at a content path, or its checklist, for paper as it stands on a day.

        Raises KeyError for a path that is none of `procedures`.
        """
        return self._maker.paper(path, day, checklist=checklist)

    def pages_by_role(self) -> dict[RoleName | None, tuple[str, ...]]:
        """The paths of the pages that each role works by, checklists and quizzes included; under None those of all."""
        in_force = [entry for entry in self._plan.entries if entry.status not in SET_ASIDE]
        of_all = [entry for entry in in_force if not entry.roles]
        return {
            role: (
                *(path for entry in entries for path in (entry.path, entry.checklist) if path),
                *self.quizzes.for_role(role.id if role else None),
            )
            for role, entries in ((None, of_all), *by_role(in_force).items())
        }

    def read(self, path: str) -> bytes | None:
        """The bytes of a content file; None where there is none. Symbolic links are never followed."""
        folder = self._content.folder
        return folder.read(path) if path in folder.files else None

    def found_in(self, path: str) -> list[Diagnostic]:
        """What was found in a content file."""
        return self._content.found_in(path)

    def piece(self, mark: str, url_of: UrlOf) -> str:
        """The HTML of a mark in an ordinary page, such as `changes 5`. Raises MarkError for one that means nothing."""
        return piece(mark, self._plan.entries, self.words, url_of)

    def search_page(self, path: str, url: str, lang: str, entries: tuple[SearchEntry, ...]) -> SearchPage:
        """The page at a content path, one of ours or not, for the index of the search."""
        kind = PageKind.PAGE
        if path in self.procedures:
            kind = PageKind.PROCEDURE
        elif path in self.checklists:
            kind = PageKind.CHECKLIST
        elif path in (FIELDS, RULES) or path in self._plan.rule_pages:
            kind = PageKind.REFERENCE
        card = self.procedures.get(self.checklists.get(path, path))
        return search_page(kind, url, lang, entries, self._plan.entry(card) if card else None, self.words)

    @property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """What each thing is called in the house's glossary and by people, in any language; nothing of what has one
        name.
        """
        glossary = self.organisation.glossary if self.organisation else ()
        called = (dict.fromkeys((term.title, *term.also, *(name.title for name in term.names))) for term in glossary)
        return (*(tuple(names) for names in called if len(names) > 1), *everyday_names())

    def describe(self, diagnostic: Diagnostic) -> str:
        """One line that says where and what."""
        return text_line(diagnostic, self.words)


def load_site(
    content: Path,
    *,
    language: str | None = None,
    own_language: str | None = None,
    address: SiteAddress | None = None,
    keep_names: int = KEEP_NAMES,
    feedback: str | None = None,
    day: datetime.date | None = None,
    memory: Memory | None = None,
    quizzes: Path | None = None,
) -> Site:
    """Reads and checks a content folder for publishing.

    `language` is that of the site: of its own words, and of the procedures that are translated into it; by default the
    organisation's. The others are shown as they are, and say so. `own_language` is that of the site which this one
    stands beside: what names no language is written in it where there is no organisation. `address` is where it is
    published, if that is known. `keep_names` is for how many days a device keeps the names typed on it; `feedback` is
    the template of the address for suggestions. `day` is the one on which dates are looked at, by default the day it
    is. With a `memory`, what did not change since an earlier build is neither read nor made again. `quizzes` is the
    folder of the quizzes, by default that beside the content.
    """
    with uncollected():
        otherwise = own_language or language or "en"
        read = read_content(content, day or today(), memory.folder if memory else None, quizzes, otherwise=otherwise)
        keeper = memory.keeper if memory else Keeper(None)
        organisation = read.organisation
        words = catalogue(language or (organisation.language if organisation else "en"))
        plan = plan_of(read, keeper, words)
        return Site(plan, read, PageMaker(plan, read, keeper, address, keep_names, feedback))
