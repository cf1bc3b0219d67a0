"""The limits of a checklist that no single step counts by itself, as data: what starts each clock, and what stops it.

A checklist sees steps begin and end, and the events that start a step or that a step sets off. A limit that hangs on
anything else has no clock, since a wrong one is worse than none. The limit of the whole procedure is the exception:
where its beginning is not seen, that of the run stands for it, and the screen says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sop_plugin.model.checklist import Checklist
from sop_plugin.model.flow_graph import LAST, NodeKind
from sop_plugin.model.step import Step
from sop_plugin.model.time import ClockStart, Deadline, Edge, Moment, TimeLimit
from sop_plugin.views.condition_data import Data, filled, plain, seconds, tested
from sop_plugin.views.page_view import SopPageView

START = 0
"""The node of a flow at which the procedure begins."""


def counts_alone(step: Step, limit: TimeLimit) -> bool:
    """Whether a step's limit runs from its own start to its own end, so that the step's own timer counts to it."""
    return all(moment == Moment(step.id, Edge.START) for moment in limit.from_) and all(
        moment == Moment(step.id, Edge.DONE) for moment in limit.to
    )


class ClockWriter:
    """Puts limits over several steps into words and moments."""

    def __init__(self, page: SopPageView, checklist: Checklist) -> None:
        self._page = page
        self._checklist = checklist
        self._graph = checklist.graph
        self._events = {node.id: node.index for node in self._graph.nodes if node.kind is NodeKind.EVENT}

    def all(self) -> list[Data]:
        """The clocks of a procedure: of the whole, of what is promised over several steps, and of steps."""
        return [*self._of_whole(), *self._of_deadlines(), *self._of_steps()]

    def _of_whole(self) -> Iterator[Data]:
        limit = self._page.sop.time_limit
        if limit is None:
            return
        seen = self._moments(limit.from_)
        begin: list[Data] = [{"node": START, "what": "start"}]
        ends: list[Data] = [{"node": node.index, "what": "start"} for node in self._graph.nodes if _is_end(node.kind)]
        yield from self._clock(
            limit,
            self._page.context.words.text("checklist.clock.whole"),
            start=seen or begin,
            stop=self._moments(limit.to) if limit.to else ends,
            assumed=bool(limit.from_) and not seen,
        )

    def _of_deadlines(self) -> Iterator[Data]:
        for deadline in self._page.sop.deadlines:
            start, stop = self._moments(deadline.from_), self._moments(deadline.to)
            applies = self._page.flow.applies_if(deadline.only_if) if deadline.only_if else ""
            yield from self._clock(
                deadline,
                deadline.title,
                start=start,
                stop=stop,
                onlyIf=plain(applies),
                test=tested(deadline.only_if) if deadline.only_if else None,
            )

    def _of_steps(self) -> Iterator[Data]:
        for node in self._graph.by_step.values():
            place = self._checklist.places[node.index]
            limit = place.step.time_limit if place else None
            view = self._page.views.by_id.get(node.id)
            if place is None or view is None or limit is None or counts_alone(place.step, limit):
                continue
            start = self._moments(limit.from_ or (Moment(node.id, Edge.START),))
            stop = self._moments(limit.to or (Moment(node.id, Edge.DONE),))
            yield from self._clock(limit, view.label, start=start, stop=stop)

    def _clock(
        self, limit: TimeLimit | Deadline, title: str, *, start: list[Data], stop: list[Data], **more: object
    ) -> Iterator[Data]:
        """The clock of a limit, if all that it needs to be right is seen."""
        told = seconds(limit.limit).get("high") if limit.limit else None
        restarts = self._moments(limit.restarts_on)
        pauses = [{"from": self._moments((pause.from_,)), "to": self._moments((pause.to,))} for pause in limit.pause]
        between = [*limit.restarts_on, *(moment for pause in limit.pause for moment in (pause.from_, pause.to))]
        is_seen = start and stop and all(self._moments((moment,)) for moment in between)
        if not told or not is_seen or limit.counts_from is not ClockStart.AT_ONCE:
            return
        words = limit.limit.words if limit.limit else ""
        yield {
            "title": title,
            "words": words,
            "seconds": told,
            "from": start,
            "to": stop,
            **filled(restarts=restarts, pauses=pauses, **more),
        }

    def _moments(self, moments: Iterable[Moment]) -> list[Data]:
        """Where in the flow moments are seen; those that are not are left out."""
        return [place for moment in moments for place in self._seen(moment)]

    def _seen(self, moment: Moment) -> Iterator[Data]:
        if moment.edge is not None:
            node = self._graph.by_step.get(moment.id)
            if node is not None:
                is_start = moment.edge is Edge.START
                yield {"node": node.index if is_start else node.partner, "what": moment.edge.value}
        elif moment.id in self._events:
            yield {"node": self._events[moment.id], "what": "event"}
        else:
            # An event that starts no step has no node; it happens when a step that sets it off is done.
            for node in self._graph.by_step.values():
                if node.step is not None and moment.id in node.step.raises:
                    yield {"node": node.partner, "what": "done"}


def _is_end(kind: NodeKind) -> bool:
    return kind in LAST and kind is not NodeKind.OVER
