"""Where the work goes: targets, branches, loops, events, entries and ends."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from sop_plugin.model.condition import Condition
from sop_plugin.model.kinds import (
    Declares,
    EventRef,
    Line,
    Namespace,
    RoleRef,
    StateRef,
    StepRef,
    Text,
    Title,
    authored,
)
from sop_plugin.model.record import FormUse, RecordField
from sop_plugin.model.script import ScriptLine
from sop_plugin.model.time import Duration


class GoKind(StrEnum):
    """Where a `go` leads. HERE returns to the step that was interrupted; AGAIN begins that step anew."""

    HERE = "here"
    AGAIN = "again"
    NEXT = "next"
    END = "end"
    PLACE = "place"
    SOP = "sop"


@dataclass(frozen=True, slots=True)
class Go:
    """A target: one of the four words, a step or an end of this SOP, or another SOP (`sop:id` or `sop:id/step`)."""

    kind: GoKind
    target: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True)
class SopLink:
    """Another SOP, or one step of it (`refund-card/check-name`)."""

    sop: str
    step: str = ""


class Order(StrEnum):
    """How the steps within a group relate."""

    IN_TURN = "in-turn"
    ANY_ORDER = "any-order"
    PARALLEL = "parallel"
    ONE_OF = "one-of"
    UNTIL_ONE_WORKS = "until-one-works"


class Join(StrEnum):
    """Which parallel tracks must be done before the work goes on."""

    ALL = "all"
    ANY = "any"
    NONE = "none"


class Priority(StrEnum):
    """Which of several open tracks is served before the others."""

    FIRST = "first"
    NORMAL = "normal"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Branch:
    """One answer to a decision, and where it leads."""

    id: Annotated[str, Declares(Namespace.BRANCH, local=True)] = authored("sealed")
    when: Condition = authored("The parcel is still sealed")
    then: Text | None = authored("Ask the shift lead.", default=None)
    call: SopLink | None = authored("refund-card", default=None)
    approved_by: tuple[RoleRef, ...] = authored("manager", default=())
    raises: tuple[EventRef, ...] = authored("parcel-accepted", default=())
    moves_to: StateRef | None = authored("waiting-for-refund", default=None)
    tells: tuple[RoleRef, ...] = authored("customer", default=())
    go: Go = authored("refund", default=Go(GoKind.NEXT))


@dataclass(frozen=True, slots=True)
class Repeat:
    """A loop: a number of times, until or while something holds, at intervals; of several, the first met ends it."""

    shorthand: ClassVar[str] = "times"

    times: int | None = authored("2", default=None)
    each_time: tuple[Line, ...] = authored("[2 scoops, 1 scoop]", default=())
    until: Condition | None = authored("The caller confirms", default=None)
    while_: Condition | None = authored("Guests are waiting", key="while", default=None)
    every: Duration | None = authored("15-20 min", default=None)
    each_within: Duration | None = authored("2 min", default=None)
    max: int | None = authored("3", default=None)
    else_go: Go | None = authored("escalate", default=None)


@dataclass(frozen=True, slots=True)
class During:
    """The stretch along which a step runs beside the others."""

    from_: StepRef = authored("answer", key="from")
    to: StepRef = authored("close")


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens and may start a step or a clock."""

    id: Annotated[str, Declares(Namespace.EVENT)] = authored("recall")
    title: Title = authored("A product is recalled")
    external: bool = authored("true", default=False)
    notes: Text | None = authored("The supplier's notice arrives by e-mail.", default=None)


@dataclass(frozen=True, slots=True)
class Entry:
    """One of several ways into the procedure."""

    id: Annotated[str, Declares(Namespace.ENTRY)] = authored("by-phone")
    when: Condition = authored("The customer calls")
    go: Go = authored("answer-call", default=Go(GoKind.NEXT))


class Outcome(StrEnum):
    """What an end means."""

    DONE = "done"
    HANDED_OVER = "handed-over"
    STOPPED = "stopped"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class End:
    """One of several ends."""

    id: Annotated[str, Declares(Namespace.END)] = authored("refunded")
    title: Title = authored("The money is refunded")
    outcome: Outcome = authored("done", default=Outcome.DONE)
    then: Text | None = authored("File the form.", default=None)
    moves_to: StateRef | None = authored("closed", default=None)


@dataclass(frozen=True, slots=True)
class State:
    """A state a case can be in, where the procedure moves a case through states."""

    id: Annotated[str, Declares(Namespace.STATE)] = authored("waiting-for-parts")
    title: Title = authored("Waiting for parts")
    final: bool = authored("true", default=False)


@dataclass(frozen=True, slots=True)
class Escalation:
    """Who is called in, after how long, and how; several make a ladder."""

    shorthand: ClassVar[str] = "to"

    to: tuple[RoleRef, ...] = authored("shift-lead")
    after: Duration | None = authored("10 min", default=None)
    how: Line | None = authored("by phone", default=None)


@dataclass(frozen=True, slots=True)
class StepException:
    """What to do when something goes wrong or out of the ordinary at a step."""

    ANSWERS: ClassVar[tuple[str, ...]] = (
        *("then", "script", "call", "approved_by", "escalate", "record", "raises", "moves_to", "tells"),
    )
    """The fields that tell what is done about it, beside `go`."""

    id: Annotated[str, Declares(Namespace.EXCEPTION, local=True)] = authored("no-stock")
    when: Condition = authored("The item is out of stock")
    then: Text | None = authored("Offer a refund or a later delivery.", default=None)
    script: tuple[ScriptLine, ...] = authored('\n  - "I am sorry, it has just sold out."', default=())
    call: SopLink | None = authored("refund-card", default=None)
    approved_by: tuple[RoleRef, ...] = authored("manager", default=())
    escalate: tuple[Escalation, ...] = authored("{to: shift-lead, after: 10 min}", default=())
    time_limit: Duration | None = authored("5 min", default=None)
    record: tuple[FormUse | RecordField, ...] = authored("[stock-log.item]", default=())
    raises: tuple[EventRef, ...] = authored("stock-empty", default=())
    moves_to: StateRef | None = authored("waiting-for-goods", default=None)
    tells: tuple[RoleRef, ...] = authored("customer", default=())
    go: Go = authored("again", default=Go(GoKind.HERE))
