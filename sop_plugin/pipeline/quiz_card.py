"""What a site knows of each quiz before it makes its page."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass

from sop_plugin.model.quiz import Quiz
from sop_plugin.pipeline.shown_quizzes import Shown


@dataclass(frozen=True, slots=True)
class QuizCard:
    """A quiz in the words in which the site shows it: small beside its document, and kept from build to build.

    `path` is that of its file, `source` that of the file with its words: of its translation where it is shown in one.
    `covered` are the SOPs that it covers, or tests something of, or has questions made of; `banks` the ids of the
    quizzes that it draws from, its own among them. `pictures` are the paths of what it shows.
    """

    path: str
    source: str
    id: str
    title: str
    lang: str
    audience: tuple[str, ...]
    covered: tuple[str, ...]
    banks: tuple[str, ...]
    pictures: tuple[str, ...]


def quiz_card(shown: Shown) -> QuizCard:
    """The card of a quiz."""
    head, document = shown.quiz.head, shown.document
    folder = posixpath.dirname(document.path)
    pictures = (posixpath.normpath(posixpath.join(folder, picture.file)) for picture in document.pictures)
    return QuizCard(
        path=document.path,
        source=shown.source,
        id=head.id,
        title=head.title,
        lang=shown.lang,
        audience=head.audience,
        covered=tuple(_covered(shown.quiz)),
        banks=tuple(dict.fromkeys((head.id, *(bank for draw in head.draw for bank in draw.quizzes)))),
        pictures=tuple(dict.fromkeys(pictures)),
    )


def _covered(quiz: Quiz) -> Iterable[str]:
    head = quiz.head
    tested = (place.address.sop for question in quiz.questions for place in question.tests)
    return dict.fromkeys((*head.sops, *(sop for derive in head.derive for sop in derive.sops), *tested))
