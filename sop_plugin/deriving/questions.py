"""All questions that can be made of SOPs, and those that a quiz asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sop_plugin.deriving.fields import of_exceptions, of_roles, of_standards, of_tools
from sop_plugin.deriving.flows import of_branches, of_next_steps, of_orders
from sop_plugin.deriving.material import Listed, Material, Subject
from sop_plugin.deriving.times import of_time_limits
from sop_plugin.model.organisation import Organisation
from sop_plugin.model.question import Question
from sop_plugin.model.quiz import Derive, DerivedKind, QuizHead
from sop_plugin.words.catalogue import Catalogue

Make = Callable[[Material], Iterator[Question | None]]

MAKERS: Mapping[DerivedKind, Make] = {
    DerivedKind.ORDER: of_orders,
    DerivedKind.NEXT: of_next_steps,
    DerivedKind.TIME_LIMIT: of_time_limits,
    DerivedKind.STANDARD: of_standards,
    DerivedKind.EXCEPTION: of_exceptions,
    DerivedKind.TOOL: of_tools,
    DerivedKind.ROLE: of_roles,
    DerivedKind.BRANCH: of_branches,
}


MOST_SIBLINGS = 12
"""SOPs from which distractors for one are taken, so that a large site takes no longer for each question."""


def questions_about(material: Material, kind: DerivedKind = DerivedKind.ALL) -> Iterator[Question]:
    """Every question of a kind that can be made of an SOP without being ambiguous, in the order of its steps."""
    for each, make in MAKERS.items():
        if kind in (each, DerivedKind.ALL):
            yield from (question for question in make(material) if question is not None)


def nearest(subject: Listed, subjects: Sequence[Listed]) -> list[Listed]:
    """The siblings of an SOP to take distractors from: those of its department first, in their order."""
    others = [each for each in subjects if each.id != subject.id]
    return sorted(others, key=lambda each: each.department != subject.department)[:MOST_SIBLINGS]


def derived_questions(
    head: QuizHead, subjects: Sequence[Listed], organisation: Organisation | None, words: Catalogue
) -> tuple[Question, ...]:
    """The questions that a quiz asks for under `derive`, each once, in the language of `words`.

    `subjects` are the SOPs of the site that are in that language, in an order that does not change. Only those are read
    that questions are about, and their nearest siblings. The questions are the same for the same SOPs, whatever else
    stands in the quiz.
    """
    found: dict[str, Question] = {}
    for derive in head.derive:
        wanted = derive.sops or head.sops
        asked = (subject for subject in subjects if not {subject.id, *subject.was}.isdisjoint(wanted))
        questions = _of_one(derive, asked, subjects, organisation, words)
        for question in questions:
            found.setdefault(question.id, question)
    return tuple(found.values())


def _of_one(
    derive: Derive,
    asked: Iterable[Listed],
    siblings: Sequence[Listed],
    organisation: Organisation | None,
    words: Catalogue,
) -> list[Question]:
    questions = [
        question
        for each in asked
        if (subject := each.read())
        for question in questions_about(
            Material(subject, _read(nearest(each, siblings)), organisation, words), derive.kind
        )
        if not derive.steps or question.tests[0].address.step in derive.steps
    ]
    return questions if derive.count is None else questions[: derive.count]


def _read(siblings: Iterable[Listed]) -> list[Subject]:
    return [subject for each in siblings if (subject := each.read())]
