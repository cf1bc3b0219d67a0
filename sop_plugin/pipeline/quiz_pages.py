"""The pages of quizzes: which there are, what each asks, in which language, and what of it has changed."""

from __future__ import annotations

import dataclasses
import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial

from sop_plugin.model.bank import BankItem, fitting, items_of
from sop_plugin.model.coverage import coverage_of
from sop_plugin.model.document import Document
from sop_plugin.model.fingerprint import step_fingerprint
from sop_plugin.model.meaning import sop_fingerprint
from sop_plugin.model.page import PageRef, RenderedPage
from sop_plugin.model.question import Question
from sop_plugin.model.quiz import Quiz
from sop_plugin.model.resolve import step_by_id, steps_of
from sop_plugin.model.result import ResultKind
from sop_plugin.model.tested import Tested
from sop_plugin.pipeline.folder import QUIZZES, Folder
from sop_plugin.pipeline.quiz_card import QuizCard
from sop_plugin.pipeline.quiz_subjects import Subjects
from sop_plugin.pipeline.shown_quizzes import Shown, with_made
from sop_plugin.views.assigning.assignable import Assignable
from sop_plugin.views.context import QuizLink, ViewContext
from sop_plugin.views.entries import RoleName
from sop_plugin.views.feedback import filled
from sop_plugin.views.originals import not_translated
from sop_plugin.views.quiz.coverage_page import PATH as COVERAGE
from sop_plugin.views.quiz.coverage_page import coverage_page
from sop_plugin.views.quiz.quiz_data import place_of, quiz_version
from sop_plugin.views.quiz.quiz_page import quiz_page
from sop_plugin.views.quiz.quizzes_page import PATH as LIST
from sop_plugin.views.quiz.quizzes_page import QuizEntry, quizzes_page
from sop_plugin.views.quiz.sheet import AskedQuestion, Pool, QuizSheet, asked_at_once
from sop_plugin.words.catalogue import Catalogue, catalogue, is_served_by


class QuizPages:
    """The quizzes of a site. `pages` are theirs and their list's, by path; there is no list where there is no quiz.

    `faulty` are the files of quizzes with errors, by the paths of their pages.
    """

    def __init__(
        self,
        cards: Iterable[QuizCard],
        show: Callable[[str], Shown | None],
        subjects: Subjects,
        folder: Folder,
        words: Catalogue,
        faulty: Iterable[str] = (),
    ) -> None:
        """`cards` are those of the quizzes without errors, `show` reads one as it was written, by the path of its file;
        `subjects` are the SOPs in force. `faulty` are the paths of quizzes with errors: their pages say so, and are
        made by whoever makes those of procedures.
        """
        self._show = show
        self._subjects = subjects
        self._folder = folder
        self._organisation = subjects.organisation
        self._words = words
        self._cards = {page_path(card.path, folder): card for card in cards}
        self._whole: dict[str, Shown | None] = {}
        section = (words.text("nav.quizzes"),)
        self.pages: dict[str, PageRef] = {}
        if self._cards:
            self.pages[LIST] = PageRef(LIST, words.text("quizzes.title"), True, section, True)
            title = words.text("quiz-coverage.title")
            self.pages[COVERAGE] = PageRef(COVERAGE, title, True, section, True, in_navigation=False)
        for path, card in self._cards.items():
            is_outside = path != card.path
            self.pages[path] = PageRef(path, card.title, True, section, is_outside, source=card.source)
        self.faulty = {page_path(path, folder): path for path in faulty}
        for path, source in self.faulty.items():
            self.pages[path] = PageRef(path, posixpath.basename(path), False, section, path != source)

    @property
    def pictures(self) -> dict[str, str]:
        """The pictures that quizzes show and that lie outside the content: their paths on disk, by path in the site."""
        found = {
            page_path(path, self._folder): str(self._folder.root / path)
            for card in self._cards.values()
            for path in card.pictures
            if path in self._folder.files and self._folder.is_of_quizzes(path)
        }
        return dict(sorted(found.items()))

    def renders(self, path: str) -> bool:
        """Whether the page at a path is one of a quiz without errors, or their list."""
        return path in self._cards or (path in (LIST, COVERAGE) and bool(self._cards))

    def made_of(self, path: str) -> tuple[list[str], str]:
        """The files of the quizzes that a page is made of, and a digest of what it takes of all SOPs.

        A page that is none of a single quiz is made of all. What it takes of single SOPs, it looks up when it is made.
        """
        about = self._subjects.outline
        if path == COVERAGE:
            about += self._subjects.parts_digest
        return [card.path for card in self._asking(path)], about

    def render(self, path: str, context: ViewContext, sources: Mapping[str, str]) -> RenderedPage | None:
        """The page at such a path. `context` is that of any page of the site, in the site's language; each procedure
        that the page is made of is looked up in `sources`.

        None where the file of the quiz has been changed meanwhile and holds none any more.
        """
        if path == LIST:
            page = quizzes_page(self.entries(context), self._words, context.url_of)
        elif path == COVERAGE:
            page = self._coverage(context)
        elif whole := self._of_page(path):
            sheet = self._sheet(path, whole, self._context(whole, context))
            prints = self._prints((asked.question for asked in sheet.asked), sources)
            suggestion = _suggestion(whole.quiz, path, context)
            page = quiz_page(dataclasses.replace(sheet, prints=prints, suggestion=suggestion))
        else:
            return None
        self._look_up(path, sources)
        return page

    def entries(self, context: ViewContext) -> list[QuizEntry]:
        """What the list says of each quiz, in the order of their paths."""
        return [self._entry(path, each, context) for path in sorted(self._cards) if (each := self._of_page(path))]

    def assignable(self, context: ViewContext, sources: Mapping[str, str]) -> list[Assignable]:
        """The quizzes that can be assigned, in the order of their paths. The procedures that tell their versions are
        looked up in `sources`.
        """
        self._look_up(LIST, sources)
        return [
            Assignable(
                kind=ResultKind.QUIZ,
                id=each.quiz.head.id,
                was=each.quiz.head.was,
                title=each.quiz.head.title,
                version=quiz_version(self._sheet(path, each, context)),
                path=path,
                lang=each.lang,
                roles=self._roles(each.quiz.head.audience, self._words),
            )
            for path in sorted(self._cards)
            if (each := self._of_page(path))
        ]

    def of_sop(self, sop: str) -> tuple[QuizLink, ...]:
        """The quizzes that cover an SOP, or test something of it."""
        return tuple(self._by_sop.get(sop, ()))

    @cached_property
    def _by_sop(self) -> dict[str, list[QuizLink]]:
        found: dict[str, list[QuizLink]] = {}
        for path, card in sorted(self._cards.items()):
            for sop in card.covered:
                found.setdefault(sop, []).append(QuizLink(path, card.title, card.lang))
        return found

    def for_role(self, role: str | None) -> tuple[str, ...]:
        """The paths of the quizzes that are for a role, or with None of those for everybody, their list included."""
        audiences = {path: card.audience for path, card in sorted(self._cards.items())}
        if role is not None:
            return tuple(path for path, audience in audiences.items() if role in audience)
        return (*(path for path, audience in audiences.items() if not audience), *((LIST,) if audiences else ()))

    def _of_page(self, path: str) -> Shown | None:
        """The quiz of a page, with the questions that are made for it."""
        if path not in self._whole:
            shown = self._show(self._cards[path].path)
            self._whole[path] = shown and with_made(shown, self._subjects)
        return self._whole[path]

    def _asking(self, path: str) -> list[QuizCard]:
        """The quizzes whose questions a page may ask, or tells of."""
        cards = list(self._cards.values())
        return [card for card in cards if card.id in self._cards[path].banks] if path in self._cards else cards

    def _banks(self, path: str) -> list[Shown]:
        """The same, read."""
        pages = (page_path(card.path, self._folder) for card in self._asking(path))
        return [each for page in pages if (each := self._of_page(page))]

    def _look_up(self, path: str, sources: Mapping[str, str]) -> None:
        """Looks up all procedures that questions of a page were made of, or of their siblings."""
        for each in self._banks(path):
            for source in each.rests_on:
                sources.get(source)

    def _context(self, each: Shown, context: ViewContext) -> ViewContext:
        """What the page of a quiz is told of the site."""
        served = is_served_by(each.lang, self._words.language)
        return dataclasses.replace(
            context,
            words=catalogue(each.lang),
            path=each.document.path,
            url_of=partial(_published, url_of=context.url_of, folder=self._folder),
            not_translated=None if served else not_translated(each.lang, self._words),
        )

    def _coverage(self, context: ViewContext) -> RenderedPage:
        """What of the SOPs in force has a question, in the words of their authors."""
        questions = (question for each in self._banks(COVERAGE) for question in each.quiz.questions)
        coverage = coverage_of(self._subjects.parts(), questions)
        roles = {role.id: role.title for role in self._roles(coverage.roles(), self._words)}
        return coverage_page(coverage, context.titles, context.paths, roles, self._words, context.url_of)

    def _entry(self, path: str, each: Shown, context: ViewContext) -> QuizEntry:
        head = each.quiz.head
        asked, pools = self._asked(path, each)
        return QuizEntry(
            path=path,
            id=head.id,
            title=head.title,
            summary=_plain(head.summary or "", each.document),
            count=asked_at_once(asked, pools),
            lang=each.lang,
            roles=self._roles(head.audience, self._words),
            sops=tuple((context.paths[sop], context.titles.get(sop, sop)) for sop in head.sops if sop in context.paths),
            suspect=sum(bool(question.suspects) for question in asked),
        )

    def _roles(self, roles: Iterable[str], words: Catalogue) -> tuple[RoleName, ...]:
        known = {role.id: role for role in self._organisation.roles} if self._organisation else {}
        ranks = {role: rank for rank, role in enumerate(known)}

        def title_of(role: str) -> str:
            names = known[role].names if role in known else ()
            title = next((name.title for name in names if name.lang == words.language), None)
            return title or (known[role].title if role in known else role)

        return tuple(RoleName(role, title_of(role), rank=ranks.get(role, len(ranks))) for role in roles)

    def _sheet(self, path: str, each: Shown, context: ViewContext) -> QuizSheet:
        """What a quiz asks; without the fingerprints of what it tests, for which all those SOPs must be read."""
        asked, pools = self._asked(path, each)
        return QuizSheet(
            quiz=each.quiz,
            document=each.document,
            asked=asked,
            context=context,
            roles=self._roles(each.quiz.head.audience, context.words),
            pools=pools,
        )

    def _asked(self, path: str, each: Shown) -> tuple[tuple[AskedQuestion, ...], tuple[Pool, ...]]:
        """All that a quiz may ask, its own questions first, and what it draws from."""
        home = each.quiz.head.id
        banks = {bank.quiz.head.id: bank for bank in self._banks(path)}
        found = [item for bank in self._banks(path) for item in items_of(bank.quiz)]
        drawn = [fitting(draw, home, found) for draw in each.quiz.head.draw]
        items = list(dict.fromkeys(item for pool in drawn for item in pool)) if drawn else list(items_of(each.quiz))
        items.sort(key=lambda item: item.quiz != home)
        pools = tuple(
            Pool(draw.count, tuple(_key(item, home) for item in pool))
            for draw, pool in zip(each.quiz.head.draw, drawn, strict=True)
        )
        return tuple(_question(item, banks[item.quiz], home, each.lang) for item in items), pools

    def _prints(self, questions: Iterable[Question], sources: Mapping[str, str]) -> dict[str, str]:
        """The fingerprints of the steps, or SOPs, that questions test, by address; those that there are."""
        found: dict[str, str] = {}
        for address in {place_of(str(place.address)) for place in _places(questions)}:
            name, _, step_id = address.partition("/")
            sources.get(self._subjects.path(name))
            sop = self._subjects.original(name)
            step = step_by_id(sop, step_id) if sop and step_id else None
            if sop and step:
                found[address] = step_fingerprint(sop, step)
            elif sop and not step_id:
                found[address] = sop_fingerprint(sop, {step.id: step_fingerprint(sop, step) for step in steps_of(sop)})
        return found


def page_path(path: str, folder: Folder) -> str:
    """The path in the site of a file of the quizzes; they lie beside the content, or in it."""
    return f"{QUIZZES}/{path.removeprefix(folder.quizzes)}" if folder.is_of_quizzes(path) else path


def _suggestion(quiz: Quiz, path: str, context: ViewContext) -> str:
    """The address at which an improvement of a quiz, whose page is at `path`, is suggested; empty for none."""
    url = context.site.of(path) if context.site else ""
    return filled(context.feedback or "", sop=quiz.head.id, title=quiz.head.title, url=url)


def _published(path: str, url_of: Callable[[str], str], folder: Folder) -> str:
    """The URL of a path as files of quizzes name it: they lie outside the content, and it outside of them."""
    file, hash_, anchor = path.partition("#")
    inside = folder.path_of(folder.shown(file)) if file.startswith("../") else file
    return url_of(page_path(inside, folder) + hash_ + anchor)


def _plain(text: str, document: Document) -> str:
    prose = document.prose.get(text)
    return prose.plain if prose else text


def _key(item: BankItem, home: str) -> str:
    """The name of a question on the page of the quiz `home`."""
    return item.question if item.quiz == home else f"{item.quiz}.{item.question}"


def _question(item: BankItem, bank: Shown, home: str, lang: str) -> AskedQuestion:
    """A question of `bank` on the page of the quiz `home`, which is in the language `lang`."""
    question = next(question for question in bank.quiz.questions if question.id == item.question)
    own = bank.foreign.get(question.id, bank.lang)
    return AskedQuestion(
        key=_key(item, home),
        question=question,
        document=bank.made_from.get(question.id, bank.document),
        print=bank.prints[question.id],
        suspects=bank.suspects.get(question.id, ()),
        lang=own if own != lang else "",
    )


def _places(questions: Iterable[Question]) -> Iterator[Tested]:
    return (place for question in questions for place in question.tests)
