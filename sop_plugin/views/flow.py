"""Conditions, targets, loops and the order within a group, in plain words."""

from __future__ import annotations

from typing import assert_never

from markupsafe import Markup, escape

from sop_plugin.model.condition import (
    AllOf,
    AmountTest,
    AnyOf,
    ClassTest,
    Condition,
    NoneOf,
    Otherwise,
    Said,
)
from sop_plugin.model.flow import During, Escalation, Go, GoKind, Join, Order, Repeat, SopLink
from sop_plugin.model.step import RoleByClass, Step
from sop_plugin.model.time import Bound
from sop_plugin.views.links import Links
from sop_plugin.views.names import Names
from sop_plugin.views.places import Places
from sop_plugin.views.prose import ProseWriter
from sop_plugin.views.wording import Wording


class Flow:
    """Says where the work goes, and when."""

    def __init__(self, wording: Wording, names: Names, places: Places, prose: ProseWriter, links: Links) -> None:
        self._wording = wording
        self._names = names
        self._places = places
        self._prose = prose
        self._links = links

    def condition(self, condition: Condition, *, nested: bool = False) -> Markup:
        """A condition; groups within groups stand in brackets."""
        say = self._wording.say
        match condition:
            case Said(words):
                return self._prose.line(words)
            case Otherwise():
                return self._wording.words["page.condition.otherwise"]
            case ClassTest():
                return self.class_test(condition)
            case AmountTest(quantity, amount):
                return say("page.condition.amount", quantity=self._names.quantity(quantity), amount=amount.words)
            case AnyOf(parts):
                whole = self._wording.listed((self.condition(part, nested=True) for part in parts), "page.list.or")
            case AllOf(parts):
                whole = self._wording.listed((self.condition(part, nested=True) for part in parts), "page.list.all")
            case NoneOf(parts):
                inner = self._wording.listed((self.condition(part, nested=True) for part in parts), "page.list.or")
                whole = say("page.condition.none", parts=inner)
            case _:
                assert_never(condition)
        return say("page.brackets", inner=whole) if nested and len(parts) > 1 else whole

    def applies_if(self, condition: Condition) -> Markup:
        """That something applies under a condition only, as a clause."""
        return self._wording.say("page.applies-if", condition=self.condition(condition))

    def class_test(self, test: ClassTest) -> Markup:
        """The levels of a class that are meant."""
        return self._wording.say(
            "page.condition.class",
            name=self._names.class_title(test.class_id),
            levels=self._places.levels(test.class_id, test.levels),
        )

    def go(self, go: Go) -> Markup:
        """Where to go on, as an instruction."""
        if go.kind is GoKind.PLACE:
            key = "page.go.to-end" if self._places.is_end(go.target) else "page.go.place"
            return self._wording.say(key, place=self._places.link(go.target))
        if go.kind is GoKind.SOP:
            return self._wording.say("page.go.sop", sop=self._links.sop(SopLink(go.target, go.step)))
        return self._wording.words[f"page.go.{go.kind.value}"]

    def entry(self, go: Go) -> Markup:
        """Where a way in leads; without a target, to the first step."""
        return self._wording.words["page.go.first"] if go.kind is GoKind.NEXT else self.go(go)

    def repeat(self, repeat: Repeat) -> list[Markup]:
        """The clauses of a loop, in the order in which a reader needs them."""
        say = self._wording.say
        clauses = []
        if repeat.times is not None:
            clauses.append(say("page.repeat.times", count=str(repeat.times)))
        if repeat.each_time:
            rounds = (
                say("page.repeat.round", count=str(count), line=self._prose.line(line))
                for count, line in enumerate(repeat.each_time, 1)
            )
            clauses.append(self._wording.clauses(rounds))
        if repeat.every:
            clauses.append(say("page.repeat.every", time=repeat.every.words))
        if repeat.while_:
            clauses.append(say("page.repeat.while", condition=self.condition(repeat.while_)))
        if repeat.until:
            clauses.append(say("page.repeat.until", condition=self.condition(repeat.until)))
        if repeat.max is not None:
            clauses.append(say("page.repeat.max", count=str(repeat.max)))
        if repeat.each_within:
            clauses.append(say("page.repeat.each-within", time=repeat.each_within.words))
        if repeat.else_go:
            clauses.append(say("page.repeat.else", go=self.go(repeat.else_go)))
        return clauses

    def during(self, during: During) -> Markup:
        """The steps that another runs beside."""
        return self._wording.say("page.during", start=self._places.link(during.from_), end=self._places.link(during.to))

    def order(self, step: Step) -> Markup:
        """How the parts of a group relate; with its join where they run side by side or one that works is enough."""
        order = self._wording.words[f"page.order.{step.order.value}"]
        if step.order is Order.PARALLEL or step.join is not Join.ALL:
            return self._wording.say(
                "page.order.with-join", order=order, join=self._wording.words[f"page.join.{step.join}"]
            )
        return order

    def roles_by_class(self, roles: RoleByClass) -> Markup:
        """Who does it, for each level of a class."""
        return self._places.by_class(
            roles.by,
            ((case.for_, self._wording.listed(map(self._names.role, case.role))) for case in roles.values),
        )

    def escalation(self, escalation: Escalation) -> Markup:
        """One rung of a ladder: whom to call in, after how long, and how."""
        roles = self._wording.listed(
            Markup(f"<strong>{escape(self._names.role(role))}</strong>") for role in escalation.to
        )
        if escalation.after is None:
            called = self._wording.say("page.escalation.to", roles=roles)
        else:
            key = "at-once" if escalation.after.bound in (Bound.AT_ONCE, Bound.BY) else "after"
            called = self._wording.say(f"page.escalation.{key}", time=escalation.after.words, roles=roles)
        return self._wording.clauses([called, self._prose.line(escalation.how) if escalation.how else ""])
