"""A step: one recursive type, whose `order` makes it a phase, a track, a choice of methods or a group of sub-steps."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from sop_plugin.model.amount import Amount, Setting
from sop_plugin.model.condition import ClassTest, Condition
from sop_plugin.model.flow import (
    Branch,
    During,
    Go,
    Join,
    Order,
    Priority,
    Repeat,
    SopLink,
    StepException,
)
from sop_plugin.model.kinds import (
    ClassRef,
    CustomerGroupRef,
    Declares,
    EventRef,
    File,
    LevelRef,
    Line,
    MaterialRef,
    Namespace,
    RoleRef,
    StateRef,
    StepRef,
    SystemRef,
    Text,
    Title,
    ToolRef,
    TouchpointRef,
    Verbatim,
    authored,
)
from sop_plugin.model.record import FormUse, RecordField
from sop_plugin.model.script import ScriptLine
from sop_plugin.model.service import Channel, Emotion, Flexibility, Layer, Stage, Value, Waste
from sop_plugin.model.time import Duration, DurationByClass, Moment, Schedule, TimeLimit, Wait


class CautionLevel(StrEnum):
    """How grave a caution is (after ISO 3864-2 and ANSI Z535.6), and `never` for what must not be done."""

    DANGER = "danger"
    WARNING = "warning"
    CAUTION = "caution"
    NOTE = "note"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Caution:
    """A warning at a step; written as its level, then the text: `danger: Steam burns.`"""

    level: CautionLevel
    text: str


@dataclass(frozen=True, slots=True)
class RoleCase:
    """Who does it for some levels of a class."""

    for_: tuple[LevelRef, ...] = authored("[major]", key="for")
    role: tuple[RoleRef, ...] = authored("shift-lead")


@dataclass(frozen=True, slots=True)
class RoleByClass:
    """A role that differs by class, such as severity."""

    by: ClassRef = authored("severity")
    values: tuple[RoleCase, ...] = authored("\n  - {for: [major], role: shift-lead}")


@dataclass(frozen=True, slots=True)
class MaterialUse:
    """A material and how much of it, if need be in a second system of units."""

    shorthand: ClassVar[str] = "use"

    use: MaterialRef = authored("fresh-milk")
    amount: Amount | None = authored("200 ml", default=None)
    also: Amount | None = authored("7 fl oz", default=None)


@dataclass(frozen=True, slots=True)
class Standard:
    """A quality standard that somebody can check."""

    shorthand: ClassVar[str] = "text"

    text: Line = authored("The order read back matches the guest's words.")
    id: Annotated[str, Declares(Namespace.STANDARD, local=True)] | None = authored("read-back", default=None)
    measure: Amount | None = authored("60 to 65 °C", default=None)
    how: Line | None = authored("Thermometer in the jug", default=None)
    checked_by: tuple[RoleRef, ...] = authored("shift-lead", default=())


@dataclass(frozen=True, slots=True)
class Media:
    """A picture, a video or a file, with words for those who cannot see it."""

    shorthand: ClassVar[str] = "file"

    file: File = authored("img/counter.svg")
    alt: Title | None = authored("The counter seen from the guest's side", default=None)
    caption: Line | None = authored("Stand at the left of the till.", default=None)


@dataclass(frozen=True, slots=True)
class Citation:
    """A document of `references`, and the place in it (`consumer-act art. 19`)."""

    reference: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, or a group of steps."""

    id: Annotated[str, Declares(Namespace.STEP)] = authored("greet")
    was: tuple[Verbatim, ...] = authored("[say-hello]", default=())
    title: Title | None = authored("Greet the guest", default=None)
    do: Text | None = authored("Look up, smile, and greet the guest.", default=None)
    # who
    role: tuple[RoleRef, ...] | RoleByClass = authored("[cashier, shift-lead]", default=())
    or_role: tuple[RoleRef, ...] = authored("barista", default=())
    people: Amount | None = authored("2", default=None)
    min_level: ClassTest | None = authored("{grade: senior}", default=None)
    checked_by: tuple[RoleRef, ...] = authored("shift-lead", default=())
    approved_by: tuple[RoleRef, ...] = authored("manager", default=())
    tells: tuple[RoleRef, ...] = authored("customer", default=())
    # with what
    tools: tuple[ToolRef, ...] = authored("[pos, receipt-printer]", default=())
    systems: tuple[SystemRef, ...] = authored("erp", default=())
    materials: tuple[MaterialUse, ...] = authored("[{use: fresh-milk, amount: 200 ml}, napkin]", default=())
    settings: tuple[Setting, ...] = authored(
        "\n  - {id: water-temperature, title: Water temperature, amount: 90 to 95 °C}", default=()
    )
    # how long
    takes: Duration | DurationByClass | None = authored("about 90 s", default=None)
    time_limit: TimeLimit | None = authored("3 min", default=None)
    wait: Wait | None = authored("5 min", default=None)
    # how well, and what can go wrong
    quality: tuple[Standard, ...] = authored("\n  - The cup is wiped clean.", default=())
    cautions: tuple[Caution, ...] = authored("\n  - danger: Steam burns.", default=())
    script: tuple[ScriptLine, ...] = authored('\n  - "Good morning, what can I get you?"', default=())
    exceptions: tuple[StepException, ...] = authored(
        "\n  - {id: no-stock, when: Out of stock, then: Offer another drink., go: again}", default=()
    )
    # what is written down or shown
    checklist: tuple[Line, ...] = authored("[Plate, Fork, Napkin]", default=())
    record: tuple[FormUse | RecordField, ...] = authored("[return-form.weight]", default=())
    media: tuple[Media, ...] = authored("\n  - {file: img/counter.svg, alt: The counter}", default=())
    # flow
    optional: bool = authored("true", default=False)
    only_if: Condition | None = authored("{severity: [major]}", default=None)
    branches: tuple[Branch, ...] = authored(
        "\n  - {id: sealed, when: Still sealed, go: refund}\n  - {id: other, when: otherwise, go: next}",
        default=(),
    )
    go: Go | None = authored("close", default=None)
    repeat: Repeat | None = authored("{until: The caller confirms, max: 3}", default=None)
    after: tuple[Moment, ...] = authored("[drinks.done]", default=())
    after_any: tuple[Moment, ...] = authored("[order-paid, credit-approved]", default=())
    during: During | None = authored("{from: answer, to: close}", default=None)
    event: EventRef | None = authored("recall", default=None)
    every: Schedule | None = authored("4 h", default=None)
    raises: tuple[EventRef, ...] = authored("recall", default=())
    moves_to: StateRef | None = authored("waiting-for-parts", default=None)
    undoes: StepRef | None = authored("open-valve", default=None)
    same_as: StepRef | None = authored("refill", default=None)
    priority: Priority = authored("first", default=Priority.NORMAL)
    order: Order = authored("parallel", default=Order.IN_TURN)
    join: Join = authored("any", default=Join.ALL)
    steps: tuple[Step, ...] = authored("\n  - {id: drinks, title: Make the drinks}", default=())
    # other documents
    call: SopLink | None = authored("refund-card", default=None)
    see: tuple[SopLink, ...] = authored("[price-list, refund-card/check-name]", default=())
    basis: tuple[Citation, ...] = authored("[consumer-act art. 19]", default=())
    review_by: datetime.date | None = authored("2027-03-01", default=None)
    # the service seen from outside
    layer: Layer | None = authored("front-stage", default=None)
    channels: tuple[Channel, ...] = authored("[in-person]", default=())
    stage: Stage | None = authored("purchase", default=None)
    touchpoint: TouchpointRef | None = authored("counter", default=None)
    evidence: tuple[Line, ...] = authored("[Menu board, Receipt]", default=())
    customer_groups: tuple[CustomerGroupRef, ...] = authored("[commuter]", default=())
    emotion: Emotion | None = authored('{score: -1, thinks: "Has anyone noticed me?"}', default=None)
    pain_points: tuple[Line, ...] = authored("[The menu is hard to read from the queue]", default=())
    opportunities: tuple[Line, ...] = authored("[Hand out a menu in the queue]", default=())
    value: Value | None = authored("necessary", default=None)
    waste: tuple[Waste, ...] = authored("[waiting]", default=())
    flexibility: Flexibility | None = authored("flexible", default=None)
    notes: Text | None = authored("New staff often forget the takeaway question.", default=None)
