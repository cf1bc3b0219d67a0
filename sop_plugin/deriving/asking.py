"""The frame of a derived question: its id, its words, and what it tests."""

from __future__ import annotations

from collections.abc import Sequence

from sop_plugin.deriving.material import Material
from sop_plugin.model.answers import Choice, Ordering
from sop_plugin.model.fingerprint import fingerprint
from sop_plugin.model.present import present
from sop_plugin.model.question import Question, QuestionKind
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.tested import Address, Tested


def question_id(address: Address, kind: QuestionKind) -> str:
    """The id of a derived question: the place it is about and how it asks. Authored ids have no dot in them."""
    return f"{str(address).replace('/', '.')}.{kind}"


_END_MARKS = "。．.！!；;，, "


def as_clause(text: str) -> str:
    """A text as it stands within a question: without the mark that ends it."""
    return text.rstrip(_END_MARKS) or text


def asked(
    material: Material,
    address: Address,
    asks: str,
    answer: Choice | Ordering | None,
    *,
    names: Sequence[str] = (),
    **values: str,
) -> Question | None:
    """The question under the key `derive.ASKS` of the catalogue, with what it tests pinned to what stands there now.

    `names` are the ids of the steps and ends whose titles are its right answer.
    """
    original = material.subject.original
    told, now = present(material.sop, address), present(original, address)
    if answer is None or told is None or now is None:
        return None
    kind = QuestionKind.ORDERING if isinstance(answer, Ordering) else QuestionKind.SINGLE_CHOICE
    title = material.words.text(f"derive.{asks}", sop=material.sop.title, **values)
    titles = {step.id: step.title for step in steps_of(original)} | {end.id: end.title for end in original.ends}
    made_from = fingerprint((question_id(address, kind), now.pin, tuple((name, titles.get(name)) for name in names)))
    tested = Tested(address, told.value, now.pin)
    return Question(question_id(address, kind), title, answer=answer, tests=(tested,), derived=made_from)
