"""The places of a checklist as data, in the words of its page."""

from __future__ import annotations

from sop_plugin.model.checklist import Checklist, Place
from sop_plugin.model.flow import Go, GoKind, Join, Order, Repeat, SopLink, StepException
from sop_plugin.model.flow_graph import EdgeKind, Node, NodeKind
from sop_plugin.model.script import ScriptLine
from sop_plugin.model.step import Step
from sop_plugin.model.time import Bound, Duration, DurationByClass, Moment, TimeLimit
from sop_plugin.views.checklist_clocks import ClockWriter, counts_alone
from sop_plugin.views.checklist_items import ItemWriter
from sop_plugin.views.checklist_ways import WayWriter
from sop_plugin.views.condition_data import Data, filled, plain, seconds, tested
from sop_plugin.views.page_view import SopPageView
from sop_plugin.views.step_views import StepView


class NodeWriter:
    """Puts the nodes of a flow, and with them the whole graph, into words."""

    def __init__(self, page: SopPageView, prints: dict[str, str], checklist: Checklist) -> None:
        self._page = page
        self._prints = prints
        self._checklist = checklist
        self._graph = self._checklist.graph
        self._items = ItemWriter(page)
        self._ways = WayWriter(page, self._checklist, self._items)
        self._exception_edges = {
            (edge.source, edge.number): index
            for index, edge in enumerate(self._graph.edges)
            if edge.kind is EdgeKind.EXCEPTION
        }

    def graph(self) -> Data:
        """Nodes, edges, and the clocks that run over them."""
        return {
            "nodes": [self._node(node) for node in self._graph.nodes],
            "edges": [self._ways.one(edge) for edge in self._graph.edges],
            **filled(clocks=ClockWriter(self._page, self._checklist).all()),
        }

    def _node(self, node: Node) -> Data:
        data: Data = {"kind": node.kind.value, "id": node.id}
        if node.around >= 0:
            data["around"] = node.around
        if node.partner != node.index:
            data["partner"] = node.partner
        place = self._checklist.places[node.index]
        view = self._page.views.by_id.get(node.id) if place else None
        if place is None or view is None:
            return data | self._no_step(node)
        data |= self._said_of(node, place, view)
        if node.kind is not NodeKind.JOIN:
            data |= self._before(node, place, view)
        if node.kind is not NodeKind.OPEN:
            data["items"] = self._items.all(place.items)
            data |= filled(raises=self._ways.happenings(place.step), effects=self._ways.effects(place.step))
        return data

    def _no_step(self, node: Node) -> Data:
        page, words = self._page, self._page.context.words
        match node.kind:
            case NodeKind.END:
                end = next((end for end in page.sop.ends if end.id == node.id), None)
                if end is None:
                    return {"title": words.text("checklist.end")}
                then = str(page.prose.block(end.then)) if end.then else None
                return filled(title=end.title, outcome=end.outcome.value, then=then)
            case NodeKind.EVENT:
                return {"title": page.names.events.get(node.id, node.id)}
            case NodeKind.SOP:
                sop, _, step = node.id.partition("/")
                link = page.links.sop(SopLink(sop, step))
                return {"title": plain(page.flow.go(Go(GoKind.SOP, sop, step))), "link": str(link)}
            case NodeKind.OVER:
                return {"title": words.text("checklist.over")}
        return {"title": page.sop.title if node.kind is NodeKind.START else node.id}

    def _said_of(self, node: Node, place: Place, view: StepView) -> Data:
        """What is told of a step wherever it stands, and of a group at both its nodes."""
        step = place.step
        group = node.kind is not NodeKind.STEP
        return filled(
            title=view.label,
            number=view.number,
            original=" ".join(map(plain, self._page.originals.of_step(node.id))),
            fingerprint=self._prints.get(node.id, ""),
            order=step.order.value if group and step.order is not Order.IN_TURN else None,
            join=step.join.value if group and (step.order is Order.PARALLEL or step.join is not Join.ALL) else None,
            repeat=self._repeat(step.repeat) if step.repeat else None,
        )

    def _before(self, node: Node, place: Place, view: StepView) -> Data:
        """What is told of a step when the work comes to it."""
        page, step = self._page, place.step
        takes = self._time(step.takes) if step.takes else None
        limit = self._limit(step.time_limit) if step.time_limit else None
        return filled(
            roles=self._roles(view),
            orRoles=[page.names.role(role) for role in step.or_role],
            do=str(page.prose.block(step.do)) if step.do else None,
            detail=str(page.prose.fragment(view.detail)) if view.detail else None,
            cautions=[
                {
                    "level": one.level.value,
                    "word": str(page.wording.name(one.level)),
                    "text": str(page.prose.line(one.text)),
                }
                for one in step.cautions
            ],
            script=self._script(step.script),
            tools=self._things(step),
            takes=takes,
            limit=limit,
            timer=_timer(step, takes or {}, limit or {}),
            wait=self._wait(step),
            waits=self._waits(step),
            exceptions=[self._exception(node, place, number) for number in range(len(step.exceptions))],
            optional=step.optional,
            onlyIf=plain(page.flow.condition(step.only_if)) if step.only_if else None,
            test=tested(step.only_if) if step.only_if else None,
            during=self._during(node, step),
            every=filled(words=plain(page.times.schedule(step.every)), **seconds(step.every.every))
            if step.every
            else None,
            beside=node.path[0] != "steps" or step.during is not None,
        )

    def _roles(self, view: StepView) -> list[str]:
        if view.role:
            return [self._page.names.role(role) for role in view.role]
        role = view.step.role
        return [] if isinstance(role, tuple) else [plain(self._page.flow.roles_by_class(role))]

    def _things(self, step: Step) -> list[str]:
        names = self._page.names
        found = [names.tools.get(tool, tool) for tool in step.tools]
        found += (names.systems.get(system, system) for system in step.systems)
        for material in step.materials:
            name, amount = names.materials.get(material.use, material.use), plain(self._page.amount(material))
            found.append(f"{name} {amount}" if amount else name)
        for setting in step.settings:
            amount = setting.amount.words if setting.amount else plain(self._page.setting_cases(setting))
            found.append(f"{setting.title} {amount}".strip())
        return found

    def _script(self, script: tuple[ScriptLine, ...]) -> list[Data]:
        page = self._page
        return [
            filled(
                role=page.names.role(line.role) if line.role else None,
                when=page.prose.plain(line.when) if line.when else None,
                says=page.prose.plain(line.says),
            )
            for line in script
        ]

    def _time(self, takes: Duration | DurationByClass) -> Data:
        words = plain(self._page.takes(takes))
        return filled(words=words, **seconds(takes)) if isinstance(takes, Duration) else {"words": words}

    def _limit(self, limit: TimeLimit) -> Data:
        return filled(words=plain(self._page.times.limit(limit)), **(seconds(limit.limit) if limit.limit else {}))

    def _wait(self, step: Step) -> Data | None:
        if step.wait is None:
            return None
        return filled(
            words=plain(self._page.times.wait(step.wait)), **(seconds(step.wait.time) if step.wait.time else {})
        )

    def _waits(self, step: Step) -> list[list[int]]:
        """What is waited for; an event cannot be seen from here, so that what may be one is not asked for."""
        until = (step.wait.until,) if step.wait and step.wait.until else ()
        groups = [(moment,) for moment in (*step.after, *until)] + ([step.after_any] if step.after_any else [])
        return [[self._node_of(moment.id, last=True) for moment in group] for group in groups if self._all_steps(group)]

    def _all_steps(self, moments: tuple[Moment, ...]) -> bool:
        return all(moment.edge is not None and moment.id in self._graph.by_step for moment in moments)

    def _node_of(self, step: str, *, last: bool = False) -> int:
        node = self._graph.by_step[step]
        return node.partner if last else node.index

    def _during(self, node: Node, step: Step) -> Data | None:
        if step.during is None:
            return None
        begin = next((edge.source for edge in self._graph.incoming[node.index] if edge.kind is EdgeKind.DURING), 0)
        to = {"to": self._node_of(step.during.to, last=True)} if step.during.to in self._graph.by_step else {}
        return {"from": begin, **to}

    def _repeat(self, repeat: Repeat) -> Data:
        page = self._page
        return filled(
            words=plain(page.wording.clauses(page.flow.repeat(repeat))),
            times=repeat.times if repeat.times is not None else len(repeat.each_time) or None,
            max=repeat.max,
            until=plain(page.flow.condition(repeat.until)) if repeat.until else None,
            **{"while": plain(page.flow.condition(repeat.while_)) if repeat.while_ else None},
            every=seconds(repeat.every).get("high") if repeat.every else None,
            eachTime=[page.prose.plain(line) for line in repeat.each_time],
        )

    def _exception(self, node: Node, place: Place, number: int) -> Data:
        page = self._page
        exception: StepException = place.step.exceptions[number]
        edge = self._exception_edges.get((node.index, number))
        return {
            "id": exception.id,
            "when": plain(page.flow.condition(exception.when)),
            "test": tested(exception.when),
            "edge": edge,
            **filled(
                then=str(page.prose.block(exception.then)) if exception.then else None,
                unanswered=plain(page.unanswered(exception)),
                go=plain(page.flow.go(exception.go)),
                script=self._script(exception.script),
                limit=filled(words=exception.time_limit.words, **seconds(exception.time_limit))
                if exception.time_limit
                else None,
                escalate=[str(page.flow.escalation(rung)) for rung in exception.escalate],
                effects=self._ways.effects(exception),
                raises=self._ways.happenings(exception),
                items=self._items.all(place.exceptions[number]),
            ),
        }


def _timer(step: Step, takes: Data, limit: Data) -> Data | None:
    """What a timer of the step counts to: its limit, if that runs over nothing but the step, else what it takes.

    `takes` and `limit` are the data of both, empty where it has none.
    """
    if step.time_limit and limit.get("high") and counts_alone(step, step.time_limit):
        return {"seconds": limit["high"], "kind": "limit"}
    if not isinstance(step.takes, Duration):
        return None
    if step.takes.bound in (Bound.HOLD, Bound.AT_LEAST) and takes.get("low"):
        return {"seconds": takes["low"], "kind": "hold"}
    return {"seconds": takes["high"], "kind": "takes"} if takes.get("high") else None
