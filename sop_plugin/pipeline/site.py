"""A whole site: every procedure read, checked and ready to be rendered page by page."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property, partial
from pathlib import Path

from sop_plugin.checks.registry import documentation, rule_names
from sop_plugin.model.diagnostic import Diagnostic
from sop_plugin.model.document import Document
from sop_plugin.model.organisation import Organisation
from sop_plugin.model.page import PageRef, RenderedPage, SearchEntry, SearchPage
from sop_plugin.model.paper import Paper
from sop_plugin.model.result import ResultKind
from sop_plugin.model.site_address import SiteAddress
from sop_plugin.pipeline.card import Card
from sop_plugin.pipeline.cards import cards_of, quiz_cards_of
from sop_plugin.pipeline.content import Content, read_content
from sop_plugin.pipeline.digests import digest_of_names
from sop_plugin.pipeline.directory import Directory, directory_of
from sop_plugin.pipeline.folder import ORGANISATION, Folder
from sop_plugin.pipeline.garbage import uncollected
from sop_plugin.pipeline.keeping import Keeper, Rendering
from sop_plugin.pipeline.lookups import Lookups, UrlOf
from sop_plugin.pipeline.memory import Memory
from sop_plugin.pipeline.page_refs import UNLISTED, checklist_page_of, faulty_page_of, generated, page_of
from sop_plugin.pipeline.posters import posters
from sop_plugin.pipeline.program import program
from sop_plugin.pipeline.quiz_pages import QuizPages
from sop_plugin.pipeline.quiz_subjects import Subjects
from sop_plugin.pipeline.shown_quizzes import shown_quiz, suspects_of
from sop_plugin.pipeline.today import today
from sop_plugin.reading.picture_size import picture_size
from sop_plugin.reports.messages import describe
from sop_plugin.reports.text import text_line
from sop_plugin.views.assigning.assign_page import PATH as ASSIGN
from sop_plugin.views.assigning.assign_page import assign_page
from sop_plugin.views.assigning.assignable import Assignable
from sop_plugin.views.assigning.assigned_page import PATH as ASSIGNED
from sop_plugin.views.assigning.assigned_page import assigned_page
from sop_plugin.views.checklist_page import checklist_page
from sop_plugin.views.context import KEEP_NAMES, OtherVersion, ViewContext
from sop_plugin.views.device_page import PATH as DEVICE
from sop_plugin.views.device_page import device_page
from sop_plugin.views.digest import by_role
from sop_plugin.views.entries import SET_ASIDE, IndexEntry, RoleName
from sop_plugin.views.faulty_page import faulty_page
from sop_plugin.views.field_reference import PATH as FIELDS
from sop_plugin.views.field_reference import field_reference
from sop_plugin.views.index_page import PATH as INDEX
from sop_plugin.views.index_page import index_page
from sop_plugin.views.originals import not_translated
from sop_plugin.views.paper import checklist_paper, procedure_paper
from sop_plugin.views.pieces import piece
from sop_plugin.views.posters_page import PATH as POSTERS
from sop_plugin.views.posters_page import Poster, posters_page
from sop_plugin.views.rule_pages import INDEX_PATH as RULES
from sop_plugin.views.rule_pages import rule_page, rule_path, rules_index
from sop_plugin.views.search.everyday import everyday_names
from sop_plugin.views.search.facets import PageKind, search_page
from sop_plugin.views.sop_page import sop_page
from sop_plugin.views.start_page import PATH as START
from sop_plugin.views.start_page import start_page
from sop_plugin.words.catalogue import Catalogue, catalogue, is_served_by

_LOOKED_UP = frozenset({"words", "organisation", "titles", "paths", "url_of", "picture_sizes"})
"""What a page's context has beside what is told of this page alone: known by digests, or asked for and recorded."""


@dataclass
class Site:
    """Every page derived from a content folder.

    `pages` are all pages by path; `hidden` are content files that are no pages (translations, the organisation file).
    `diagnostics` name files as `content/path`. `address` is where the site is published, None where nobody said.
    `keep_names` is for how many days a device keeps names.
    `feedback` is the template of the address for suggestions, None where the site wants none.
    `procedures` are those without errors, by path, `faulty` those with errors: their ids by path, empty where none
    could be read. `checklists` are the paths of procedures by those of their checklists' pages, `quizzes` the pages of
    quizzes.
    """

    words: Catalogue
    address: SiteAddress | None
    keep_names: int
    feedback: str | None
    pages: dict[str, PageRef]
    hidden: frozenset[str]
    procedures: Mapping[str, Card]
    faulty: Mapping[str, str]
    checklists: Mapping[str, str]
    quizzes: QuizPages
    _content: Content
    _keeper: Keeper
    _directory: Directory
    _picture_sizes: Mapping[str, tuple[int, int]]

    @property
    def organisation(self) -> Organisation | None:
        """The organisation, as far as its file can be read."""
        return self._content.organisation

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was found in all files, at the severities that count."""
        return self._content.diagnostics

    def render(self, path: str, url_of: UrlOf, edit_url: str | None = None) -> RenderedPage:
        """Renders the page at `path`. `url_of` gives the URL of a content path, an anchor if any included.

        An SOP with an error becomes a page that says so: it is never published in part. Raises KeyError for a path
        that is none of `pages`.
        """
        return self.rendering(path, url_of, edit_url).whole()

    def rendering(self, path: str, url_of: UrlOf, edit_url: str | None = None, urls: str = "") -> Rendering:
        """The page at `path`, kept from an earlier build where nothing that it depends on has changed.

        `urls` is a digest of all that `url_of` answers by: where it is the same, nobody need ask again.
        """
        lookups = Lookups(self._directory.titles, self._directory.paths, self._picture_sizes, url_of)
        around = self._around + urls
        if self._is_of_quizzes(path):
            lookups = replace(lookups, sources=self._sources)
            around += self._all_sources

        def make(lookups: Lookups) -> RenderedPage:
            return self._made(path, lookups, edit_url)

        key = self._key(path, edit_url)
        if key is None:
            page = make(lookups)
            return Rendering(page, "", lambda: page)
        return self._keeper.page(path, key, lookups, around, make, self._content.is_as_checked)

    def _made(self, path: str, lookups: Lookups, edit_url: str | None) -> RenderedPage:
        if path in self.procedures or path in self.checklists:
            card = self.procedures[self.checklists.get(path, path)]
            document = self._document(card)
            if document.sop is None:  # its file has been changed meanwhile
                return self._faulty_page(path, lookups)
            if path in self.checklists:
                return checklist_page(document, self._context(card, lookups))
            return sop_page(document, self._context(card, lookups, edit_url))
        if self.quizzes.renders(path):
            page = self.quizzes.render(path, self._context_of_quiz(path, lookups, edit_url), lookups.sources)
            return page or self._faulty_page(path, lookups)
        return self._of_every_site(path, lookups) or self._faulty_page(path, lookups)

    def _of_every_site(self, path: str, lookups: Lookups) -> RenderedPage | None:
        """The page at a path that every site has; None for another."""
        if path == INDEX:
            return index_page(self._entries, self.words, lookups.url_of)
        if path == START:
            return start_page(self._entries, self.words, lookups.url_of)
        if path == POSTERS:
            return posters_page(self._posters, self.words, self.address, lookups.url_of)
        if path in (ASSIGN, ASSIGNED):
            return self._assigning(path, lookups)
        if path == DEVICE:
            return device_page(self.words, self.keep_names)
        if path == FIELDS:
            return field_reference(self.words)
        if path == RULES:
            return rules_index([documentation(name) for name in rule_names()], self.words, lookups.url_of)
        if path in self._rule_pages:
            return rule_page(documentation(self._rule_pages[path]), self.words)
        return None

    def _faulty_page(self, path: str, lookups: Lookups) -> RenderedPage:
        title, found = self.pages[path].title, self.found_in(self.quizzes.faulty.get(path, path))
        return faulty_page(path, title, found, self.words, lambda each: describe(each, self.words), lookups.url_of)

    def _key(self, path: str, edit_url: str | None) -> str | None:
        """A digest of what goes into a page beside what it looks up; None for a page that is made each time."""
        if path in self.faulty or path in self.quizzes.faulty:
            return None
        parts: list[object] = [self.words.language, edit_url]
        if path in self.procedures or path in self.checklists:
            card = self.procedures[self.checklists.get(path, path)]
            context = self._context(card, Lookups({}, {}, {}, str))
            told = [getattr(context, each.name) for each in fields(context) if each.name not in _LOOKED_UP]
            parts += [self._content.organisation_digest, *self._content.digests_of(card.path), told]
        elif self._is_of_quizzes(path):
            files, about = self.quizzes.made_of(path)
            digests, suspects = map(self._content.digests_of, files), partial(suspects_of, self._content)
            parts += [self.address, self.keep_names, self.feedback, self._content.organisation_digest, about]
            parts += [*digests, *map(suspects, files), self._to_read if path in (ASSIGN, ASSIGNED) else ()]
        elif path == POSTERS:
            parts += [self.address, self._posters]
        elif path in (INDEX, START):
            parts.append(self._listed)
        elif path == DEVICE:
            parts.append(self.keep_names)
        return digest_of_names([program(), *map(repr, parts)])

    def _is_of_quizzes(self, path: str) -> bool:
        """Whether a page tells of quizzes, which depend on procedures: their own, and those for assignments."""
        return self.quizzes.renders(path) or path in (ASSIGN, ASSIGNED)

    @cached_property
    def _around(self) -> str:
        """A digest of what pages can look up beside URLs."""
        return digest_of_names(map(repr, (self._directory.titles, self._directory.paths, self._picture_sizes)))

    @cached_property
    def _listed(self) -> str:
        """A digest of what lists say of the procedures."""
        return digest_of_names(map(repr, self._entries))

    @cached_property
    def _sources(self) -> Mapping[str, str]:
        """A digest of what each procedure says, and its translations, by path."""
        return {path: digest_of_names(map(repr, self._content.digests_of(path))) for path in self.procedures}

    @cached_property
    def _all_sources(self) -> str:
        return digest_of_names(map(repr, self._sources.items()))

    @cached_property
    def _posters(self) -> list[Poster]:
        return posters(self._entries, {path: card.sheets for path, card in self.procedures.items()})

    def _assigning(self, path: str, lookups: Lookups) -> RenderedPage:
        """A page about assignments: of procedures and of quizzes."""
        context = self._context_of_quiz(path, lookups, None)
        assignable = [*self._to_read, *self.quizzes.assignable(context, lookups.sources)]
        if path == ASSIGN:
            return assign_page(assignable, self.words, self.address, self.keep_names, lookups.url_of)
        return assigned_page(assignable, self.words, self.keep_names, lookups.url_of)

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
            for card in self.procedures.values()
            if card.entry.status not in UNLISTED and self._directory.paths[card.entry.id] == card.path
        ]

    def paper(self, path: str, day: datetime.date, *, checklist: bool = False) -> Paper:
        """The procedure at a content path, or its checklist, for paper as it stands on a day.

        Raises KeyError for a path that is none of `procedures`.
        """
        card = self.procedures[path]
        lookups = Lookups(self._directory.titles, self._directory.paths, self._picture_sizes, str)
        form = checklist_paper if checklist else procedure_paper
        return form(self._document(card), self._context(card, lookups), day)

    def pages_by_role(self) -> dict[RoleName | None, tuple[str, ...]]:
        """The paths of the pages that each role works by, checklists and quizzes included; under None those of all."""
        in_force = [entry for entry in self._entries if entry.status not in SET_ASIDE]
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
        shown_as = self._content.folder.shown(path)
        return [diagnostic for diagnostic in self.diagnostics if diagnostic.path == shown_as]

    def piece(self, mark: str, url_of: UrlOf) -> str:
        """The HTML of a mark in an ordinary page, such as `changes 5`. Raises MarkError for one that means nothing."""
        return piece(mark, self._entries, self.words, url_of)

    def search_page(self, path: str, url: str, lang: str, entries: tuple[SearchEntry, ...]) -> SearchPage:
        """The page at a content path, one of ours or not, for the index of the search."""
        kind = PageKind.PAGE
        if path in self.procedures:
            kind = PageKind.PROCEDURE
        elif path in self.checklists:
            kind = PageKind.CHECKLIST
        elif path in (FIELDS, RULES) or path in self._rule_pages:
            kind = PageKind.REFERENCE
        card = self.procedures.get(self.checklists.get(path, path))
        return search_page(kind, url, lang, entries, self._entry(card) if card else None, self.words)

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

    @cached_property
    def _rule_pages(self) -> Mapping[str, str]:
        return {rule_path(name): name for name in rule_names()}

    @cached_property
    def _entries(self) -> list[IndexEntry]:
        """The procedures for lists, in the order of their paths."""
        return [self._entry(card) for card in self.procedures.values()]

    def _entry(self, card: Card) -> IndexEntry:
        return card.entry if card.entry.checklist in self.checklists else replace(card.entry, checklist="")

    def _document(self, card: Card) -> Document:
        """A procedure in the words of the site."""
        document, _ = self._content.shown(card.path, self.words)
        self._content.documents.let_go(card.path)
        return document

    def _context_of_quiz(self, path: str, lookups: Lookups, edit_url: str | None) -> ViewContext:
        """What a page of quizzes is told of the site."""
        return ViewContext(
            words=self.words,
            organisation=self.organisation,
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
        served = is_served_by(entry.lang, self.words.language)
        return ViewContext(
            words=catalogue(entry.lang),
            organisation=self.organisation,
            titles=lookups.titles,
            paths=lookups.paths,
            url_of=lookups.url_of,
            path=card.path,
            edit_url=edit_url,
            picture_sizes=lookups.picture_sizes,
            site=self.address,
            keep_names=self.keep_names,
            review_due=card.review_due,
            successors=self._directory.successors.get(entry.id, ()),
            feedback=self.feedback,
            not_translated=None if served else not_translated(entry.lang, self.words),
            has_checklist=entry.checklist in self.checklists,
            quizzes=self.quizzes.of_sop(entry.id),
            versions=tuple(
                OtherVersion(other.entry.version, other.entry.status, other.entry.effective, other.path)
                for other in self._directory.versions[entry.id]
                if other is not card
            ),
        )


def load_site(
    content: Path,
    *,
    language: str | None = None,
    address: SiteAddress | None = None,
    keep_names: int = KEEP_NAMES,
    feedback: str | None = None,
    day: datetime.date | None = None,
    memory: Memory | None = None,
    quizzes: Path | None = None,
) -> Site:
    """Reads and checks a content folder for publishing.

    `language` is that of the site: of its own words, and of the procedures that are translated into it; by default the
    organisation's. The others are shown as they are, and say so. `address` is where it is published, if
    that is known. `keep_names` is for how many days a device keeps the names typed on it; `feedback` is the template of
    the address for suggestions. `day` is the one on which dates are looked at, by default the day it is. With a
    `memory`, what did not change since an earlier build is neither read nor made again. `quizzes` is the folder of the
    quizzes, by default that beside the content.
    """
    gc.unfreeze()  # the last site, where a server builds again and again
    with uncollected():
        read = read_content(content, day or today(), memory.folder if memory else None, quizzes)
        keeper = memory.keeper if memory else Keeper(None)
        organisation = read.organisation
        words = catalogue(language or (organisation.language if organisation else "en"))
        cards, parts = cards_of(read, keeper, words)
        hidden = frozenset({ORGANISATION, *filter(read.is_translation, read.files)})
        titles = {facts.path: facts.title for facts in read.procedures()}
        broken = sorted(path for path in read.files if path in read.broken and path not in hidden)
        faulty = [path for path in broken if not read.is_quiz(path)]
        in_force = [card for card in cards.values() if card.entry.status not in UNLISTED]
        quiz_pages = QuizPages(
            quiz_cards_of(read, keeper, words),
            partial(shown_quiz, read, words=words),
            Subjects(read, in_force, parts, words),
            read.folder,
            words,
            [path for path in broken if read.is_quiz(path)],
        )
        checklists = {card.entry.checklist: path for path, card in cards.items()}
        checklists = {checklist: path for checklist, path in checklists.items() if checklist not in read.folder.files}
        pages = {path: page_of(card, words) for path, card in cards.items()}
        pages |= {checklist: checklist_page_of(cards[path], words) for checklist, path in checklists.items()}
        pages |= {path: faulty_page_of(path, titles.get(path, path), words) for path in faulty}
        pages |= generated(words, has_quizzes=bool(quiz_pages.pages))
        pages |= {path: ref for path, ref in quiz_pages.pages.items() if path not in pages}
        site = Site(
            words=words,
            address=address,
            keep_names=keep_names,
            feedback=feedback,
            pages=dict(sorted(pages.items())),
            hidden=hidden,
            procedures=cards,
            faulty={path: facts.id if (facts := read.files[path].result.facts) else "" for path in faulty},
            _content=read,
            _keeper=keeper,
            _directory=directory_of(cards.values()),
            _picture_sizes=_picture_sizes(cards.values(), read.folder),
            checklists=checklists,
            quizzes=quiz_pages,
        )
        gc.freeze()
    return site


def _picture_sizes(cards: Iterable[Card], folder: Folder) -> dict[str, tuple[int, int]]:
    """The sizes of the pictures that procedures show, by content path, as far as their files tell."""
    shown = {path for card in cards for path in card.pictures if path in folder.files}
    sizes = {path: picture_size(folder.root / path) for path in sorted(shown)}
    return {path: size for path, size in sizes.items() if size}
