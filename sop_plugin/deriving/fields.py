"""Who does a step, with which tool, to which standard, and what is done when something goes wrong."""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.deriving.asking import as_clause, asked, question_id
from sop_plugin.deriving.choosing import Candidate, choice_of
from sop_plugin.deriving.material import Material, asked_steps
from sop_plugin.model.answers import Choice
from sop_plugin.model.condition import Said
from sop_plugin.model.flow import StepException
from sop_plugin.model.question import Question, QuestionKind
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.scoring import folded
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Step
from sop_plugin.model.tested import Address


def of_roles(material: Material) -> Iterator[Question | None]:
    """A question for each step that one role does, and no other may do in its place."""
    for step in asked_steps(material.subject):
        if not isinstance(step.role, tuple) or len(step.role) != 1 or step.or_role:
            continue
        right = material.title_of("roles", step.role[0])
        if right is None:
            continue
        # Who checks or approves has a hand in it as well.
        involved = {*step.role, *step.checked_by, *step.approved_by}
        also_right = [title for role in involved if (title := material.title_of("roles", role))]
        address = Address(material.sop.id, step.id, "role")
        choice = _named("roles", right, also_right, material, address)
        yield asked(material, address, "role", choice, step=step.title or "")


def of_tools(material: Material) -> Iterator[Question | None]:
    """A question for each step with tools; the first of them is the one asked for."""
    for step in asked_steps(material.subject):
        if not step.tools:
            continue
        right = material.title_of("tools", step.tools[0])
        if right is None:
            continue
        also_right = [title for tool in step.tools if (title := material.title_of("tools", tool))]
        # What the step speaks of is used there, even where nobody entered it under tools.
        also_right += [title for title in _all_titles("tools", material) if title in (step.do or "")]
        address = Address(material.sop.id, step.id, "tools")
        choice = _named("tools", right, also_right, material, address)
        yield asked(material, address, "tool", choice, step=step.title or "")


def _named(kind: str, right: str, also_right: list[str], material: Material, address: Address) -> Choice | None:
    seed = question_id(address, QuestionKind.SINGLE_CHOICE)
    return choice_of(seed, right, _things(kind, material), also_right=also_right)


def _things(kind: str, material: Material) -> Iterator[Candidate]:
    """Roles or tools: those of the SOP's steps, those of its siblings, then all of the house."""
    for tier, subject in material.tiers():
        for step in steps_of(subject.sop):
            used = step.tools if kind == "tools" else step.role
            for name in used if isinstance(used, tuple) else ():
                if title := material.title_of(kind, name):
                    yield Candidate(title, tier)
    yield from (Candidate(title, 3) for title in _all_titles(kind, material))


def _all_titles(kind: str, material: Material) -> list[str]:
    things = getattr(material.organisation, kind) if material.organisation else ()
    return [title for thing in things if (title := material.title_of(kind, thing.id))]


def of_standards(material: Material) -> Iterator[Question | None]:
    """A question for each standard of a step that has an id, or is the first of its step."""
    everywhere = [standard.text for standard in material.sop.standards]
    for step in asked_steps(material.subject):
        around = _standards_around(material.sop, step)
        also_right = [*everywhere, *around, *(standard.text for standard in step.quality)]
        for number, standard in enumerate(step.quality):
            if standard.id is None and number:
                continue
            address = Address(material.sop.id, step.id, "quality", standard.id or "")
            seed = question_id(address, QuestionKind.SINGLE_CHOICE)
            choice = choice_of(seed, standard.text, _standards(material, step), also_right=also_right)
            yield asked(material, address, "standard", choice, step=step.title or "")


def _standards_around(sop: Sop, step: Step) -> list[str]:
    """The standards of the groups in which a step stands, which hold in it too."""
    return [
        standard.text
        for group in steps_of(sop)
        if group.steps and any(part.id == step.id for part in _below(group))
        for standard in group.quality
    ]


def _below(group: Step) -> Iterator[Step]:
    for part in group.steps:
        yield part
        yield from _below(part)


def _standards(material: Material, step: Step) -> Iterator[Candidate]:
    for tier, subject in material.tiers():
        for other in subject.steps:
            if tier or other.id != step.id:
                yield from (Candidate(standard.text, tier) for standard in other.quality)


def of_exceptions(material: Material) -> Iterator[Question | None]:
    """A question for each exception whose answer is one paragraph."""
    for step in asked_steps(material.subject):
        for exception in step.exceptions:
            right = _answer(exception)
            if right is None or not isinstance(exception.when, Said):
                continue
            when = exception.when.words
            address = Address(material.sop.id, step.id, "exceptions", exception.id)
            seed = question_id(address, QuestionKind.SINGLE_CHOICE)
            also_right = [answer for tier, other, answer in _answers(material) if _when(other) == folded(when)]
            candidates = (Candidate(answer, tier) for tier, _, answer in _answers(material))
            choice = choice_of(seed, right, candidates, also_right=also_right)
            yield asked(material, address, "exception", choice, step=step.title or "", when=as_clause(when))


def _answers(material: Material) -> Iterator[tuple[int, StepException, str]]:
    for tier, subject in material.tiers():
        for step in subject.steps:
            for exception in step.exceptions:
                answer = _answer(exception)
                if answer is not None:
                    yield tier, exception, answer


def _answer(exception: StepException) -> str | None:
    """What is done, where that is a single line of words: a list or several paragraphs are no option to choose."""
    text = (exception.then or "").strip()
    return None if not text or "\n" in text or text[0] in "-*+#>|!" or text[0].isdigit() else text


def _when(exception: StepException) -> str | None:
    return folded(exception.when.words) if isinstance(exception.when, Said) else None
