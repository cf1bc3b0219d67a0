"""The list of all quizzes, by the roles that they are for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sop_plugin.model.page import RenderedPage, SearchEntry, TocEntry
from sop_plugin.views.entries import RoleName
from sop_plugin.views.start_page import role_anchor
from sop_plugin.views.templating import template
from sop_plugin.words.catalogue import Catalogue

PATH = "quizzes.md"
"""The content path the page would have if it were a file."""

EVERYBODY = "everybody"
"""The anchor of the quizzes that are for no role alone."""


@dataclass(frozen=True, slots=True)
class QuizEntry:
    """A quiz in a list: the content path of its page, how many questions it asks, and what it covers.

    `roles` are empty where it is for everybody; `sops` are content paths and titles. `lang` is the language of its
    words. `suspect` is the number of its questions that test what has changed since somebody looked at them.
    """

    path: str
    id: str
    title: str
    summary: str
    count: int
    lang: str
    roles: tuple[RoleName, ...] = ()
    sops: tuple[tuple[str, str], ...] = ()
    suspect: int = 0


@dataclass(frozen=True, slots=True)
class QuizSection:
    """The quizzes of a role, or of everybody."""

    anchor: str
    title: str
    entries: tuple[QuizEntry, ...]


def quizzes_page(entries: Sequence[QuizEntry], words: Catalogue, url_of: Callable[[str], str]) -> RenderedPage:
    """The list in the order of `entries`; a quiz for several roles stands under each."""
    title, about = words.text("quizzes.title"), words.text("quizzes.about")
    sections = tuple(_sections(entries, words))
    html = template("quiz/quizzes.html", words).render(
        title=title, about=about, sections=sections, url_of=url_of, text=words.text, lang=words.language
    )
    return RenderedPage(
        title=title,
        description=about,
        html=html,
        toc=tuple(TocEntry(section.anchor, section.title) for section in sections),
        anchors=frozenset(section.anchor for section in sections),
        search=(SearchEntry("", title, about),),
        lang=words.language,
        links=tuple(entry.path for entry in entries),
        styles=("sop", "quiz"),
    )


def _sections(entries: Sequence[QuizEntry], words: Catalogue) -> list[QuizSection]:
    roles = sorted({role for entry in entries for role in entry.roles}, key=lambda role: (role.rank, role.title))
    sections = [
        QuizSection(role_anchor(role.id), role.title, tuple(entry for entry in entries if role in entry.roles))
        for role in roles
    ]
    if everybody := tuple(entry for entry in entries if not entry.roles):
        sections.append(QuizSection(EVERYBODY, words.text("quizzes.everybody"), everybody))
    return sections
