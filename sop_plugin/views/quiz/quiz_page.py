"""The page of a quiz: all questions to read and to print, answers behind a disclosure, and what a script asks with.

Without a script nothing is missing but the asking: questions are read on the page or on paper, and answers looked up.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from sop_plugin.model.document import Document
from sop_plugin.model.flow import SopLink
from sop_plugin.model.page import RenderedPage, SearchEntry, TocEntry
from sop_plugin.views.anchors import anchors_in
from sop_plugin.views.checklist_data import embedded
from sop_plugin.views.links import Links
from sop_plugin.views.prose import ProseWriter
from sop_plugin.views.quiz.question_view import QuestionView
from sop_plugin.views.quiz.quiz_data import quiz_data
from sop_plugin.views.quiz.quizzes_page import PATH as QUIZZES
from sop_plugin.views.quiz.sheet import AskedQuestion, QuizSheet
from sop_plugin.views.templating import template
from sop_plugin.views.wording import Wording


@dataclass(frozen=True, slots=True)
class QuizPageView:
    """What the templates of a quiz say things with."""

    sheet: QuizSheet
    prose: ProseWriter
    links: Links
    wording: Wording
    questions: tuple[QuestionView, ...]

    @property
    def pass_mark(self) -> str:
        """The share of points from which the quiz is passed, in per cent."""
        return f"{self.sheet.quiz.head.pass_mark * 100:g}"

    def sop(self, sop: str) -> Markup:
        """A link to an SOP that it covers."""
        return self.links.sop(SopLink(sop))

    @property
    def roles(self) -> Markup:
        """The names of those whom it is for; empty where it is for everybody."""
        return self.wording.listed(role.title for role in self.sheet.roles)


def quiz_page(sheet: QuizSheet) -> RenderedPage:
    """Renders a quiz of which every question has an answer."""
    context, head = sheet.context, sheet.quiz.head
    view = _view(sheet)
    html = template("quiz/page.html", context.words).render(
        z=view, data=embedded(quiz_data(sheet)), index=context.url_of(QUIZZES)
    )
    about = view.prose.plain(head.summary or "")
    followed = dict.fromkeys(
        (QUIZZES, *view.links.followed, *(path for q in view.questions for path in q.links.followed))
    )
    return RenderedPage(
        title=head.title,
        description=about,
        html=html,
        toc=tuple(TocEntry(q.asked.key, q.plain_title) for q in view.questions),
        anchors=anchors_in(html),
        search=(
            SearchEntry("", head.title, about, head.tags, (head.id, *head.was)),
            *(SearchEntry(q.asked.key, q.plain_title, q.plain_text) for q in view.questions),
        ),
        lang=context.words.language,
        links=tuple(followed),
        styles=("sop", "dialog", "quiz", "quizzing"),
        features=("quiz",),
    )


def _view(sheet: QuizSheet) -> QuizPageView:
    wording = Wording(sheet.context.words)
    voices: dict[str, tuple[ProseWriter, Links]] = {}

    def voice(document: Document) -> tuple[ProseWriter, Links]:
        """What writes the texts of a file: links are written from where the file lies."""
        if document.path not in voices:
            links = Links(replace(sheet.context, path=document.path))
            voices[document.path] = ProseWriter(document.prose, links.resolve, links.picture_size), links
        return voices[document.path]

    def question(number: int, asked: AskedQuestion) -> QuestionView:
        return QuestionView(number, asked, *voice(asked.document), wording)

    prose, links = voice(sheet.document)
    questions = tuple(question(number, asked) for number, asked in enumerate(sheet.asked, 1))
    return QuizPageView(sheet, prose, links, wording, questions)
