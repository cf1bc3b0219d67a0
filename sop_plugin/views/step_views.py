"""The steps as a page shows them: numbered, and with what lies elsewhere brought to them."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from sop_plugin.model.document import Document, Prose
from sop_plugin.model.fields import fields_of
from sop_plugin.model.flow import Order
from sop_plugin.model.resolve import resolved
from sop_plugin.model.sop import Policy, Sop
from sop_plugin.model.step import RoleByClass, Step
from sop_plugin.model.time import Deadline
from sop_plugin.views.wording import Wording

TITLE_LENGTH = 40
"""Characters of an instruction that stand in for a missing title in lists."""

SERVICE = (
    "layer",
    "channels",
    "stage",
    "touchpoint",
    "evidence",
    "customer_groups",
    "emotion",
    "pain_points",
    "opportunities",
    "value",
    "waste",
    "flexibility",
)
"""The fields that show a step as the customer meets it."""

_service_of = attrgetter(*SERVICE)
_NO_SERVICE = tuple(next(spec.default for spec in fields_of(Step) if spec.attribute == name) for name in SERVICE)


@dataclass(frozen=True, slots=True)
class StepView:
    """A step on its page.

    `step` has what it takes from the step it repeats. `label` is the title for lists and links, never empty. `level`
    is its heading's, 3 to 6. `role` is who does it: its own, else that of the group around it, else the SOP's; empty
    where it differs by class, which `step` tells. `doers` are all who do, check or approve something at it; a group has
    none of its own. `deadlines` are those whose clock it starts or stops.
    """

    step: Step
    number: str
    label: str
    level: int
    role: tuple[str, ...]
    doers: tuple[str, ...]
    detail: Prose | None
    policies: tuple[Policy, ...]
    deadlines: tuple[Deadline, ...]
    has_service: bool
    parts: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class StepViews:
    """All steps of an SOP, in their three sections, and each by its id, groups before their parts."""

    steps: tuple[StepView, ...]
    triggered: tuple[StepView, ...]
    recurring: tuple[StepView, ...]
    by_id: dict[str, StepView]


def step_views(document: Document, sop: Sop, wording: Wording, plain: Callable[[str], str]) -> StepViews:
    """The steps of `document`, numbered by their place: 2.1 is the first within 2.

    `plain` gives the words of an author's text without markup.
    """
    policies: dict[str, list[Policy]] = defaultdict(list)
    for policy in sop.policies:
        for step_id in policy.at:
            policies[step_id].append(policy)

    deadlines = _deadlines_by_step(sop)

    def label_of(step: Step) -> str:
        if step.title:
            return step.title
        if step.do:
            first = plain(step.do).partition("\n")[0]
            return first if len(first) <= TITLE_LENGTH else first[: TITLE_LENGTH - 1].rstrip() + "…"
        if step.order is not Order.IN_TURN:
            return wording.words[f"page.order.{step.order.value}"].unescape()
        return step.id

    def view(step: Step, number: str, level: int, inherited: tuple[str, ...] | RoleByClass) -> StepView:
        whole = step
        if step.same_as is not None:
            whole = dataclasses.replace(resolved(sop, step), same_as=step.same_as)
        own = whole.role if isinstance(whole.role, tuple) else ()
        role = whole.role or inherited
        if isinstance(role, RoleByClass) and not step.steps:
            whole = dataclasses.replace(whole, role=role)
        doers = role if isinstance(role, tuple) else ()
        parts = tuple(
            view(part, f"{number}.{place}", min(level + 1, 6), role) for place, part in enumerate(step.steps, 1)
        )
        return StepView(
            step=whole,
            number=number,
            label=label_of(whole),
            level=level,
            role=own if parts and not whole.or_role else doers,
            doers=() if parts else _doers_of(whole, doers),
            detail=document.body.details.get(step.id),
            policies=tuple(policies.get(step.id, ())),
            deadlines=tuple(deadlines.get(step.id, {}).values()),
            has_service=_service_of(whole) != _NO_SERVICE,
            parts=parts,
        )

    def section(steps: tuple[Step, ...], key: str) -> tuple[StepView, ...]:
        return tuple(
            view(step, str(wording.say(key, number=str(place))), 3, sop.role) for place, step in enumerate(steps, 1)
        )

    steps = section(sop.steps, "page.number.step")
    triggered = section(sop.triggered, "page.number.triggered")
    recurring = section(sop.recurring, "page.number.recurring")
    by_id = {view.step.id: view for view in _in_order((*steps, *triggered, *recurring))}
    return StepViews(steps, triggered, recurring, by_id)


def _doers_of(step: Step, role: tuple[str, ...]) -> tuple[str, ...]:
    by_class = step.role.values if isinstance(step.role, RoleByClass) else ()
    named = (*role, *(one for case in by_class for one in case.role))
    standards = (one for standard in step.quality for one in standard.checked_by)
    return tuple(dict.fromkeys((*named, *step.or_role, *step.checked_by, *step.approved_by, *standards)))


def _deadlines_by_step(sop: Sop) -> dict[str, dict[str, Deadline]]:
    """For each step at which a deadline's clock starts or stops, these deadlines by their ids."""
    deadlines: dict[str, dict[str, Deadline]] = defaultdict(dict)
    for deadline in sop.deadlines:
        for moment in (*deadline.from_, *deadline.to):
            if moment.edge is not None:
                deadlines[moment.id][deadline.id] = deadline
    return deadlines


def _in_order(views: Iterable[StepView]) -> Iterator[StepView]:
    for view in views:
        yield view
        yield from _in_order(view.parts)
