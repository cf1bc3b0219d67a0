"""What to have ready and who takes part, collected from all steps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sop_plugin.model.resolve import steps_of
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import RoleByClass, Step


@dataclass(frozen=True, slots=True)
class Preparation:
    """Ids in the order of first use. `materials` tells for each the amounts taken of it, in the author's words."""

    tools: tuple[str, ...]
    systems: tuple[str, ...]
    materials: dict[str, list[str]]
    roles: tuple[str, ...]


def preparation(sop: Sop) -> Preparation:
    """What the steps of `sop` need between them."""
    tools: dict[str, None] = {}
    systems: dict[str, None] = {}
    roles: dict[str, None] = dict.fromkeys(sop.role)
    materials: dict[str, list[str]] = {}
    for step in steps_of(sop):
        tools.update(dict.fromkeys(step.tools))
        systems.update(dict.fromkeys(step.systems))
        roles.update(dict.fromkeys(_roles_of(step)))
        for material in step.materials:
            amounts = materials.setdefault(material.use, [])
            if material.amount is not None and material.amount.words not in amounts:
                amounts.append(material.amount.words)
    return Preparation(tuple(tools), tuple(systems), materials, tuple(roles))


def _roles_of(step: Step) -> Iterable[str]:
    if isinstance(step.role, RoleByClass):
        for case in step.role.values:
            yield from case.role
    else:
        yield from step.role
    yield from (*step.or_role, *step.checked_by, *step.approved_by)
    for branch in step.branches:
        yield from branch.approved_by
    for exception in step.exceptions:
        yield from exception.approved_by
        for escalation in exception.escalate:
            yield from escalation.to
