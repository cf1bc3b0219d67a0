"""Limits, waits and schedules in plain words."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from sop_plugin.model.time import (
    Bound,
    ClockStart,
    Deadline,
    DurationByClass,
    DurationCase,
    Edge,
    Extension,
    LimitCase,
    Moment,
    Pause,
    Schedule,
    TimeLimit,
    Wait,
)
from sop_plugin.views.flow import Flow
from sop_plugin.views.names import Names
from sop_plugin.views.places import Places
from sop_plugin.views.prose import ProseWriter
from sop_plugin.views.wording import Wording


class Times:
    """Says times in the author's own words, with the clock's start, stops and restarts around them."""

    def __init__(self, wording: Wording, names: Names, places: Places, prose: ProseWriter, flow: Flow) -> None:
        self._wording = wording
        self._names = names
        self._places = places
        self._prose = prose
        self._flow = flow

    def moment(self, moment: Moment) -> Markup:
        """An event, or a step's start or end."""
        if moment.edge is None:
            return self._places.event(moment.id)
        key = "page.moment.start" if moment.edge is Edge.START else "page.moment.done"
        return self._wording.say(key, step=self._places.link(moment.id))

    def moments(self, moments: Iterable[Moment]) -> Markup:
        """Several moments, any of which counts."""
        return self._wording.listed(map(self.moment, moments), "page.list.or")

    def all_moments(self, moments: Iterable[Moment]) -> Markup:
        """Several moments, all of which must have come."""
        return self._wording.listed(map(self.moment, moments))

    def limit(self, limit: TimeLimit) -> Markup:
        """A step's or a whole procedure's time limit: how long, then how it is counted."""
        parts = [escape(limit.limit.words)] if limit.limit else []
        if limit.by or limit.values:
            parts.append(self.by_class(limit.by, limit.values))
        if limit.or_:
            parts.append(self._wording.say("page.limit.or", line=self._prose.line(limit.or_)))
        if limit.says:
            parts.append(self._wording.say("page.limit.says", line=self._prose.line(limit.says)))
        return self._wording.clauses([*parts, self._clock(limit)])

    def deadline(self, deadline: Deadline) -> Markup:
        """A limit over several steps."""
        says = self._wording.say("page.limit.says", line=self._prose.line(deadline.says)) if deadline.says else ""
        return self._wording.clauses([self.deadline_limit(deadline), says, self._clock(deadline)])

    def deadline_limit(self, deadline: Deadline) -> Markup:
        """How long a deadline is, and when it applies at all."""
        only_if = self._flow.applies_if(deadline.only_if) if deadline.only_if else ""
        return self._wording.clauses([escape(deadline.limit.words), only_if])

    def takes(self, takes: DurationByClass) -> Markup:
        """A working time that differs by class."""
        return self.by_class(takes.by, takes.values)

    def by_class(self, class_id: str | None, cases: Iterable[DurationCase | LimitCase]) -> Markup:
        """A time for each level of a class."""
        return self._places.by_class(
            class_id or "",
            (
                (case.for_, self._limit_case(case) if isinstance(case, LimitCase) else escape(case.takes.words))
                for case in cases
            ),
        )

    def _limit_case(self, case: LimitCase) -> Markup:
        start = self._start(case)
        if not start:
            return escape(case.limit.words)
        return self._wording.say("page.amount.also", amount=case.limit.words, also=self._wording.clauses(start))

    def wait(self, wait: Wait) -> Markup:
        """Idle time before a step."""
        say = self._wording.say
        return self._wording.clauses(
            [
                escape(wait.time.words) if wait.time else "",
                say("page.wait.until", moment=self.moment(wait.until)) if wait.until else "",
                say("page.wait.at-most", time=wait.at_most.words) if wait.at_most else "",
                self._prose.line(wait.why) if wait.why else "",
            ]
        )

    def schedule(self, schedule: Schedule) -> Markup:
        """When a recurring step is due."""
        say = self._wording.say
        return self._wording.clauses(
            [
                escape(schedule.every.words),
                self._prose.line(schedule.at) if schedule.at else "",
                say("page.schedule.while", condition=self._flow.condition(schedule.while_)) if schedule.while_ else "",
            ]
        )

    def _clock(self, limit: TimeLimit | Deadline) -> Markup:
        say = self._wording.say
        parts = self._start(limit)
        if limit.to:
            key = "page.limit.to" if len(limit.to) == 1 else "page.limit.to-first"
            parts.append(say(key, moments=self.moments(limit.to)))
        if limit.restarts_on:
            parts.append(say("page.limit.restarts", moments=self.moments(limit.restarts_on)))
        parts += map(self._pause, limit.pause)
        if limit.extension:
            parts.append(self._extension(limit.extension))
        return Markup(f'<span class="sop-clock">{self._wording.clauses(parts)}</span>') if parts else Markup()

    def _start(self, limit: TimeLimit | LimitCase | Deadline) -> list[Markup]:
        """What starts the clock, and from which day it counts."""
        parts = []
        if limit.from_:
            key = "page.limit.from" if len(limit.from_) == 1 else "page.limit.from-first"
            parts.append(self._wording.say(key, moments=self.moments(limit.from_)))
        if limit.counts_from is not ClockStart.AT_ONCE:
            parts.append(self._wording.words[f"page.counts.{limit.counts_from.value}"])
        return parts

    def _pause(self, pause: Pause) -> Markup:
        return self._wording.say("page.limit.pause", start=self.moment(pause.from_), end=self.moment(pause.to))

    def _extension(self, extension: Extension) -> Markup:
        say = self._wording.say
        if extension.up_to.bound is Bound.OPEN_ENDED:
            told = self._wording.words["page.limit.extension-open"]
        else:
            # What says itself how it is bounded, such as "at most 30 days" or "until May", needs no second bound.
            key = "extension" if extension.up_to.bound in (Bound.EXACT, Bound.RANGE) else "extension-worded"
            told = say(f"page.limit.{key}", time=extension.up_to.words)
        if not extension.approved_by:
            return told
        roles = self._wording.listed(map(self._names.role, extension.approved_by), "page.list.both")
        return say("page.limit.extension-approved", extension=told, roles=roles)
