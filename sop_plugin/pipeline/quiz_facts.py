"""What other files may need to know of a quiz or of a translation of one."""

from __future__ import annotations

from sop_plugin.model.bank import items_of
from sop_plugin.model.diagnostic import Span
from sop_plugin.model.document import Document, Mention
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.library import Facts, QuizFacts
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
            quiz=QuizFacts(items_of(document.quiz), head.draw, draws, sops),
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
