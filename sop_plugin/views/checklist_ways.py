"""The ways of a checklist from one place to another as data, each with the words by which it is chosen."""

from __future__ import annotations

from markupsafe import Markup

from sop_plugin.model.checklist import Checklist, Place
from sop_plugin.model.flow import Branch, Entry, Order, StepException
from sop_plugin.model.flow_graph import EdgeKind, FlowEdge, NodeKind
from sop_plugin.model.step import Step
from sop_plugin.views.checklist_items import ItemWriter
from sop_plugin.views.condition_data import Data, filled, plain, tested
from sop_plugin.views.page_view import SopPageView


class WayWriter:
    """Puts edges of the flow into words."""

    def __init__(self, page: SopPageView, checklist: Checklist, items: ItemWriter) -> None:
        self._page = page
        self._checklist = checklist
        self._items = items
        nodes = checklist.graph.nodes
        self._events = {node.id: node.index for node in nodes if node.kind is NodeKind.EVENT}

    def one(self, edge: FlowEdge) -> Data:
        """One edge; what it has not is left out. Source and target are always there."""
        return {
            "source": edge.source,
            "target": edge.target,
            "kind": edge.kind.value,
            **filled(id=edge.id, words=self._words(edge), **self._more(edge)),
        }

    def happenings(self, of: Step | Branch | StepException) -> list[int]:
        """The nodes of the events that a step, a branch or an exception sets off and that start something."""
        return [self._events[event] for event in of.raises if event in self._events]

    def effects(self, of: Step | Branch | StepException) -> list[str]:
        """What else comes of it, as HTML: who is told, what is called in, which state the case moves to."""
        page, say = self._page, self._page.wording.say
        found: list[Markup] = []
        if of.call:
            found.append(say("page.call", sop=page.links.sop(of.call)))
        if of.tells:
            found.append(say("checklist.tells", roles=page.roles(of.tells)))
        if of.moves_to:
            found.append(say("page.moves-to", state=page.places.state(of.moves_to)))
        return [str(effect) for effect in found]

    def _words(self, edge: FlowEdge) -> str:
        words = self._page.context.words
        step = self._place(edge.source).step if self._checklist.places[edge.source] else None
        match edge.kind:
            case EdgeKind.BRANCH | EdgeKind.EXCEPTION | EdgeKind.ENTRY:
                return plain(self._page.flow.condition(self._written(edge).when))
            case EdgeKind.NEXT | EdgeKind.GO:
                return self._onward(edge, step)
            case EdgeKind.LOOP if step and step.repeat:
                if step.repeat.while_:
                    return plain(self._page.flow.condition(step.repeat.while_))
                return words.text("checklist.way.not-yet" if step.repeat.until else "checklist.way.again")
            case EdgeKind.UNSAID | EdgeKind.ELSE | EdgeKind.FALLBACK:
                return words.text(f"checklist.way.{edge.kind.value}")
            case EdgeKind.SKIP:
                return words.text(f"checklist.way.{'does-not-apply' if step and step.only_if else 'skip'}")
            case EdgeKind.EVENT | EdgeKind.RAISES | EdgeKind.DURING | EdgeKind.EVERY | EdgeKind.AFTER:
                return ""
        return self._label(edge.target)

    def _onward(self, edge: FlowEdge, step: Step | None) -> str:
        """How it goes on of itself: with the answer to what a loop or a last resort asks."""
        words = self._page.context.words
        if step and step.repeat and step.repeat.until:
            return plain(self._page.flow.condition(step.repeat.until))
        if step and step.repeat and step.repeat.while_:
            return words.text("checklist.way.no-longer")
        nodes = self._checklist.graph.nodes
        around = nodes[nodes[edge.source].around].step if nodes[edge.source].around >= 0 else None
        inside = step is not None and around is not None and edge.kind is EdgeKind.NEXT
        if inside and around is not None and around.order is Order.UNTIL_ONE_WORKS:
            return words.text("checklist.way.worked")
        return ""

    def _written(self, edge: FlowEdge) -> Branch | StepException | Entry:
        """What an author wrote of a way that has a condition."""
        if edge.kind is EdgeKind.ENTRY:
            return self._page.sop.entries[edge.number]
        step = self._place(edge.source).step
        return step.branches[edge.number] if edge.kind is EdgeKind.BRANCH else step.exceptions[edge.number]

    def _more(self, edge: FlowEdge) -> Data:
        """What there is of a branch or an entry beside its words; of an exception it stands at its step."""
        if edge.kind not in (EdgeKind.BRANCH, EdgeKind.ENTRY):
            return {}
        written = self._written(edge)
        if not isinstance(written, Branch):
            return {"test": tested(written.when)}
        return {
            "test": tested(written.when),
            "then": str(self._page.prose.block(written.then)) if written.then else None,
            "effects": self.effects(written),
            "raises": self.happenings(written),
            "items": self._items.all(self._place(edge.source).branches[edge.number]),
        }

    def _place(self, index: int) -> Place:
        place = self._checklist.places[index]
        assert place is not None, "only a step has branches, exceptions and loops"
        return place

    def _label(self, index: int) -> str:
        node = self._checklist.graph.nodes[index]
        view = self._page.views.by_id.get(node.id)
        return view.label if view else node.id
