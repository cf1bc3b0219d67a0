"""The questions of all quizzes of a folder: those that somebody wrote, and those that are made from the SOPs."""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.deriving.material import Subject, listed
from sop_plugin.deriving.questions import derived_questions
from sop_plugin.model.organisation import written_in
from sop_plugin.model.question import Question
from sop_plugin.pipeline.shelf import Shelf
from sop_plugin.words.catalogue import Catalogue, catalogue


def written_questions(shelf: Shelf) -> Iterator[Question]:
    """The questions that stand in quizzes."""
    for document in shelf.quizzes():
        yield from document.questions


def made_questions(shelf: Shelf) -> Iterator[Question]:
    """The questions that quizzes ask for under `derive`, in the language of each quiz."""
    organisation = shelf.organisation
    house = organisation.language if organisation else "en"
    for document in shelf.quizzes():
        assert document.quiz is not None
        head = document.quiz.head
        if head.derive:
            words: Catalogue = catalogue(head.lang or house)
            subjects = [
                listed(Subject(each.sop))
                for each in shelf.sops()
                if each.sop and written_in(each.sop, organisation, house) == (head.lang or house)
            ]
            yield from derived_questions(head, subjects, organisation, words)
