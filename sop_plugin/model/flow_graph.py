"""Where the work goes in a procedure, as a graph: one node a step, one edge a way.

The graph says what the language says, no more: a way that nobody wrote down but that the work may take all the same
(no branch of a decision applies) is an edge of a kind of its own. Whatever an author wrote, the graph can be made, in
time and size linear in the steps; a target that does not exist is a node of the kind UNKNOWN.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from sop_plugin.model.condition import Otherwise
from sop_plugin.model.flow import Branch, Go, GoKind, Join, Order
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Step
from sop_plugin.model.time import Moment

if TYPE_CHECKING:
    from sop_plugin.model.document import Path


class NodeKind(Enum):
    """What a node stands for.

    A step without parts is one node, STEP. A group is two, OPEN where it begins and JOIN where its parts are done, with
    its parts between them. END is a declared end, or with an empty id the end of the procedure that has no name. OVER
    is where work beside the sequence is done, and the sequence itself goes on. SOP is another procedure that takes
    over.
    """

    START = "start"
    STEP = "step"
    OPEN = "open"
    JOIN = "join"
    EVENT = "event"
    OVER = "over"
    SOP = "sop"
    UNKNOWN = "unknown"
    END = "end"


LAST = frozenset({NodeKind.END, NodeKind.OVER, NodeKind.SOP, NodeKind.UNKNOWN})
"""The kinds of nodes at which the work is over as far as the procedure tells; of an unknown target nothing is told."""


class EdgeKind(Enum):
    """What kind of way leads from one node to another.

    NEXT is the order of writing, GO a `go` of the step itself, UNSAID the way where no branch applies and none says
    `otherwise`. TRACK, ANY_ORDER, CHOICE and FALLBACK lead to the parts of a group, by its order; FALLBACK is taken
    when the part before did not work. SKIP leaves a step out, LOOP begins it again, ELSE is taken when the most rounds
    brought nothing. EVENT leads from an event to the step it starts, RAISES from a step to the event it sets off,
    DURING to a step that runs beside, EVERY to one that recurs. AFTER only tells what a step waits for.
    """

    NEXT = "next"
    GO = "go"
    BRANCH = "branch"
    UNSAID = "unsaid"
    EXCEPTION = "exception"
    TRACK = "track"
    ANY_ORDER = "any-order"
    CHOICE = "choice"
    FALLBACK = "fallback"
    SKIP = "skip"
    LOOP = "loop"
    ELSE = "else"
    ENTRY = "entry"
    EVENT = "event"
    RAISES = "raises"
    DURING = "during"
    EVERY = "every"
    AFTER = "after"


BESIDE = frozenset({EdgeKind.EVENT, EdgeKind.RAISES, EdgeKind.DURING, EdgeKind.EVERY})
"""Edges along which other work begins, while the work itself goes on elsewhere."""

PARTS = {
    Order.IN_TURN: EdgeKind.NEXT,
    Order.UNTIL_ONE_WORKS: EdgeKind.NEXT,
    Order.ANY_ORDER: EdgeKind.ANY_ORDER,
    Order.PARALLEL: EdgeKind.TRACK,
    Order.ONE_OF: EdgeKind.CHOICE,
}
"""How a group leads to its parts, to all of them or, of those that are done in turn, to the first."""

IN_LINE = (Order.IN_TURN, Order.UNTIL_ONE_WORKS)
"""The orders in which the parts stand one after the other."""


@dataclass(frozen=True, slots=True)
class Node:
    """A place in the flow.

    `index` is its place among the nodes, which stand in reading order: a group, its parts, its join. `id` is that of
    the step, the end or the event; of another SOP, `sop` or `sop/step`. `path` leads to the step in the file. `around`
    is the OPEN of the group that it lies in, and `partner` the JOIN that belongs to an OPEN or the other way round;
    both are indexes, `around` being -1 at the top, and `partner` the node's own where it has none.
    """

    index: int
    kind: NodeKind
    id: str
    step: Step | None = None
    path: Path = ()
    around: int = -1
    partner: int = -1


@dataclass(frozen=True, slots=True)
class FlowEdge:
    """A way from one node to another, both by index. `id` is that of the branch, the exception or the entry.

    `number` is the place of the branch, exception or entry among those of its step or procedure.
    """

    source: int
    target: int
    kind: EdgeKind
    id: str = ""
    number: int = 0

    @property
    def is_back(self) -> bool:
        """Whether it leads to where the work has been: nodes stand in reading order."""
        return self.target <= self.source


@dataclass(frozen=True)
class FlowGraph:
    """The whole flow of a procedure. `nodes[0]` is the start."""

    nodes: tuple[Node, ...]
    edges: tuple[FlowEdge, ...]

    @cached_property
    def outgoing(self) -> Sequence[Sequence[FlowEdge]]:
        """The edges that leave each node, by index."""
        found: list[list[FlowEdge]] = [[] for _ in self.nodes]
        for edge in self.edges:
            found[edge.source].append(edge)
        return found

    @cached_property
    def incoming(self) -> Sequence[Sequence[FlowEdge]]:
        """The edges that lead to each node, by index."""
        found: list[list[FlowEdge]] = [[] for _ in self.nodes]
        for edge in self.edges:
            found[edge.target].append(edge)
        return found

    @cached_property
    def is_whole(self) -> bool:
        """Whether every target is known."""
        return all(node.kind is not NodeKind.UNKNOWN for node in self.nodes)

    @cached_property
    def by_step(self) -> dict[str, Node]:
        """The node at which each step begins, by the step's id. Of steps with the same id, the first counts."""
        found: dict[str, Node] = {}
        for node in self.nodes:
            if node.kind in (NodeKind.STEP, NodeKind.OPEN):
                found.setdefault(node.id, node)
        return found


def is_plainly_linear(sop: Sop) -> bool:
    """Whether each step simply leads to the next, so that nothing about the flow can be wrong. Takes no time."""
    return not (sop.entries or sop.ends or sop.triggered or sop.recurring) and _all_plain(sop.steps)


def _all_plain(steps: tuple[Step, ...]) -> bool:
    for step in steps:
        if step.go or step.branches or step.repeat or step.optional or step.only_if or step.during or step.event:
            return False
        if step.order is not Order.IN_TURN or step.after or step.after_any or step.raises:
            return False
        for exception in step.exceptions:
            if exception.go.kind is not GoKind.HERE or exception.raises:
                return False
        if step.steps and not _all_plain(step.steps):
            return False
    return True


def flow_graph(sop: Sop) -> FlowGraph:
    """The flow of a procedure.

    `next` on a branch or an exception means the place where the step itself leads, be that its own `go`. `here` on a
    branch means the same, but in work beside the sequence the return to it. An exception that returns `here` has no
    edge: the work goes on as if nothing had happened.
    """
    return _Builder(sop).graph()


@dataclass(frozen=True, slots=True)
class _Placed:
    """A step with the nodes at which it begins and is done; `parts` are the steps within it."""

    step: Step
    first: int
    last: int
    parts: tuple[_Placed, ...]


class _Builder:
    def __init__(self, sop: Sop) -> None:
        self._sop = sop
        self._nodes: list[Node] = [Node(0, NodeKind.START, "", partner=0)]
        self._edges: list[FlowEdge] = []
        self._steps: dict[str, _Placed] = {}
        self._others: dict[tuple[NodeKind, str], int] = {}
        self._ends = {end.id for end in sop.ends}
        self._beside = False

    def graph(self) -> FlowGraph:
        """Nodes first, in reading order, then the edges between them."""
        line = self._place(self._sop.steps, ("steps",), -1)
        triggered = self._place(self._sop.triggered, ("triggered",), -1)
        recurring = self._place(self._sop.recurring, ("recurring",), -1)
        self._events = {placed.step.event for placed in self._steps.values() if placed.step.event}
        self._lead_through(line, 0, self._other(NodeKind.END, ""), Order.IN_TURN, Join.ALL)
        self._enter(line)
        self._beside = True
        over = self._other(NodeKind.OVER, "")
        for placed in (*triggered, *recurring):
            self._connect(placed, over)
        for placed in triggered:
            if not placed.step.event:
                self._edge(0, placed.first, EdgeKind.EVENT)
        for placed in recurring:
            self._edge(0, placed.first, EdgeKind.EVERY)
        self._start_events()
        return FlowGraph(tuple(self._nodes), tuple(self._edges))

    def _place(self, steps: tuple[Step, ...], path: Path, around: int) -> tuple[_Placed, ...]:
        """Gives each step its nodes, in reading order."""
        return tuple(self._place_one(step, (*path, number), around) for number, step in enumerate(steps))

    def _place_one(self, step: Step, path: Path, around: int) -> _Placed:
        first = len(self._nodes)
        if not step.steps:
            self._nodes.append(Node(first, NodeKind.STEP, step.id, step, path, around, first))
            placed = _Placed(step, first, first, ())
        else:
            self._nodes.append(Node(first, NodeKind.OPEN, step.id, step, path, around))
            parts = self._place(step.steps, (*path, "steps"), first)
            last = len(self._nodes)
            self._nodes.append(Node(last, NodeKind.JOIN, step.id, step, path, around, first))
            self._nodes[first] = Node(first, NodeKind.OPEN, step.id, step, path, around, last)
            placed = _Placed(step, first, last, parts)
        self._steps.setdefault(step.id, placed)
        return placed

    def _other(self, kind: NodeKind, name: str) -> int:
        """The node that is no step, made when it is first asked for."""
        index = self._others.setdefault((kind, name), len(self._nodes))
        if index == len(self._nodes):
            self._nodes.append(Node(index, kind, name, partner=index))
        return index

    def _edge(self, source: int, target: int, kind: EdgeKind, name: str = "", number: int = 0) -> None:
        self._edges.append(FlowEdge(source, target, kind, name, number))

    def _lead_through(self, parts: Sequence[_Placed], first: int, last: int, order: Order, join: Join) -> None:
        """Leads from the begin of a group to its parts, and from them to where they are done."""
        line = [part for part in parts if not part.step.during]
        ends = self._other(NodeKind.OVER, "") if order is Order.PARALLEL and join is Join.NONE else last
        if not line or ends != last:
            self._edge(first, last, EdgeKind.NEXT)
        for number, part in enumerate(line):
            after = line[number + 1].first if order is Order.IN_TURN and number + 1 < len(line) else ends
            if number == 0 or order not in IN_LINE:
                self._edge(first, part.first, PARTS[order])
            elif order is Order.UNTIL_ONE_WORKS:
                self._edge(line[number - 1].last, part.first, EdgeKind.FALLBACK)
            self._connect(part, after)
        for part in parts:
            if part.step.during:
                self._run_beside(part, first)

    def _run_beside(self, part: _Placed, first: int) -> None:
        """Leads to a step that runs along others; one that is to begin where nothing is begins with its group."""
        begin = self._steps.get(part.step.during.from_) if part.step.during else None
        self._edge(begin.first if begin and begin is not part else first, part.first, EdgeKind.DURING)
        was_beside, self._beside = self._beside, True
        self._connect(part, self._other(NodeKind.OVER, ""))
        self._beside = was_beside

    def _connect(self, placed: _Placed, following: int) -> None:
        """Everything that leads from a step and from its parts. `following` is where it leads of itself."""
        step, first, last = placed.step, placed.first, placed.last
        leads = self._target(step.go, placed, following) if step.go else following
        if step.optional or step.only_if:
            self._edge(first, following, EdgeKind.SKIP)
        self._branch(placed, leads)
        if step.repeat:
            self._edge(last, first, EdgeKind.LOOP)
            if step.repeat.else_go:
                self._edge(last, self._target(step.repeat.else_go, placed, leads), EdgeKind.ELSE)
        for number, exception in enumerate(step.exceptions):
            if exception.go.kind is not GoKind.HERE:
                target = self._target(exception.go, placed, leads)
                self._edge(first, target, EdgeKind.EXCEPTION, exception.id, number)
        self._notice(placed)
        if placed.parts:
            self._lead_through(placed.parts, first, last, step.order, step.join)

    def _branch(self, placed: _Placed, leads: int) -> None:
        """Leads on from where a step is done."""
        step, last = placed.step, placed.last
        for number, branch in enumerate(step.branches):
            self._edge(last, self._target(branch.go, placed, leads), EdgeKind.BRANCH, branch.id, number)
        if not step.branches:
            self._edge(last, leads, EdgeKind.GO if step.go else EdgeKind.NEXT)
        elif not decides_all(step.branches):
            self._edge(last, leads, EdgeKind.UNSAID)

    def _notice(self, placed: _Placed) -> None:
        """The events that a step sets off, the one that starts it, and what it waits for."""
        step = placed.step
        for event in dict.fromkeys(raised_at(step)):
            if event in self._events:
                self._edge(placed.first, self._other(NodeKind.EVENT, event), EdgeKind.RAISES)
        if step.event:
            self._edge(self._other(NodeKind.EVENT, step.event), placed.first, EdgeKind.EVENT)
        for moment in dict.fromkeys(_waited_for(step)):
            awaited = self._steps.get(moment.id) if moment.edge else None
            if awaited:
                self._edge(awaited.last, placed.first, EdgeKind.AFTER)

    def _target(self, go: Go, placed: _Placed | None, leads: int) -> int:
        match go.kind:
            case GoKind.NEXT:
                return leads
            case GoKind.HERE:
                return self._other(NodeKind.OVER, "") if self._beside else leads
            case GoKind.AGAIN:
                return placed.first if placed else leads
            case GoKind.END:
                return self._other(NodeKind.END, "")
            case GoKind.SOP if go.target != self._sop.id:
                return self._other(NodeKind.SOP, f"{go.target}/{go.step}" if go.step else go.target)
        name = go.step if go.kind is GoKind.SOP else go.target
        if go.kind is GoKind.SOP and not name:
            return 0
        if name in self._steps:
            return self._steps[name].first
        return self._other(NodeKind.END if name in self._ends else NodeKind.UNKNOWN, name)

    def _enter(self, line: Sequence[_Placed]) -> None:
        """The ways in. Without a target, they lead to the first step."""
        first = next((part.first for part in line if not part.step.during), self._other(NodeKind.END, ""))
        for number, entry in enumerate(self._sop.entries):
            self._edge(0, self._target(entry.go, None, first), EdgeKind.ENTRY, entry.id, number)

    def _start_events(self) -> None:
        """An event from outside happens of itself, and so does one that no step is said to set off."""
        external = {event.id for event in self._sop.events if event.external}
        raised = {edge.target for edge in self._edges if edge.kind is EdgeKind.RAISES}
        for (kind, name), index in self._others.items():
            if kind is NodeKind.EVENT and (name in external or index not in raised):
                self._edge(0, index, EdgeKind.EVENT)


def decides_all(branches: Iterable[Branch]) -> bool:
    """Whether one of the branches takes all that the others do not."""
    return any(isinstance(branch.when, Otherwise) for branch in branches)


def raised_at(step: Step) -> Iterator[str]:
    """The events that a step itself, its branches and its exceptions set off."""
    yield from step.raises
    for branch in step.branches:
        yield from branch.raises
    for exception in step.exceptions:
        yield from exception.raises


def _waited_for(step: Step) -> Iterator[Moment]:
    yield from step.after
    yield from step.after_any
    if step.wait and step.wait.until:
        yield step.wait.until
