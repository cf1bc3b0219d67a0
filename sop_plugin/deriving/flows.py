"""What comes after what: the next step, the order of several, and where a decision leads."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sop_plugin.deriving.asking import as_clause, asked, question_id
from sop_plugin.deriving.choosing import Candidate, choice_of
from sop_plugin.deriving.material import Material, asked_steps
from sop_plugin.model.answers import Ordering
from sop_plugin.model.condition import Said
from sop_plugin.model.flow import Branch, GoKind, Order
from sop_plugin.model.question import Question, QuestionKind
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.scoring import folded
from sop_plugin.model.step import Step
from sop_plugin.model.tested import Address

MOST_ITEMS = 6
"""Steps that are put in order at once; more nobody keeps in mind on a phone's screen."""

FEWEST_ITEMS = 3


def of_next_steps(material: Material) -> Iterator[Question | None]:
    """A question for each step that one other always follows."""
    for step, following in _followed(material):
        address = Address(material.sop.id, step.id)
        # An exception may lead elsewhere; what it leads to is no wrong answer.
        leads = {exception.go.target for exception in step.exceptions}
        also_right = [each.title for each in steps_of(material.sop) if each.id in leads and each.title]
        seed = question_id(address, QuestionKind.SINGLE_CHOICE)
        choice = choice_of(seed, following.title or "", _titles(material, step), also_right=also_right)
        yield asked(material, address, "next", choice, names=[following.id], step=step.title or "")


def of_orders(material: Material) -> Iterator[Question | None]:
    """A question for each run of steps that always follow one another."""
    run: list[Step] = []
    for step, following in [*_followed(material), (None, None)]:
        if step is not None and following is not None and run and run[-1].id == step.id and len(run) < MOST_ITEMS:
            run.append(following)
            continue
        if len(run) >= FEWEST_ITEMS:
            yield asked(
                material,
                Address(material.sop.id, run[0].id),
                "order",
                Ordering(tuple(each.title or "" for each in run)),
                names=[each.id for each in run],
            )
        run = [step, following] if step is not None and following is not None else []


def of_branches(material: Material) -> Iterator[Question | None]:
    """A question for each branch, in words, that leads to a step or an end by name."""
    titles = {step.id: step.title for step in steps_of(material.sop)} | {end.id: end.title for end in material.sop.ends}
    for step in asked_steps(material.subject):
        for branch in step.branches:
            right = _target(branch, titles)
            if right is None or not isinstance(branch.when, Said):
                continue
            same = [other for other in step.branches if _says(other) == folded(branch.when.words)]
            address = Address(material.sop.id, step.id, "branches", branch.id)
            seed = question_id(address, QuestionKind.SINGLE_CHOICE)
            elsewhere = (_target(other, titles) for other in step.branches)
            candidates = [Candidate(title, 0) for title in elsewhere if title]
            candidates += [Candidate(each.text, 1) for each in _titles(material, step)]
            also_right = [title for other in same if (title := _target(other, titles))]
            choice = choice_of(seed, right, candidates, also_right=also_right)
            clause = as_clause(branch.when.words)
            names = [branch.go.target]
            yield asked(material, address, "branch", choice, names=names, step=step.title or "", when=clause)


def _says(branch: Branch) -> str | None:
    return folded(branch.when.words) if isinstance(branch.when, Said) else None


def _target(branch: Branch, titles: dict[str, str | None]) -> str | None:
    """The title of where a branch leads; None where that has no name, or another procedure comes in between."""
    if branch.call is not None or branch.go.kind is not GoKind.PLACE:
        return None
    return titles.get(branch.go.target)


def _titles(material: Material, step: Step) -> Iterator[Candidate]:
    """The titles of the other steps."""
    left_out = material.subject.left_out
    for other in steps_of(material.sop):
        if other.id != step.id and other.title and other.id not in left_out:
            yield Candidate(other.title, 0)


def _followed(material: Material) -> Iterator[tuple[Step, Step]]:
    """Each step that one other always follows, with that one: two in turn, neither of them only sometimes done.

    Steps that share a title with another cannot be told apart, so they are not among them; nor are groups.
    """
    known = {step.id: step for step in asked_steps(material.subject)}
    lists = [material.sop.steps]
    lists += [step.steps for step in steps_of(material.sop) if step.steps and step.order is Order.IN_TURN]
    for steps in lists:
        for step, following in pairwise(steps):
            if step.id in known and following.id in known and _goes_on(step) and _always_comes(following):
                yield known[step.id], known[following.id]


def _goes_on(step: Step) -> bool:
    """Whether a step, once done, simply leads to the next."""
    return step.go is None and not step.branches and step.repeat is None and _always_comes(step)


def _always_comes(step: Step) -> bool:
    return not (
        step.optional or step.only_if or step.event or step.every or step.during or step.after or step.after_any
    )
