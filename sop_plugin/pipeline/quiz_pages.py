"""The pages of quizzes: which there are, what each asks, in which language, and what of it has changed."""

from __future__ import annotations

import dataclasses
import posixpath
from collections.abc import Callable, Iterable, Iterator
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
from sop_plugin.pipeline.quiz_subjects import Subjects
from sop_plugin.pipeline.shown_quizzes import Shown, with_made
from sop_plugin.views.assigning.assignable import Assignable
from sop_plugin.views.context import QuizLink, ViewContext
from sop_plugin.views.entries import RoleName
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
        shown: Iterable[Shown],
        subjects: Subjects,
        folder: Folder,
        words: Catalogue,
        faulty: Iterable[str] = (),
    ) -> None:
        """`shown` are the quizzes as they were written, `subjects` the SOPs in force. `faulty` are the paths of quizzes
        with errors: their pages say so, and are made by whoever makes those of procedures.
        """
        self._subjects = subjects
        self._folder = folder
        self._organisation = subjects.organisation
        self._words = words
        self._shown = {page_path(each.document.path, folder): each for each in shown}
        section = (words.text("nav.quizzes"),)
        self.pages: dict[str, PageRef] = {}
        if self._shown:
            self.pages[LIST] = PageRef(LIST, words.text("quizzes.title"), True, section, True)
            title = words.text("quiz-coverage.title")
            self.pages[COVERAGE] = PageRef(COVERAGE, title, True, section, True, in_navigation=False)
        for path, each in self._shown.items():
            source = each.document.path if path == each.document.path else ""
            self.pages[path] = PageRef(path, each.quiz.head.title, True, section, not source, source=source)
        self.faulty = {page_path(path, folder): path for path in faulty}
        for path, source in self.faulty.items():
            self.pages[path] = PageRef(path, posixpath.basename(path), False, section, path != source)

    @cached_property
    def _whole(self) -> dict[str, Shown]:
        """The quizzes with the questions that are made for them, by the paths of their pages."""
        return {path: with_made(each, self._subjects) for path, each in self._shown.items()}

    @cached_property
    def _items(self) -> list[BankItem]:
        return [item for each in self._whole.values() for item in items_of(each.quiz)]

    @cached_property
    def _by_id(self) -> dict[str, Shown]:
        return {each.quiz.head.id: each for each in self._whole.values()}

    @property
    def pictures(self) -> dict[str, str]:
        """The pictures that quizzes show and that lie outside the content: their paths on disk, by path in the site."""
        found = {}
        for each in self._shown.values():
            folder = posixpath.dirname(each.document.path)
            for picture in each.document.pictures:
                path = posixpath.normpath(posixpath.join(folder, picture.file))
                if path in self._folder.files and self._folder.is_of_quizzes(path):
                    found[page_path(path, self._folder)] = str(self._folder.root / path)
        return dict(sorted(found.items()))

    def renders(self, path: str) -> bool:
        """Whether the page at a path is one of a quiz without errors, or their list."""
        return path in self._shown or (path in (LIST, COVERAGE) and bool(self._shown))

    def render(self, path: str, context: ViewContext) -> RenderedPage:
        """The page at such a path. `context` is that of any page of the site, in the site's language."""
        if path == LIST:
            return quizzes_page(self.entries(context), self._words, context.url_of)
        if path == COVERAGE:
            return self._coverage(context)
        each = self._whole[path]
        url_of = partial(_published, url_of=context.url_of, folder=self._folder)
        served = is_served_by(each.lang, self._words.language)
        own = dataclasses.replace(
            context,
            words=catalogue(each.lang),
            path=each.document.path,
            url_of=url_of,
            not_translated=None if served else not_translated(each.lang, self._words),
        )
        return quiz_page(self._sheet(each, own))

    def entries(self, context: ViewContext) -> list[QuizEntry]:
        """What the list says of each quiz, in the order of their paths."""
        return [self._entry(path, each, context) for path, each in sorted(self._whole.items())]

    def assignable(self, context: ViewContext) -> list[Assignable]:
        """The quizzes that can be assigned, in the order of their paths."""
        return [
            Assignable(
                kind=ResultKind.QUIZ,
                id=each.quiz.head.id,
                was=each.quiz.head.was,
                title=each.quiz.head.title,
                version=quiz_version(self._sheet(each, context)),
                path=path,
                lang=each.lang,
                roles=self._roles(each.quiz.head.audience, self._words),
            )
            for path, each in sorted(self._whole.items())
        ]

    def of_sop(self, sop: str) -> tuple[QuizLink, ...]:
        """The quizzes that cover an SOP, or test something of it."""
        return tuple(
            QuizLink(path, each.quiz.head.title, each.lang)
            for path, each in sorted(self._shown.items())
            if sop in _covered(each.quiz)
        )

    def for_role(self, role: str | None) -> tuple[str, ...]:
        """The paths of the quizzes that are for a role, or with None of those for everybody, their list included."""
        audiences = {path: each.quiz.head.audience for path, each in sorted(self._shown.items())}
        if role is not None:
            return tuple(path for path, audience in audiences.items() if role in audience)
        return (*(path for path, audience in audiences.items() if not audience), *((LIST,) if audiences else ()))

    def _coverage(self, context: ViewContext) -> RenderedPage:
        """What of the SOPs in force has a question, in the words of their authors."""
        sops = {sop.id: sop for sop in self._subjects.originals.values()}
        questions = (question for each in self._whole.values() for question in each.quiz.questions)
        coverage = coverage_of((sops[name] for name in sorted(sops)), questions)
        roles = {role.id: role.title for role in self._roles(coverage.roles(), self._words)}
        return coverage_page(coverage, context.titles, context.paths, roles, self._words, context.url_of)

    def _entry(self, path: str, each: Shown, context: ViewContext) -> QuizEntry:
        head = each.quiz.head
        asked, pools = self._asked(each)
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

    def _sheet(self, each: Shown, context: ViewContext) -> QuizSheet:
        asked, pools = self._asked(each)
        return QuizSheet(
            quiz=each.quiz,
            document=each.document,
            asked=asked,
            context=context,
            roles=self._roles(each.quiz.head.audience, context.words),
            pools=pools,
            prints=self._prints(question.question for question in asked),
        )

    def _asked(self, each: Shown) -> tuple[tuple[AskedQuestion, ...], tuple[Pool, ...]]:
        """All that a quiz may ask, its own questions first, and what it draws from."""
        home = each.quiz.head.id
        own = [item for item in self._items if item.quiz == home]
        found = [fitting(draw, home, self._items) for draw in each.quiz.head.draw]
        items = list(dict.fromkeys(item for pool in found for item in pool)) if found else own
        items.sort(key=lambda item: item.quiz != home)
        pools = tuple(
            Pool(draw.count, tuple(_key(item, home) for item in pool))
            for draw, pool in zip(each.quiz.head.draw, found, strict=True)
        )
        return tuple(self._question(item, home, each.lang) for item in items), pools

    def _question(self, item: BankItem, home: str, lang: str) -> AskedQuestion:
        bank = self._by_id[item.quiz]
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

    def _prints(self, questions: Iterable[Question]) -> dict[str, str]:
        """The fingerprints of the steps, or SOPs, that questions test, by address; those that there are."""
        found: dict[str, str] = {}
        for address in {place_of(str(place.address)) for place in _places(questions)}:
            name, _, step_id = address.partition("/")
            sop = self._subjects.originals.get(name)
            step = step_by_id(sop, step_id) if sop and step_id else None
            if sop and step:
                found[address] = step_fingerprint(sop, step)
            elif sop and not step_id:
                found[address] = sop_fingerprint(sop, {step.id: step_fingerprint(sop, step) for step in steps_of(sop)})
        return found


def page_path(path: str, folder: Folder) -> str:
    """The path in the site of a file of the quizzes; they lie beside the content, or in it."""
    return f"{QUIZZES}/{path.removeprefix(folder.quizzes)}" if folder.is_of_quizzes(path) else path


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


def _covered(quiz: Quiz) -> set[str]:
    """The SOPs that a quiz covers, or tests something of, or has questions made of."""
    head = quiz.head
    tested = (place.address.sop for place in _places(quiz.questions))
    return {*head.sops, *(sop for derive in head.derive for sop in derive.sops), *tested}


def _places(questions: Iterable[Question]) -> Iterator[Tested]:
    return (place for question in questions for place in question.tests)
