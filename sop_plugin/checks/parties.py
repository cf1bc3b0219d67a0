"""Who stands on which side of the counter."""

from __future__ import annotations

from sop_plugin.model.organisation import Organisation, Party
from sop_plugin.model.step import RoleByClass, Step

CUSTOMER = "customer"
"""What a role of customers is called where no organisation says which roles those are."""


def customers_of(organisation: Organisation | None) -> frozenset[str]:
    """The roles of customers."""
    if organisation is None or not organisation.roles:
        return frozenset({CUSTOMER})
    return frozenset(role.id for role in organisation.roles if role.party is Party.CUSTOMER)


def roles_of(step: Step) -> tuple[str, ...]:
    """Every role that may do the step."""
    if isinstance(step.role, RoleByClass):
        return tuple(role for case in step.role.values for role in case.role)
    return step.role + step.or_role
