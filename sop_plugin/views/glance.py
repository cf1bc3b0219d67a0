"""What to know before the first step, worked out from all of them."""

from __future__ import annotations

from dataclasses import dataclass

from sop_plugin.model.flow_graph import FlowGraph
from sop_plugin.views.lead_times import TimeInAll, time_in_all
from sop_plugin.views.page_view import SopPageView
from sop_plugin.views.troubles import Danger, Trouble, dangers_of, troubles_of


@dataclass(frozen=True, slots=True)
class Glance:
    """A procedure at a glance.

    `doers` tells for each role that does, checks or approves a step how many these are, in the order of first use.
    `others` are the roles that are only called in. `time` is None where no step tells one.
    """

    time: TimeInAll | None
    doers: dict[str, int]
    others: tuple[str, ...]
    troubles: tuple[Trouble, ...]
    dangers: tuple[Danger, ...]


def glance(page: SopPageView, graph: FlowGraph) -> Glance:
    """Looks through all steps."""
    doers: dict[str, int] = {}
    for view in page.views.by_id.values():
        for role in view.doers:
            doers[role] = doers.get(role, 0) + 1
    return Glance(
        time=time_in_all(graph, page.context.words),
        doers=doers,
        others=tuple(role for role in page.ready.roles if role not in doers),
        troubles=troubles_of(page.views, page.flow),
        dangers=dangers_of(page.views, page.prose),
    )
