"""The list of all quizzes, which roles narrow down without JavaScript."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sop_plugin.model.page import RenderedPage, SearchEntry
from sop_plugin.views.assigning.assign_page import PATH as ASSIGN
from sop_plugin.views.assigning.assigned_page import PATH as ASSIGNED
from sop_plugin.views.entries import RoleName
from sop_plugin.views.index_page import Facet
from sop_plugin.views.quiz.coverage_page import PATH as COVERAGE
from sop_plugin.views.start_page import role_anchor
from sop_plugin.views.templating import template
from sop_plugin.words.catalogue import Catalogue

PATH = "quizzes.md"
"""The content path the page would have if it were a file."""


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


def quizzes_page(entries: Sequence[QuizEntry], words: Catalogue, url_of: Callable[[str], str]) -> RenderedPage:
    """The list in the order of `entries`, which the address of a role (`#role-barista`) narrows down.

    Whoever has a role finds what is for it and what is for everybody.
    """
    title, about = words.text("quizzes.title"), words.text("quizzes.about")
    facets = _facets(entries)
    html = template("quiz/quizzes.html", words).render(
        title=title,
        about=about,
        facets=facets,
        entries=[(entry, _numbers(entry, facets)) for entry in entries],
        url_of=url_of,
        coverage=COVERAGE,
        assign=ASSIGN,
        assigned=ASSIGNED,
        text=words.text,
        lang=words.language,
    )
    return RenderedPage(
        title=title,
        description=about,
        html=html,
        toc=(),
        anchors=frozenset({"all", *(facet.anchor for facet in facets)}),
        search=(SearchEntry("", title, about),),
        lang=words.language,
        links=(*(entry.path for entry in entries), COVERAGE, ASSIGN, ASSIGNED),
        styles=("sop", "index", "quiz"),
    )


def _facets(entries: Sequence[QuizEntry]) -> tuple[Facet, ...]:
    """The roles that quizzes are for, as in the organisation's list."""
    roles = sorted({role for entry in entries for role in entry.roles}, key=lambda role: (role.rank, role.title))
    everybody = sum(not entry.roles for entry in entries)
    return tuple(
        Facet(
            number, role_anchor(role.id), "role", role.title, everybody + sum(role in entry.roles for entry in entries)
        )
        for number, role in enumerate(roles)
    )


def _numbers(entry: QuizEntry, facets: Sequence[Facet]) -> str:
    own = {role_anchor(role.id) for role in entry.roles}
    return " ".join(str(facet.number) for facet in facets if not own or facet.anchor in own)
