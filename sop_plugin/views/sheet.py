"""A checklist on paper: its rows in reading order, each with its boxes, blanks and lines to sign on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sop_plugin.model.checklist import Checklist, Items, ItemSource, Place
from sop_plugin.model.flow_graph import NodeKind
from sop_plugin.views.step_views import StepView

MOST_BOXES = 6
"""Up to how many rounds a step gets a box for each; more would leave no room for words."""


@dataclass(frozen=True, slots=True)
class Row:
    """A step on paper.

    `boxes` are for the step itself: none for a group, one for each round of a step that is done a number of times.
    `items` are what there is to tick and fill in besides; `exceptions` and `branches` are the items that come with each
    of the step's.
    """

    view: StepView
    boxes: int
    items: Items
    exceptions: Sequence[Items]
    branches: Sequence[Items]


def rows(views: Iterable[StepView], checklist: Checklist) -> tuple[Row, ...]:
    """The rows of steps and of all steps within them, groups before their parts."""
    begins: dict[str, Place] = {}
    ends: dict[str, Place] = {}
    for node, place in zip(checklist.graph.nodes, checklist.places, strict=True):
        if place is not None:
            (ends if node.kind is NodeKind.JOIN else begins).setdefault(node.id, place)
    return tuple(_rows(views, begins, ends))


def _rows(views: Iterable[StepView], begins: Mapping[str, Place], ends: Mapping[str, Place]) -> Iterator[Row]:
    for view in views:
        begin = begins[view.step.id]
        end = ends.get(view.step.id, begin)
        items = tuple(item for item in end.items if item.source is not ItemSource.DO)
        yield Row(view, _boxes(view), items, begin.exceptions, end.branches)
        yield from _rows(view.parts, begins, ends)


def _boxes(view: StepView) -> int:
    if view.parts:
        return 0
    repeat = view.step.repeat
    rounds = (repeat.times or len(repeat.each_time)) if repeat else 1
    return rounds if 0 < rounds <= MOST_BOXES else 1
