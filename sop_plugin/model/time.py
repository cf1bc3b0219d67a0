"""Time as people write it: durations, limits, waits and schedules.

Working time (`takes`), deadline (`time_limit`) and idle time (`wait`) are three fields of a step: with one for all
three a value stream map would count deadlines as work.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from sop_plugin.model.condition import Condition
from sop_plugin.model.kinds import (
    ClassRef,
    Declares,
    LevelRef,
    Line,
    Namespace,
    RoleRef,
    Title,
    authored,
)


class TimeUnit(StrEnum):
    """What a span is counted in. Units that no clock can turn into each other are kept apart."""

    SECOND = "second"
    DAY = "day"
    MONTH = "month"
    WORKING_HOUR = "working-hour"
    WORKING_DAY = "working-day"


class Bound(StrEnum):
    """How the author's words bound a time."""

    EXACT = "exact"
    RANGE = "range"
    AT_MOST = "at-most"
    AT_LEAST = "at-least"
    ABOUT = "about"
    EVERY = "every"
    HOLD = "hold"
    OPEN_ENDED = "open-ended"
    AT_ONCE = "at-once"
    OVERNIGHT = "overnight"
    UNTIL = "until"
    BY = "by"
    REMAINING = "remaining"


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time: `amount` of `unit`. Minutes, hours and weeks are held in seconds and days."""

    amount: float
    unit: TimeUnit

    @property
    def seconds(self) -> float | None:
        """Its length in seconds, a day being 24 hours; None for months and working time, which have no fixed length."""
        if self.unit is TimeUnit.SECOND:
            return self.amount
        if self.unit is TimeUnit.DAY:
            return self.amount * 86_400
        return None


@dataclass(frozen=True, slots=True)
class Duration:
    """A time with the author's own `words` kept beside it.

    `low` and `high` are the ends of the range; both are the same span for an exact time, one is None where the time
    is open at that end, and both are None where there is no number at all (`overnight`, `at once`, `until ...`, or
    `by ...`).
    """

    words: str
    bound: Bound
    low: Span | None = None
    high: Span | None = None


class Edge(StrEnum):
    """Which end of a step a moment is."""

    START = "start"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happens: an event (`edge` is None), or a step's start or end (`serve.done`)."""

    id: str
    edge: Edge | None = None


class ClockStart(StrEnum):
    """On which day a limit begins to count. Legal periods often leave out the day of the event itself."""

    AT_ONCE = "at-once"
    NEXT_DAY = "next-day"
    NEXT_WORKING_DAY = "next-working-day"


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch during which a clock stands still."""

    from_: Moment = authored("photos-asked", key="from")
    to: Moment = authored("photos-sent")


@dataclass(frozen=True, slots=True)
class Extension:
    """How far a limit may be extended, and who must agree."""

    up_to: Duration = authored("30 days")
    approved_by: tuple[RoleRef, ...] = authored("manager", default=())


@dataclass(frozen=True, slots=True)
class LimitCase:
    """The limit for some levels of a class, and when its clock starts where that differs too."""

    for_: tuple[LevelRef, ...] = authored("[minor]", key="for")
    limit: Duration = authored("4 business hours")
    from_: tuple[Moment, ...] = authored("parcel-in", key="from", default=())
    counts_from: ClockStart = authored("next-day", default=ClockStart.AT_ONCE)


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A deadline: how long, counted from when. Written short, `3 min`, it runs from the step's own start.

    Of several moments in `from`, the first to happen starts the clock; of several in `to`, the first stops it.
    """

    shorthand: ClassVar[str] = "limit"

    limit: Duration | None = authored("2 working days", default=None)
    from_: tuple[Moment, ...] = authored("[parcel-in, claim.done]", key="from", default=())
    counts_from: ClockStart = authored("next-day", default=ClockStart.AT_ONCE)
    to: tuple[Moment, ...] = authored("[refund.done, claim-withdrawn]", default=())
    or_: Line | None = authored("drink cools", key="or", default=None)
    restarts_on: tuple[Moment, ...] = authored("reopened", default=())
    pause: tuple[Pause, ...] = authored("{from: photos-asked, to: photos-sent}", default=())
    extension: Extension | None = authored("{up_to: 30 days, approved_by: manager}", default=None)
    by: ClassRef | None = authored("severity", default=None)
    values: tuple[LimitCase, ...] = authored("\n  - {for: [minor], limit: 4 business hours}", default=())
    says: Line | None = authored("two days", default=None)


@dataclass(frozen=True, slots=True)
class DurationCase:
    """The time for some levels of a class."""

    for_: tuple[LevelRef, ...] = authored("[minor]", key="for")
    takes: Duration = authored("15-20 min")


@dataclass(frozen=True, slots=True)
class DurationByClass:
    """A time that differs by class, such as severity."""

    by: ClassRef = authored("severity")
    values: tuple[DurationCase, ...] = authored("\n  - {for: [minor], takes: 15-20 min}")


@dataclass(frozen=True, slots=True)
class Wait:
    """Idle time before a step: for a time, or for an event with or without a time-out."""

    shorthand: ClassVar[str] = "time"

    time: Duration | None = authored("5 min", default=None)
    until: Moment | None = authored("buzzer-rings", default=None)
    at_most: Duration | None = authored("10 min", default=None)
    why: Line | None = authored("The dough must rise.", default=None)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A limit over several steps.

    Of several moments in `from`, the first to happen starts the clock; of several in `to`, the first stops it.
    """

    id: Annotated[str, Declares(Namespace.DEADLINE)] = authored("answer-in-time")
    title: Title = authored("Answer within the legal period")
    limit: Duration = authored("30 days")
    from_: tuple[Moment, ...] = authored("[claim.done, claim-sent]", key="from")
    only_if: Condition | None = authored("The customer is a consumer", default=None)
    counts_from: ClockStart = authored("next-day", default=ClockStart.AT_ONCE)
    to: tuple[Moment, ...] = authored("[answer.done, claim-withdrawn]", default=())
    restarts_on: tuple[Moment, ...] = authored("claim-changed", default=())
    pause: tuple[Pause, ...] = authored("{from: papers-asked, to: papers-in}", default=())
    extension: Extension | None = authored("{up_to: 30 days, approved_by: manager}", default=None)
    says: Line | None = authored("thirty days", default=None)


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a recurring step is due."""

    shorthand: ClassVar[str] = "every"

    every: Duration = authored("4 h")
    at: Line | None = authored("09:00, before the doors open", default=None)
    while_: Condition | None = authored("The shop is open", key="while", default=None)
