"""How long a procedure takes, worked out along its flow.

This is the critical path method (Kelley and Walker, 1959) on the flow graph: each node is reached once all that it must
wait for is done, side by side counting as long as the longest. Instead of PERT's three guesses for a step there are two
ends, the quickest and the slowest way that the author's words allow. Working time (`takes`) and waiting (`wait`) add up
to the lead time of a value stream map (Rother and Shook, Learning to See, 1999).

Only the usual way counts, and each step of it once: nobody knows how often an exception happens or a way back is taken.
Work beside the sequence takes its own time.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from sop_plugin.model.flow import Join, Order, Repeat
from sop_plugin.model.flow_graph import BESIDE, LAST, EdgeKind, FlowEdge, FlowGraph, Node, NodeKind
from sop_plugin.model.length import ANY_TIME, NO_TIME, NOTHING, Stretch, stretch_of
from sop_plugin.model.step import Step
from sop_plugin.model.time import Bound, DurationByClass, Wait

Weigh = Callable[[Step], Stretch | None]
"""How long a step itself takes; None where nothing tells."""

MOST_ROUNDS = 1_000_000
"""Rounds above which a number is no longer counted; no work is done so often."""

UNCOUNTED = frozenset({*BESIDE, EdgeKind.AFTER, EdgeKind.EXCEPTION, EdgeKind.LOOP})
"""Edges that are no part of the usual way, and the rounds of a repetition, which are counted apart."""


@dataclass(frozen=True, slots=True)
class LeadTime:
    """How long a procedure takes from its start to an end.

    `takes` is the working time along the way, `wait` the waiting, `total` both together. Each runs from the quickest
    way to the slowest. `unknown` are the steps that do not say how long they take, `open_ended` those that say so
    without an end: they are why an end is open. `again` are the steps to which the work may come back; each time makes
    it longer than it says here.
    """

    takes: Stretch
    wait: Stretch
    total: Stretch
    unknown: tuple[str, ...] = ()
    open_ended: tuple[str, ...] = ()
    again: tuple[str, ...] = ()


def lead_time(graph: FlowGraph) -> LeadTime:
    """How long the procedure of this flow takes in all."""
    takes = working_times(graph)
    total = _Course(graph, takes, waiting)
    if any(node.step and (node.step.wait or node.step.repeat) for node in graph.nodes):
        work, wait = _Course(graph, takes, _no_wait).in_all(), _Course(graph, _no_work, waiting).in_all()
    else:  # the work is all that there is
        work, wait = total.in_all(), NO_TIME if total.reached_end() else ANY_TIME
    steps = [node for node in graph.nodes if node.step and node.kind is not NodeKind.JOIN and total.is_reached(node)]
    return LeadTime(
        takes=work,
        wait=wait,
        total=total.in_all(),
        unknown=tuple(node.id for node in steps if node.kind is NodeKind.STEP and not _is_told(graph, node, takes)),
        open_ended=tuple(node.id for node in steps if node.step and _is_open(node.step, takes)),
        again=tuple(dict.fromkeys(graph.nodes[edge.target].id for edge in total.ways_back())),
    )


def _is_told(graph: FlowGraph, node: Node, takes: Weigh) -> bool:
    """Whether a step or a group around it says how long the work takes."""
    while node.step and takes(node.step) is None:
        if node.around < 0:
            return False
        node = graph.nodes[node.around]
    return True


def _is_open(step: Step, takes: Weigh) -> bool:
    """Whether a step may take as long as it takes, because of its time, its waiting or its repetition."""
    work = takes(step)
    return (work is not None and work.high is None) or waiting(step).high is None or rounds(step.repeat)[1] is None


def least_time(graph: FlowGraph) -> Stretch | None:
    """How long the procedure takes from its start to an end; None where it has none."""
    return _Course(graph, working_times(graph), waiting).reached_end()


def time_within(graph: FlowGraph, group: Node) -> Stretch | None:
    """How long a group takes from its start, after its own waiting, until its parts are done or left."""
    return _Course(graph, working_times(graph), waiting, group.index, group.partner).left()


def time_between(graph: FlowGraph, begin: Node, ends: Iterable[tuple[int, bool]], *, is_done: bool) -> Stretch | None:
    """How long it takes from the start of a step, or from its end where `is_done`, to the first of other moments.

    Those are nodes, each with whether the end of its step is meant. None where the usual way leads to none of them.
    """
    course = _Course(graph, working_times(graph), waiting, begin.index, len(graph.nodes) - 1, is_done=is_done)
    times = (course.at(index, is_end=is_end) for index, is_end in ends)
    return _any_of(time for time in times if time is not None)


def working_times(graph: FlowGraph) -> Weigh:
    """How long the work of a step takes, be it told by the step that it repeats (`same_as`).

    A step that tells only how long to wait is nothing but the waiting.
    """
    known: dict[str, Stretch | None] = {}

    def takes(step: Step) -> Stretch | None:
        chain, current = [], step
        while current.takes is None and current.same_as in graph.by_step and current.id not in known:
            chain.append(current.id)
            known[current.id] = None
            current = graph.by_step[current.same_as or ""].step or current
        found = _taken(current) if current.takes is not None else known.get(current.id)
        if found is None and step.wait and not step.steps:
            return NO_TIME
        known.update(dict.fromkeys(chain, found))
        return found

    return takes


def _taken(step: Step) -> Stretch | None:
    if isinstance(step.takes, DurationByClass):
        return _any_of(stretch_of(case.takes) for case in step.takes.values)
    return stretch_of(step.takes) if step.takes else None


def _any_of(stretches: Iterable[Stretch]) -> Stretch | None:
    """Nobody knows which of them; None where there is none."""
    found = None
    for stretch in stretches:
        found = found.either(stretch) if found else stretch
    return found


def waiting(step: Step) -> Stretch:
    """The time before a step can begin; for an event, up to the time-out."""
    wait: Wait | None = step.wait
    if wait is None:
        return NO_TIME
    time = stretch_of(wait.time) if wait.time else NO_TIME
    if wait.until is None:
        return time
    end = stretch_of(wait.at_most).high if wait.at_most else None
    return Stretch(NOTHING, end)


def _no_wait(_: Step) -> Stretch:
    return NO_TIME


def _no_work(step: Step) -> Stretch | None:
    return None if step.steps else NO_TIME


def rounds(repeat: Repeat | None) -> tuple[int, int | None]:
    """How often a repetition is gone through: at least, and at most where that is told."""
    if repeat is None:
        return 1, 1
    told = [count for count in (repeat.times, repeat.max, len(repeat.each_time) or None) if count is not None]
    most = max(1, min(*told, MOST_ROUNDS)) if told else None
    if repeat.while_ is not None:
        return 0, most
    is_counted = repeat.until is None and repeat.max is None
    return (most if is_counted and most is not None else 1), most


class _Course:
    """When the work comes to each node, if it begins at one of them and stays among those from `first` to `last`.

    Nodes stand in reading order, so that every edge but a way back leads to a later one: one pass is enough.
    """

    def __init__(
        self,
        graph: FlowGraph,
        takes: Weigh,
        idle: Callable[[Step], Stretch],
        first: int = 0,
        last: int | None = None,
        *,
        is_done: bool = False,
    ) -> None:
        self._graph = graph
        self._takes = takes
        self._idle = idle
        self._first = first
        self._last = len(graph.nodes) - 1 if last is None else last
        self._arrivals: dict[int, Stretch] = {}
        self._departures: dict[int, Stretch] = {}
        self._parts: dict[int, dict[int, Stretch]] = {}
        self._starts: dict[int, list[int]] = {}
        self._left: Stretch | None = None
        self._run(first, is_done=is_done)

    def is_reached(self, node: Node) -> bool:
        """Whether the usual way comes there."""
        return node.index in self._arrivals

    def ways_back(self) -> list[FlowEdge]:
        """The edges on the usual way that lead back."""
        left = (edge for index in self._departures for edge in self._graph.outgoing[index])
        return [edge for edge in left if edge.is_back and edge.kind not in UNCOUNTED]

    def at(self, index: int, *, is_end: bool) -> Stretch | None:
        """When the work comes to a node, or when its step is done; None where it does not."""
        if index == self._first and not is_end:
            return None
        return self._departures.get(self._graph.nodes[index].partner) if is_end else self._arrivals.get(index)

    def reached_end(self) -> Stretch | None:
        """When the work comes to an end; None where it comes to none."""
        ends = LAST - {NodeKind.OVER}
        return _any_of(
            self._arrivals[node.index] for node in self._graph.nodes if node.kind in ends and self.is_reached(node)
        )

    def in_all(self) -> Stretch:
        """When the work comes to an end, an open time where it comes to none."""
        return self.reached_end() or ANY_TIME

    def left(self) -> Stretch | None:
        """When the work is done with all the nodes, or leaves them otherwise."""
        return self._left

    def _run(self, first: int, *, is_done: bool) -> None:
        start = self._graph.nodes[first]
        if is_done:
            self._depart(self._graph.nodes[start.partner], NO_TIME)
            first = start.partner + 1
        else:
            self._arrivals[first] = NO_TIME
        for index in range(first, self._last + 1):
            node = self._graph.nodes[index]
            if node.kind is NodeKind.JOIN:
                self._join(node)
            arrival = self._arrivals.get(index)
            if arrival is None:
                continue
            self._depart(node, self._worked(node, arrival))

    def _worked(self, node: Node, arrival: Stretch) -> Stretch:
        """When a node is done with, that is come to at `arrival`. The first waits no more: its clock runs already."""
        step = node.step
        if step is None:
            return arrival
        if node.kind is NodeKind.JOIN:
            return self._rounds_done(node, step, arrival)
        begun = arrival if node.index == self._first else arrival.then(self._idle(step))
        if node.kind is NodeKind.OPEN:
            return begun
        work = self._takes(step)
        if work is None:
            return replace(begun, high=None)
        # Nobody can tell whether a step says how long one round takes or all of them.
        least, most = rounds(step.repeat)
        return begun.then(self._repeated(work, step.repeat, min(least, 1), most))

    def _rounds_done(self, node: Node, step: Step, arrival: Stretch) -> Stretch:
        """When all rounds of a group are done, the first of which is done at `arrival`."""
        begun = self._departures.get(node.partner)
        if begun is None:
            return arrival
        work = self._takes(step)
        if work is None:
            work = arrival.since(begun)
        elif any(part.step and part.step.wait for part in self._graph.nodes[node.partner + 1 : node.index]):
            work = replace(work, high=None)  # what a group is said to take holds no waiting
        return begun.then(self._repeated(work, step.repeat, *rounds(step.repeat)))

    def _repeated(self, work: Stretch, repeat: Repeat | None, least: int, most: int | None) -> Stretch:
        """How long so many rounds take, of which one takes as long as `work`, with the waiting between them."""
        if repeat is None:
            return work
        high = None if work.high is None or most is None else work.high * most
        if repeat.every and high is not None and most is not None and self._idle is waiting:
            between = stretch_of(replace(repeat.every, bound=Bound.EXACT)).high
            high = None if between is None else high + between * (most - 1)
        return replace(work, low=work.low * least, high=high)

    def _depart(self, node: Node, departure: Stretch) -> None:
        self._departures[node.index] = departure
        ways = self._graph.outgoing[node.index]
        if node.kind is NodeKind.START:
            # Where ways in are told, the first step is one of them or none.
            ways = [edge for edge in ways if edge.kind is EdgeKind.ENTRY] or ways
        for edge in ways:
            if edge.kind in UNCOUNTED:
                continue
            if edge.kind is not EdgeKind.SKIP:
                self._arrive(edge, departure)
            elif node.index != self._first:
                self._arrive(edge, self._arrivals[node.index])

    def _arrive(self, edge: FlowEdge, time: Stretch) -> None:
        target = self._graph.nodes[edge.target]
        if target.kind is NodeKind.OVER:
            return
        if not self._first <= edge.target <= self._last:
            self._left = self._left.either(time) if self._left else time
            return
        if edge.is_back:
            return
        if target.kind is NodeKind.JOIN and edge.source != target.partner and _runs_together(target):
            starts = self._starts_of(target.partner)
            part = starts[max(bisect_right(starts, edge.source) - 1, 0)] if starts else edge.source
            found = self._parts.setdefault(target.index, {})
            found[part] = found[part].either(time) if part in found else time
            return
        known = self._arrivals.get(edge.target)
        self._arrivals[edge.target] = known.either(time) if known else time

    def _starts_of(self, group: int) -> list[int]:
        """The nodes at which the parts of a group begin."""
        if group not in self._starts:
            kinds = (EdgeKind.TRACK, EdgeKind.ANY_ORDER)
            self._starts[group] = [edge.target for edge in self._graph.outgoing[group] if edge.kind in kinds]
        return self._starts[group]

    def _join(self, node: Node) -> None:
        """When the parts that run together are done. Entered in its midst, a group is done with the part that is."""
        parts = list(self._parts.pop(node.index, {}).values())
        if not parts or node.step is None:
            return
        begun = self._departures.get(node.partner)
        found = parts[0]
        for part in parts[1:]:
            if begun is None:
                found = found.either(part)
            elif node.step.order is Order.ANY_ORDER:
                found = found.then(part.since(begun))
            else:
                found = found.first_of(part) if node.step.join is Join.ANY else found.both(part)
        self._arrivals[node.index] = found


def _runs_together(join: Node) -> bool:
    return join.step is not None and join.step.order in (Order.PARALLEL, Order.ANY_ORDER)
