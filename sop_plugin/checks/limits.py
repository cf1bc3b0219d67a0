"""The times that a procedure promises, as far as each can be compared with what its steps take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sop_plugin.model.document import Path
from sop_plugin.model.flow_graph import FlowGraph, Node, raised_at
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.sop import Sop
from sop_plugin.model.time import Bound, ClockStart, Deadline, Duration, Edge, Moment, Span, TimeLimit
from sop_plugin.model.walk import ways_to_steps

FIRM = (Bound.EXACT, Bound.RANGE, Bound.AT_MOST, Bound.ABOUT)
"""How a limit must be worded to say how long something may take at most."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A limit whose clock runs without a break from one moment to the first of others.

    `id` is that of the step, the deadline or the procedure; `step` is empty where it is no step's. `begin` is None for
    the start of the step or procedure, and `ends` are empty for its end. `words` are the author's.
    """

    id: str
    step: str
    longest: Span
    words: str
    is_rough: bool
    path: Path
    begin: Moment | None = None
    ends: tuple[Moment, ...] = ()

    @property
    def is_across(self) -> bool:
        """Whether it runs from or to other moments than the start and the end of what it is set for."""
        return bool(self.begin or self.ends)


def promises(sop: Sop) -> Iterator[Promise]:
    """The limits that can be compared. One that may be extended, paused or begun anew cannot, nor one that counts from
    the next day or from the first of several moments.
    """
    if sop.time_limit:
        yield from _of_limit(sop.id, "", sop.time_limit, ("time_limit",))
    for way, step in ways_to_steps(sop):
        if step.time_limit:
            yield from _of_limit(step.id, step.id, step.time_limit, (*way, "time_limit"))
    for number, deadline in enumerate(sop.deadlines):
        if not _is_stretched(deadline):
            yield from _promise(deadline.id, "", (deadline.limit,), ("deadlines", number, "limit"), deadline)


def _of_limit(name: str, step: str, limit: TimeLimit, path: Path) -> Iterator[Promise]:
    if limit.or_ or _is_stretched(limit) or any(case.from_ or _is_later(case.counts_from) for case in limit.values):
        return
    lengths = (limit.limit,) if limit.limit else tuple(case.limit for case in limit.values)
    yield from _promise(name, step, lengths, path, limit)


def _promise(
    name: str, step: str, lengths: tuple[Duration, ...], path: Path, clock: TimeLimit | Deadline
) -> Iterator[Promise]:
    """The mildest of several limits: whatever is too long for that one is too long for all."""
    ends = [length.high for length in lengths if length.bound in FIRM and length.high is not None]
    if not ends or len(ends) < len(lengths) or len({end.unit for end in ends}) > 1:
        return
    longest = max(ends, key=lambda end: end.amount)
    mildest = lengths[ends.index(longest)]
    begin = clock.from_[0] if clock.from_ else None
    yield Promise(name, step, longest, mildest.words, mildest.bound is Bound.ABOUT, path, begin, clock.to)


def _is_stretched(clock: TimeLimit | Deadline) -> bool:
    return bool(
        clock.restarts_on or clock.pause or clock.extension or len(clock.from_) > 1 or _is_later(clock.counts_from)
    )


def _is_later(counts_from: ClockStart) -> bool:
    return counts_from is not ClockStart.AT_ONCE


class Moments:
    """Finds the places of moments in a flow. An event has one if a single step, and nothing outside, sets it off."""

    def __init__(self, sop: Sop, graph: FlowGraph) -> None:
        self._graph = graph
        external = {event.id for event in sop.events if event.external}
        raising: dict[str, set[str]] = {}
        for step in steps_of(sop):
            for event in raised_at(step):
                # What a branch or an exception sets off may happen or not: it has no place.
                raising.setdefault(event, set()).add(step.id if event in step.raises else "")
        self._raised_by = {
            event: next(iter(steps)) for event, steps in raising.items() if len(steps) == 1 and event not in external
        }

    def begin(self, moment: Moment) -> tuple[Node, bool] | None:
        """The step of a moment at its latest, and whether that is the step's end; None where it cannot be told."""
        node = self._graph.by_step.get(self._step(moment))
        return (node, moment.edge is not Edge.START) if node else None

    def end(self, moment: Moment) -> tuple[int, bool] | None:
        """The node of a moment at its earliest, and whether that is the step's end; None where it cannot be told."""
        node = self._graph.by_step.get(self._step(moment))
        return (node.index, moment.edge is Edge.DONE) if node else None

    def _step(self, moment: Moment) -> str:
        return moment.id if moment.edge else self._raised_by.get(moment.id, "")
