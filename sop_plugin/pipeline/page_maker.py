"""How each page of a site is made, and when one that is kept from an earlier build still holds."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property, partial

from sop_plugin.checks.registry import documentation, rule_names
from sop_plugin.model.document import Document
from sop_plugin.model.page import RenderedPage
from sop_plugin.model.paper import Paper
from sop_plugin.model.result import ResultKind
from sop_plugin.model.site_address import SiteAddress
from sop_plugin.pipeline.card import Card
from sop_plugin.pipeline.content import Content
from sop_plugin.pipeline.digests import digest_of_names
from sop_plugin.pipeline.keeping import Around, Keeper, Rendering
from sop_plugin.pipeline.lookups import Lookups, UrlOf
from sop_plugin.pipeline.page_refs import UNLISTED
from sop_plugin.pipeline.poster_codes import KEPT as CODES
from sop_plugin.pipeline.poster_codes import kept_codes
from sop_plugin.pipeline.posters import posters
from sop_plugin.pipeline.program import program
from sop_plugin.pipeline.shown_quizzes import suspects_of
from sop_plugin.pipeline.site_plan import SitePlan
from sop_plugin.reports.messages import describe
from sop_plugin.views.assigning.assign_page import PATH as ASSIGN
from sop_plugin.views.assigning.assign_page import assign_page
from sop_plugin.views.assigning.assignable import Assignable
from sop_plugin.views.assigning.assigned_page import PATH as ASSIGNED
from sop_plugin.views.assigning.assigned_page import assigned_page
from sop_plugin.views.checklist_page import checklist_page
from sop_plugin.views.context import OtherVersion, ViewContext
from sop_plugin.views.device_page import PATH as DEVICE
from sop_plugin.views.device_page import device_page
from sop_plugin.views.faulty_page import faulty_page
from sop_plugin.views.field_reference import PATH as FIELDS
from sop_plugin.views.field_reference import field_reference
from sop_plugin.views.groundwork import Groundwork, groundwork
from sop_plugin.views.index_page import PATH as INDEX
from sop_plugin.views.index_page import index_page
from sop_plugin.views.originals import not_translated
from sop_plugin.views.paper import checklist_paper, procedure_paper
from sop_plugin.views.posters_page import PATH as POSTERS
from sop_plugin.views.posters_page import Poster, posters_page
from sop_plugin.views.quiz.coverage_page import PATH as COVERAGE
from sop_plugin.views.quiz.quizzes_page import PATH as QUIZ_LIST
from sop_plugin.views.rule_pages import INDEX_PATH as RULES
from sop_plugin.views.rule_pages import rule_page, rules_index
from sop_plugin.views.sop_page import sop_page
from sop_plugin.views.start_page import PATH as START
from sop_plugin.views.start_page import start_page
from sop_plugin.words.catalogue import catalogue, is_served_by

_LOOKED_UP = frozenset({"words", "organisation", "titles", "paths", "url_of", "picture_sizes"})
"""What a page's context has beside what is told of this page alone: known by digests, or asked for and recorded."""

_OF_ALL = frozenset({POSTERS, ASSIGN, ASSIGNED, COVERAGE, QUIZ_LIST})
"""Pages that say something of most procedures and take long to make, and that nobody reads to see what an edit does."""

_TOLD = tuple(each.name for each in fields(ViewContext) if each.name not in _LOOKED_UP)


@dataclass
class PageMaker:
    """Makes the pages of a `plan` of what `content` says, or takes them from `keeper`.

    `address` is where the site is published, None where nobody said. `keep_names` is for how many days a device keeps
    names. `feedback` is the template of the address for suggestions, None where the site wants none.
    """

    plan: SitePlan
    content: Content
    keeper: Keeper
    address: SiteAddress | None
    keep_names: int
    feedback: str | None
    _said: dict[str, str] = field(default_factory=dict)
    _laid: Groundwork | None = None

    def rendering(
        self, path: str, url_of: UrlOf, edit_url: str | None, urls: str, *, may_be_old: bool = False
    ) -> Rendering:
        """The page at `path`, as `Site.rendering()` gives it."""
        lookups = Lookups(self.plan.directory.titles, self.plan.directory.paths, self.plan.picture_sizes, url_of)
        around = Around(self._around, urls)
        if self._is_of_quizzes(path):
            lookups = replace(lookups, sources=self._sources)
            around = Around(self._around + self._all_sources, urls)

        def make(lookups: Lookups) -> RenderedPage:
            return self._made(path, lookups, edit_url)

        key = self._key(path, edit_url)
        if path == POSTERS:
            self.keeper.hold(*CODES)
        if key is None:
            page = make(lookups)
            return Rendering(page, "", lambda: page)
        may_be_old = may_be_old and path in _OF_ALL
        is_sound = self.content.is_as_checked
        return self.keeper.page(path, key, lookups, around, make, is_sound, may_be_old=may_be_old)

    def _made(self, path: str, lookups: Lookups, edit_url: str | None) -> RenderedPage:
        if path in self.plan.procedures or path in self.plan.checklists:
            card = self.plan.procedures[self.plan.checklists.get(path, path)]
            document = self._document(card)
            if document.sop is None:  # its file has been changed meanwhile
                return self._faulty_page(path, lookups)
            if path in self.plan.checklists:
                return checklist_page(document, self._context(card, lookups), self._ground(document, card))
            return sop_page(document, self._context(card, lookups, edit_url), self._ground(document, card))
        if self.plan.quizzes.renders(path):
            page = self.plan.quizzes.render(path, self._context_of_quiz(path, lookups, edit_url), lookups.sources)
            return page or self._faulty_page(path, lookups)
        return self._of_every_site(path, lookups) or self._faulty_page(path, lookups)

    def _of_every_site(self, path: str, lookups: Lookups) -> RenderedPage | None:
        """The page at a path that every site has; None for another."""
        if path == INDEX:
            return index_page(self.plan.entries, self.plan.words, lookups.url_of)
        if path == START:
            return start_page(self.plan.entries, self.plan.words, lookups.url_of)
        if path == POSTERS:
            return self._posters_page(lookups.url_of)
        if path in (ASSIGN, ASSIGNED):
            return self._assigning(path, lookups)
        if path == DEVICE:
            return device_page(self.plan.words, self.keep_names)
        if path == FIELDS:
            return field_reference(self.plan.words)
        if path == RULES:
            return rules_index([documentation(name) for name in rule_names()], self.plan.words, lookups.url_of)
        if path in self.plan.rule_pages:
            return rule_page(documentation(self.plan.rule_pages[path]), self.plan.words)
        return None

    def _faulty_page(self, path: str, lookups: Lookups) -> RenderedPage:
        title, found = self.plan.pages[path].title, self.content.found_in(self.plan.quizzes.faulty.get(path, path))
        return faulty_page(
            path, title, found, self.plan.words, lambda each: describe(each, self.plan.words), lookups.url_of
        )

    def _key(self, path: str, edit_url: str | None) -> str | None:
        """A digest of what goes into a page beside what it looks up; None for a page that is made each time."""
        if path in self.plan.faulty or path in self.plan.quizzes.faulty:
            return None
        parts: list[object] = [self.plan.words.language, self.content.house, edit_url]
        if path in self.plan.procedures or path in self.plan.checklists:
            parts.append(self._said_of(self.plan.procedures[self.plan.checklists.get(path, path)]))
        elif self._is_of_quizzes(path):
            files, about = self.plan.quizzes.made_of(path)
            digests, suspects = map(self.content.digests_of, files), partial(suspects_of, self.content)
            parts += [self.address, self.keep_names, self.feedback, self.content.organisation_digest, about]
            parts += [*digests, *map(suspects, files), self._to_read if path in (ASSIGN, ASSIGNED) else ()]
        elif path == POSTERS:
            parts += [self.address, self._posters]
        elif path in (INDEX, START):
            parts.append(self._listed)
        elif path == DEVICE:
            parts.append(self.keep_names)
        return digest_of_names([program(), *map(repr, parts)])

    def _said_of(self, card: Card) -> str:
        """A digest of what goes into the pages of a procedure, its checklist's among them."""
        if card.path not in self._said:
            context = self._context(card, Lookups({}, {}, {}, str))
            told = [getattr(context, name) for name in _TOLD]
            parts = (self.content.organisation_digest, *self.content.digests_of(card.path), told)
            self._said[card.path] = digest_of_names(map(repr, parts))
        return self._said[card.path]

    def _is_of_quizzes(self, path: str) -> bool:
        """Whether a page tells of quizzes, which depend on procedures: their own, and those for assignments."""
        return self.plan.quizzes.renders(path) or path in (ASSIGN, ASSIGNED)

    @cached_property
    def _around(self) -> str:
        """A digest of what pages can look up beside URLs."""
        return digest_of_names(
            map(repr, (self.plan.directory.titles, self.plan.directory.paths, self.plan.picture_sizes))
        )

    @cached_property
    def _listed(self) -> str:
        """A digest of what lists say of the procedures."""
        return digest_of_names(map(repr, self.plan.entries))

    @cached_property
    def _sources(self) -> Mapping[str, str]:
        """A digest of what each procedure says, and its translations, by path."""
        return {path: digest_of_names(map(repr, self.content.digests_of(path))) for path in self.plan.procedures}

    @cached_property
    def _all_sources(self) -> str:
        return digest_of_names(map(repr, self._sources.items()))

    @cached_property
    def _posters(self) -> list[Poster]:
        return posters(self.plan.entries, {path: card.sheets for path, card in self.plan.procedures.items()})

    def _posters_page(self, url_of: UrlOf) -> RenderedPage:
        if self.address is None:
            return posters_page(self._posters, self.plan.words, None, url_of)
        codes = kept_codes([self.address.of(each.path) for each in self._posters if each.sheets], self.keeper)
        return posters_page(self._posters, self.plan.words, self.address, url_of, codes)

    def _assigning(self, path: str, lookups: Lookups) -> RenderedPage:
        """A page about assignments: of procedures and of quizzes."""
        context = self._context_of_quiz(path, lookups, None)
        assignable = [*self._to_read, *self.plan.quizzes.assignable(context, lookups.sources)]
        if path == ASSIGN:
            return assign_page(assignable, self.plan.words, self.address, self.keep_names, lookups.url_of)
        return assigned_page(assignable, self.plan.words, self.keep_names, lookups.url_of)

    @cached_property
    def _to_read(self) -> list[Assignable]:
        """The procedures that can be assigned: those that are worked by, of several versions the one in force."""
        return [
            Assignable(
                kind=ResultKind.READ,
                id=card.entry.id,
                was=card.was,
                title=card.entry.title,
                version=card.entry.version,
                path=card.path,
                lang=card.entry.lang,
                roles=card.entry.roles,
            )
            for card in self.plan.procedures.values()
            if card.entry.status not in UNLISTED and self.plan.directory.paths[card.entry.id] == card.path
        ]

    def paper(self, path: str, day: datetime.date, *, checklist: bool = False) -> Paper:
        """The procedure at a content path, or its checklist, for paper as it stands on a day.

        Raises KeyError for a path that is none of `procedures`.
        """
        card = self.plan.procedures[path]
        lookups = Lookups(self.plan.directory.titles, self.plan.directory.paths, self.plan.picture_sizes, str)
        form = checklist_paper if checklist else procedure_paper
        return form(self._document(card), self._context(card, lookups), day)

    def _document(self, card: Card) -> Document:
        """A procedure in the words of the site."""
        document, _ = self.content.shown(card.path, self.plan.words)
        self.content.documents.let_go(card.path)
        return document

    def _ground(self, document: Document, card: Card) -> Groundwork:
        """What the pages of a document stand on; that of the last is at hand, for its checklist is made next."""
        if self._laid is None or self._laid.document is not document:
            self._laid = groundwork(document, self.content.organisation, catalogue(card.entry.lang))
        return self._laid

    def _context_of_quiz(self, path: str, lookups: Lookups, edit_url: str | None) -> ViewContext:
        """What a page of quizzes is told of the site."""
        return ViewContext(
            words=self.plan.words,
            organisation=self.content.organisation,
            titles=lookups.titles,
            paths=lookups.paths,
            url_of=lookups.url_of,
            path=path,
            edit_url=edit_url,
            picture_sizes=lookups.picture_sizes,
            site=self.address,
            keep_names=self.keep_names,
            feedback=self.feedback,
        )

    def _context(self, card: Card, lookups: Lookups, edit_url: str | None = None) -> ViewContext:
        """What a page of a procedure is told of the site."""
        entry = card.entry
        served = is_served_by(entry.lang, self.plan.words.language)
        return ViewContext(
            words=catalogue(entry.lang),
            organisation=self.content.organisation,
            titles=lookups.titles,
            paths=lookups.paths,
            url_of=lookups.url_of,
            path=card.path,
            edit_url=edit_url,
            picture_sizes=lookups.picture_sizes,
            site=self.address,
            keep_names=self.keep_names,
            review_due=card.review_due,
            successors=self.plan.directory.successors.get(entry.id, ()),
            feedback=self.feedback,
            not_translated=None if served else not_translated(entry.lang, self.plan.words),
            has_checklist=entry.checklist in self.plan.checklists,
            quizzes=self.plan.quizzes.of_sop(entry.id),
            versions=tuple(
                OtherVersion(other.entry.version, other.entry.status, other.entry.effective, other.path)
                for other in self.plan.directory.versions[entry.id]
                if other is not card
            ),
        )
