"""What other files may need to know of a quiz or of a translation of one."""

from __future__ import annotations

from sop_plugin.model.bank import items_of
from sop_plugin.model.diagnostic import Span
from sop_plugin.model.document import Document, Mention
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.library import Facts, QuizFacts, Testing
from sop_plugin.model.quiz import Derive
from sop_plugin.pipeline.waivers import waivers_of

Links = tuple[tuple[str, str, Span], ...]


def quiz_facts_of(document: Document, outward: tuple[Mention, ...], links: Links) -> Facts | None:
    """The facts of a quiz, with what it mentions and links to; None where the file is none."""
    steps = frozenset(question.id for question in document.questions if question.id)
    if document.quiz is not None:
        head = document.quiz.head
        draws = tuple(document.locate(("draw", number)) for number in range(len(head.draw)))
        sops = tuple(dict.fromkeys(each.id for each in outward if each.namespace is Namespace.SOP))
        return Facts(
            path=document.path,
            id=head.id,
            id_span=document.locate(("id",)),
            version="",
            steps=steps,
            was=head.was,
            was_spans=tuple(document.locate(("was", number)) for number in range(len(head.was))),
            whole=document.whole,
            outward=outward,
            links=links,
            waivers=waivers_of(document),
            title=head.title,
            quiz=QuizFacts(
                items=items_of(document.quiz),
                draws=head.draw,
                draw_spans=draws,
                testing=testing_of(document),
                derives=head.derive,
                derive_spans=tuple(_places_of_steps(document, number, each) for number, each in enumerate(head.derive)),
                covers=head.sops,
                sops=sops,
            ),
        )
    if document.quiz_translation is not None:
        words = document.quiz_translation.head
        return Facts(
            path=document.path,
            id=words.translates,
            id_span=document.locate(("translates",)),
            version="",
            steps=steps,
            lang=words.lang,
            is_translation=True,
            outward=outward,
            links=links,
            waivers=waivers_of(document),
            quiz=QuizFacts(),
        )
    return None


def testing_of(document: Document) -> tuple[Testing, ...]:
    """Everything that the questions of a quiz test, in the order of the file."""
    places = document.places
    return tuple(
        Testing(question.id, tested, places[number, "tests", at], places[number, "tests", at, "all"])
        for number, question in enumerate(document.questions)
        for at, tested in enumerate(question.tests)
    )


def _places_of_steps(document: Document, number: int, derive: Derive) -> tuple[Span, ...]:
    return tuple(document.locate(("derive", number, "steps", at)) for at in range(len(derive.steps)))
