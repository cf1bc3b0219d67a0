"""A whole site: every procedure read, checked and ready to be rendered page by page."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sop_plugin.checks.paths import resolved, target_of
from sop_plugin.checks.registry import documentation, modules
from sop_plugin.model.amount import Amount
from sop_plugin.model.diagnostic import Diagnostic, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.library import Facts, Library, translations_by_original
from sop_plugin.model.organisation import Organisation, written_in
from sop_plugin.model.page import PageRef, RenderedPage, SearchEntry, SearchPage
from sop_plugin.model.paper import Paper
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.site_address import SiteAddress
from sop_plugin.model.sop import Sop, Status
from sop_plugin.model.time import Duration
from sop_plugin.model.translating import translated
from sop_plugin.pipeline.conclusion import conclude
from sop_plugin.pipeline.entries import department_title, index_entry
from sop_plugin.pipeline.file_check import check_file, check_translation
from sop_plugin.pipeline.folder import ORGANISATION, Folder, quizzes_beside, scan
from sop_plugin.pipeline.garbage import uncollected
from sop_plugin.pipeline.organisation import check_organisation
from sop_plugin.pipeline.posters import posters
from sop_plugin.pipeline.quiz_pages import QuizPages
from sop_plugin.pipeline.quizzes import check_quizzes
from sop_plugin.pipeline.reviews import reviews_of
from sop_plugin.pipeline.shown_quizzes import shown_quizzes
from sop_plugin.pipeline.today import today
from sop_plugin.reading.picture_size import picture_size
from sop_plugin.reports.messages import describe
from sop_plugin.reports.text import text_line
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
from sop_plugin.views.paths import checklist_path
from sop_plugin.views.pieces import piece
from sop_plugin.views.posters_page import PATH as POSTERS
from sop_plugin.views.posters_page import posters_page
from sop_plugin.views.rule_pages import INDEX_PATH as RULES
from sop_plugin.views.rule_pages import rule_page, rule_path, rules_index
from sop_plugin.views.search.facets import PageKind, search_page
from sop_plugin.views.sop_page import sop_page
from sop_plugin.views.start_page import PATH as START
from sop_plugin.views.start_page import start_page
from sop_plugin.words.amounts import amount_in_words
from sop_plugin.words.catalogue import Catalogue, catalogue, is_served_by
from sop_plugin.words.times import time_in_words

UNLISTED = frozenset({Status.DRAFT, Status.SUPERSEDED, Status.RETIRED})
"""What staff do not work by: their pages are made, but kept out of navigation and search."""

UrlOf = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A procedure that can be published: its document and its model.

    `source` is the content path of the file with its words: the translation's, where it is shown in that.
    """

    document: Document
    sop: Sop
    source: str


@dataclass(slots=True)
class Site:
    """Every page derived from a content folder.

    `pages` are all pages by path; `hidden` are content files that are no pages (translations, the organisation file).
    `diagnostics` name files as `content/path`. `address` is where the site is published, None where nobody said.
    `keep_names` is for how many days a device keeps names.
    `feedback` is the template of the address for suggestions, None where the site wants none.
    `faulty` are the procedures with errors: their ids by content path, empty where none could be read. `quizzes` are
    the pages of quizzes.
    """

    words: Catalogue
    organisation: Organisation | None
    pages: dict[str, PageRef]
    hidden: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]
    address: SiteAddress | None
    keep_names: int
    feedback: str | None
    faulty: Mapping[str, str]
    quizzes: QuizPages
    _folder: Folder
    _entries: dict[str, Entry] = field(default_factory=dict)
    _checklists: dict[str, Entry] = field(default_factory=dict)
    _titles: dict[str, str] = field(default_factory=dict)
    _paths: dict[str, str] = field(default_factory=dict)
    _versions: dict[str, list[Entry]] = field(default_factory=dict)
    _picture_sizes: dict[str, tuple[int, int]] = field(default_factory=dict)
    _successors: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def render(self, path: str, url_of: UrlOf, edit_url: str | None = None) -> RenderedPage:
        """Renders the page at `path`. `url_of` gives the URL of a content path, an anchor if any included.

        An SOP with an error becomes a page that says so: it is never published in part. Raises KeyError for a path
        that is none of `pages`.
        """
        if path in self._entries:
            entry = self._entries[path]
            return sop_page(entry.document, self._context(entry, url_of, edit_url))
        if path in self._checklists:
            entry = self._checklists[path]
            return checklist_page(entry.document, self._context(entry, url_of))
        if path == INDEX:
            return index_page(self._index_entries(), self.words, url_of)
        if path == START:
            return start_page(self._index_entries(), self.words, url_of)
        if path == POSTERS:
            sops = {path: entry.sop for path, entry in self._entries.items()}
            cards = posters(self._index_entries(), sops, self.organisation, self.words)
            return posters_page(cards, self.words, self.address, url_of)
        if path == DEVICE:
            return device_page(self.words, self.keep_names)
        if path == FIELDS:
            return field_reference(self.words)
        if path == RULES:
            return rules_index([documentation(name) for name in modules()], self.words, url_of)
        if path in self._rule_pages():
            return rule_page(documentation(self._rule_pages()[path]), self.words)
        if self.quizzes.renders(path):
            return self.quizzes.render(path, self._around(path, url_of))
        ref = self.pages[path]
        own = self.found_in(self.quizzes.faulty.get(path, path))
        return faulty_page(path, ref.title, own, self.words, lambda found: describe(found, self.words), url_of)

    def paper(self, path: str, day: datetime.date, *, checklist: bool = False) -> Paper:
        """The procedure at a content path, or its checklist, for paper as it stands on a day.

        Raises KeyError for a path that is none of `procedures`.
        """
        entry = self._entries[path]
        form = checklist_paper if checklist else procedure_paper
        return form(entry.document, self._context(entry, str), day)

    @property
    def procedures(self) -> Mapping[str, Sop]:
        """The procedures without errors, by content path."""
        return {path: entry.sop for path, entry in sorted(self._entries.items())}

    def pages_by_role(self) -> dict[RoleName | None, tuple[str, ...]]:
        """The paths of the pages that each role works by, checklists and quizzes included; under None those of all."""
        in_force = [entry for entry in self._index_entries() if entry.status not in SET_ASIDE]
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
        return self._folder.read(path) if path in self._folder.files else None

    def found_in(self, path: str) -> list[Diagnostic]:
        """What was found in a content file."""
        shown_as = self._folder.shown(path)
        return [diagnostic for diagnostic in self.diagnostics if diagnostic.path == shown_as]

    def piece(self, mark: str, url_of: UrlOf) -> str:
        """The HTML of a mark in an ordinary page, such as `changes 5`. Raises MarkError for one that means nothing."""
        return piece(mark, self._index_entries(), self.words, url_of)

    def search_page(self, path: str, url: str, lang: str, entries: tuple[SearchEntry, ...]) -> SearchPage:
        """The page at a content path, one of ours or not, for the index of the search."""
        kind, entry = PageKind.PAGE, self._entries.get(path) or self._checklists.get(path)
        if entry:
            kind = PageKind.PROCEDURE if path in self._entries else PageKind.CHECKLIST
        elif path in (FIELDS, RULES) or path in self._rule_pages():
            kind = PageKind.REFERENCE
        listed = self._index_entry(entry) if entry else None
        return search_page(kind, url, lang, entries, listed, self.words)

    @property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """What each thing in the house's glossary is called, in any language; nothing of what has one name."""
        glossary = self.organisation.glossary if self.organisation else ()
        called = (dict.fromkeys((term.title, *term.also, *(name.title for name in term.names))) for term in glossary)
        return tuple(tuple(names) for names in called if len(names) > 1)

    def describe(self, diagnostic: Diagnostic) -> str:
        """One line that says where and what."""
        return text_line(diagnostic, self.words)

    @staticmethod
    def _rule_pages() -> Mapping[str, str]:
        return {rule_path(name): name for name in modules()}

    def _around(self, path: str, url_of: UrlOf) -> ViewContext:
        """What a page that is no procedure's is told of the site."""
        return ViewContext(
            words=self.words,
            organisation=self.organisation,
            titles=self._titles,
            paths=self._paths,
            url_of=url_of,
            path=path,
            picture_sizes=self._picture_sizes,
            site=self.address,
            keep_names=self.keep_names,
        )

    def _context(self, entry: Entry, url_of: UrlOf, edit_url: str | None = None) -> ViewContext:
        """What a page of a procedure is told of the site."""
        sop = entry.sop
        lang = written_in(sop, self.organisation, self.words.language)
        served = is_served_by(lang, self.words.language)
        return ViewContext(
            words=catalogue(lang),
            organisation=self.organisation,
            titles=self._titles,
            paths=self._paths,
            url_of=url_of,
            path=entry.document.path,
            edit_url=edit_url,
            picture_sizes=self._picture_sizes,
            site=self.address,
            keep_names=self.keep_names,
            review_due=next((review.due for review in reviews_of(entry.document, sop) if not review.step), None),
            successors=self._successors.get(sop.id, ()),
            feedback=self.feedback,
            not_translated=None if served else not_translated(lang, self.words),
            has_checklist=checklist_path(entry.document.path) in self.pages,
            quizzes=self.quizzes.of_sop(sop.id),
            versions=tuple(
                OtherVersion(other.sop.version or "", other.sop.status, other.sop.effective, other.document.path)
                for other in self._versions[sop.id]
                if other is not entry
            ),
        )

    def _index_entries(self) -> list[IndexEntry]:
        return [
            self._index_entry(entry) for entry in sorted(self._entries.values(), key=lambda entry: entry.document.path)
        ]

    def _index_entry(self, entry: Entry) -> IndexEntry:
        return index_entry(entry.document, entry.sop, self.organisation, self.words, self.pages)


def load_site(
    content: Path,
    *,
    language: str | None = None,
    address: SiteAddress | None = None,
    keep_names: int = KEEP_NAMES,
    feedback: str | None = None,
    day: datetime.date | None = None,
    quizzes: Path | None = None,
) -> Site:
    """Reads and checks a content folder for publishing.

    `language` is that of the site: of its own words, and of the procedures that are translated into it; by default the
    organisation's. The others are shown as they are, and say so. `address` is where it is published, if
    that is known. `keep_names` is for how many days a device keeps the names typed on it; `feedback` is the template of
    the address for suggestions. `day` is the one on which dates are looked at, by default the day it is. `quizzes` is
    the folder of the quizzes, by default that beside the content.
    """
    gc.unfreeze()  # the last site, where a server builds again and again
    with uncollected():
        folder = scan(content, quizzes or quizzes_beside(content))
        site = _load(folder, language, address, keep_names, feedback, day or today())
        gc.freeze()
    return site


def _load(
    folder: Folder,
    language: str | None,
    address: SiteAddress | None,
    keep_names: int,
    feedback: str | None,
    day: datetime.date,
) -> Site:
    organisation, surroundings, diagnostics = check_organisation(folder)
    words = catalogue(language or (organisation.language if organisation else "en"))
    entries: dict[str, Entry] = {}
    hidden = {ORGANISATION}
    facts: list[Facts] = []
    documents: dict[str, Document] = {}
    for path in folder.markdown():
        document, result = check_file(path, folder.read(path), surroundings, folder.shown(path))
        diagnostics += result.diagnostics
        if result.facts:
            facts.append(result.facts)
        if document.sop is not None:
            entries[path] = Entry(document, document.sop, path)
        documents[path] = document
    hidden |= {path for path, document in documents.items() if _is_translation(document, documents)}
    library = Library(facts, day)
    by_original = translations_by_original(library)
    for original, translations in by_original.items():
        for path in translations:
            data, shown_as = folder.read(path), folder.shown(path)
            diagnostics += check_translation(documents[original], documents[path], data, surroundings, shown_as)
    unremembered = dict.fromkeys(documents, "")
    diagnostics += check_quizzes(folder, library, unremembered, None, documents.__getitem__)
    counting, _ = conclude(diagnostics, library, surroundings, folder)
    broken = {folder.path_of(found.path) for found in counting if found.severity is Severity.ERROR}
    titles = {path: entry.sop.title for path, entry in entries.items()}
    faulty = [d for d in documents.values() if d.path in broken and d.path not in hidden]
    quizzes_at_fault = [d for d in faulty if d.quiz is not None or folder.is_of_quizzes(d.path)]
    faulty = [d for d in faulty if d not in quizzes_at_fault]
    sound = {
        path: _in_words(
            entry, (documents[each] for each in by_original.get(path, ()) if each not in broken), organisation, words
        )
        for path, entry in entries.items()
        if path not in broken
    }
    pages = {path: _page(entry, path, organisation, words) for path, entry in sound.items()}
    checklists = {
        checklist_path(path): entry for path, entry in sound.items() if checklist_path(path) not in folder.files
    }
    pages |= {
        path: _checklist_page(entry, path, pages[entry.document.path], organisation, words)
        for path, entry in checklists.items()
    }
    section = (words.text("nav.procedures"),)
    pages |= {d.path: PageRef(d.path, titles.get(d.path, d.path), False, section, False) for d in faulty}
    pages |= _generated(words)
    in_force = sorted(sound.values(), key=lambda entry: entry.sop.status in UNLISTED)
    worked_by = [entry.document for entry in in_force if entry.sop.status not in UNLISTED]
    shown = shown_quizzes(documents, by_original, broken, counting, folder, organisation, words, worked_by)
    quizzes = QuizPages(
        shown,
        _originals(each for each in in_force if each.sop.status not in UNLISTED),
        folder,
        organisation,
        words,
        quizzes_at_fault,
    )
    pages |= {path: ref for path, ref in quizzes.pages.items() if path not in pages}
    return Site(
        words=words,
        organisation=organisation,
        pages=dict(sorted(pages.items())),
        hidden=frozenset(hidden),
        diagnostics=counting,
        address=address,
        keep_names=keep_names,
        feedback=feedback,
        faulty={d.path: d.sop.id if d.sop else "" for d in faulty},
        quizzes=quizzes,
        _folder=folder,
        _entries=sound,
        _checklists=checklists,
        _titles=_titles(entry.sop for entry in reversed(in_force)),
        _paths={name: entry.document.path for entry in reversed(in_force) for name in (entry.sop.id, *entry.sop.was)},
        _versions=_by_id(sound.values()),
        _picture_sizes=_picture_sizes(sound.values(), folder),
        _successors=_successors(in_force),
    )


def _in_words(
    entry: Entry, translations: Iterable[Document], organisation: Organisation | None, words: Catalogue
) -> Entry:
    """A procedure in the language of the site, where it is translated into it; as it is where it is not."""
    lang = written_in(entry.sop, organisation, words.language)
    if is_served_by(lang, words.language):
        return entry
    for translation in translations:
        if translation.translation and is_served_by(translation.translation.lang, words.language):
            laid = translated(entry.document, translation, lang, partial(_told, words=words))
            if laid.sop is not None:
                return Entry(laid, laid.sop, translation.path)
    return entry


def _told(value: Duration | Amount, words: Catalogue) -> str:
    return time_in_words(value, words) if isinstance(value, Duration) else amount_in_words(value, words)


def _picture_sizes(entries: Iterable[Entry], folder: Folder) -> dict[str, tuple[int, int]]:
    """The sizes of the pictures that procedures show, by content path, as far as their files tell."""
    shown = {
        path
        for entry in entries
        for picture in entry.document.pictures
        if (target := target_of(picture.file)[0]) and (path := resolved(entry.document.path, target)) in folder.files
    }
    sizes = {path: picture_size(folder.root / path) for path in sorted(filter(None, shown))}
    return {path: size for path, size in sizes.items() if size}


def _titles(sops: Iterable[Sop]) -> dict[str, str]:
    """The titles of procedures by id, and of their steps by `sop-id/step-id`; of several versions the last counts.

    Old ids, under `was`, resolve like new ones.
    """
    titles: dict[str, str] = {}
    for sop in sops:
        for name in (sop.id, *sop.was):
            titles[name] = sop.title
            titles |= {f"{name}/{step.id}": step.title for step in steps_of(sop) if step.title}
    return titles


def _originals(entries: Iterable[Entry]) -> dict[str, Sop]:
    """Procedures as their authors wrote them, by the ids that they have and had; of several versions the first."""
    found: dict[str, Sop] = {}
    for entry in entries:
        rendition = entry.document.rendition
        for name in (entry.sop.id, *entry.sop.was):
            found.setdefault(name, rendition.original if rendition else entry.sop)
    return found


def _by_id(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    versions: dict[str, list[Entry]] = {}
    for entry in entries:
        versions.setdefault(entry.sop.id, []).append(entry)
    return versions


def _successors(entries: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    """The ids of the procedures that supersede each, by its id; those that staff work by."""
    found: dict[str, dict[str, None]] = {}
    for entry in entries:
        if entry.sop.status not in UNLISTED:
            for old in entry.sop.supersedes:
                found.setdefault(old, {})[entry.sop.id] = None
    return {old: tuple(ids) for old, ids in found.items()}


def _is_translation(document: Document, documents: Mapping[str, Document]) -> bool:
    """Whether a file is a translation of a procedure, if only by its name, where it could not be read: `order.en.md`
    beside `order.md`. An ordinary page has pages beside it for other languages.
    """
    if document.translation is not None or document.sop is not None:
        return document.sop is None
    stem, _, language = document.path.removesuffix(".md").rpartition(".")
    original = documents.get(f"{stem}.md") if stem and language != "next" else None
    return original is not None and (original.recognised or bool(original.faults))


def _page(entry: Entry, path: str, organisation: Organisation | None, words: Catalogue) -> PageRef:
    sop = entry.sop
    department = department_title(sop, organisation, words)
    section = (words.text("nav.procedures"), *((department,) if department else ()))
    return PageRef(path, sop.title, sop.status not in UNLISTED, section, False, source=entry.source)


def _checklist_page(
    entry: Entry, path: str, of: PageRef, organisation: Organisation | None, site_words: Catalogue
) -> PageRef:
    """Found by those who search, and linked from its procedure."""
    words = catalogue(written_in(entry.sop, organisation, site_words.language))
    title = words.text("checklist.title", title=entry.sop.title)
    return PageRef(path, title, of.listed, of.section, True, in_navigation=False)


def _generated(words: Catalogue) -> dict[str, PageRef]:
    reference = (words.text("nav.reference"),)
    pages = [
        PageRef(START, words.text("start.title"), True, (), True),
        PageRef(DEVICE, words.text("device.title"), True, (), True),
        PageRef(INDEX, words.text("index.title"), True, (words.text("nav.procedures"),), True),
        PageRef(POSTERS, words.text("posters.title"), True, (words.text("nav.procedures"),), True),
        PageRef(FIELDS, words.text("reference.title"), True, reference, True),
    ]
    rules = (*reference, words.text("rules.title"))
    pages.append(PageRef(RULES, words.text("rules.title"), True, rules, True))
    pages += [PageRef(rule_path(name), words.text(f"rule.{name}.title"), True, rules, True) for name in modules()]
    return {page.path: page for page in pages}
