"""A procedure: its control data, its steps, and what lies beside them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from sop_plugin.model.amount import Amount, Quantity
from sop_plugin.model.condition import Condition
from sop_plugin.model.flow import End, Entry, Event, State
from sop_plugin.model.kinds import (
    AnyId,
    CustomerGroupRef,
    Declares,
    DepartmentRef,
    Language,
    Line,
    Namespace,
    RoleRef,
    SopRef,
    StepRef,
    Text,
    Title,
    Verbatim,
    Version,
    authored,
)
from sop_plugin.model.record import Form
from sop_plugin.model.service import Channel
from sop_plugin.model.step import Citation, Standard, Step
from sop_plugin.model.suppression import Suppression
from sop_plugin.model.time import Deadline, Duration, TimeLimit


class Status(StrEnum):
    """Where a version stands in document control."""

    DRAFT = "draft"
    IN_REVIEW = "in-review"
    APPROVED = "approved"
    EFFECTIVE = "effective"
    SUPERSEDED = "superseded"
    RETIRED = "retired"


class Confidentiality(StrEnum):
    """Who may read it."""

    PUBLIC = "public"
    INTERNAL = "internal"
    CONFIDENTIAL = "confidential"
    RESTRICTED = "restricted"


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved this version, and when."""

    role: RoleRef = authored("quality-manager")
    name: Verbatim | None = authored("陳怡君", default=None)
    date: datetime.date | None = authored("2026-03-01", default=None)


@dataclass(frozen=True, slots=True)
class Reference:
    """A law, a standard or another document that the procedure rests on."""

    id: Annotated[str, Declares(Namespace.REFERENCE)] = authored("consumer-act")
    title: Title = authored("Consumer Protection Act")
    link: Verbatim | None = authored("https://law.moj.gov.tw/", default=None)
    version: Verbatim | None = authored("2015-06-17", default=None)


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the change log. `editorial` names fields whose meaning did not change, so that pins stay valid."""

    version: Version = authored("2.1")
    date: datetime.date = authored("2026-03-01")
    summary: Line = authored("The order is read back before payment.")
    role: RoleRef | None = authored("cafe-manager", default=None)
    editorial: tuple[Verbatim, ...] = authored("[greet.do, pay.title]", default=())


@dataclass(frozen=True, slots=True)
class Requirement:
    """What must be true before the procedure may begin."""

    shorthand: ClassVar[str] = "text"

    text: Line = authored("The till is open.")
    basis: tuple[Citation, ...] = authored("[till-rules 2.1]", default=())


@dataclass(frozen=True, slots=True)
class Policy:
    """A rule that is no step, shown at the steps it concerns."""

    id: Annotated[str, Declares(Namespace.POLICY)] = authored("staff-drinks")
    title: Title = authored("Staff drinks")
    rule: Text = authored("Ring them up first.")
    at: tuple[StepRef, ...] = authored("[pay]", default=())
    penalty: Line | None = authored("A written warning", default=None)
    basis: tuple[Citation, ...] = authored("[handbook 4.2]", default=())


@dataclass(frozen=True, slots=True)
class Term:
    """A word explained, with its other names."""

    id: Annotated[str, Declares(Namespace.TERM)] = authored("rma")
    title: Title = authored("RMA")
    text: Line = authored("The number on the return label.")
    also: tuple[Title, ...] = authored("[return number]", default=())


class Take(StrEnum):
    """Which level counts when several apply."""

    HIGHEST = "highest"
    LOWEST = "lowest"
    FIRST = "first"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a class, with the condition that puts a case there."""

    id: Annotated[str, Declares(Namespace.LEVEL, local=True)] = authored("major")
    title: Title = authored("Major")
    when: Condition | None = authored("{any: [{users: at least 10}, {loss: at least 1000 TWD}]}", default=None)


@dataclass(frozen=True, slots=True)
class Class:
    """A way of sorting cases, such as severity; levels stand from the least to the most."""

    id: Annotated[str, Declares(Namespace.CLASS)] = authored("severity")
    title: Title = authored("Severity")
    levels: tuple[Level, ...] = authored("\n  - {id: minor, title: Minor}\n  - {id: major, title: Major}")
    take: Take = authored("highest", default=Take.HIGHEST)


class Measure(StrEnum):
    """What a key performance indicator measures."""

    HANDLING_TIME = "handling-time"
    WAITING_TIME = "waiting-time"
    LEAD_TIME = "lead-time"
    ERROR_RATE = "error-rate"
    FIRST_TIME_RIGHT = "first-time-right"
    ON_TIME = "on-time"
    CSAT = "csat"
    NPS = "nps"
    CHURN = "churn"
    VOLUME = "volume"
    COST = "cost"
    REVENUE = "revenue"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Kpi:
    """A key performance indicator of the procedure."""

    id: Annotated[str, Declares(Namespace.KPI)] = authored("mean-wait")
    title: Title = authored("Mean waiting time in the queue")
    measure: Measure = authored("waiting-time", default=Measure.OTHER)
    target: Amount | None = authored("at most 3 min", default=None)
    threshold: Amount | None = authored("over 5 min", default=None)
    every: Duration | None = authored("1 month", default=None)
    how: Line | None = authored("Time stamps of the till", default=None)


@dataclass(frozen=True, slots=True)
class Sop:
    """A standard operating procedure."""

    sop: Annotated[int, "the version of the format"] = authored("1")
    id: Annotated[str, Declares(Namespace.SOP)] = authored("cafe-latte")
    title: Title = authored("Make a latte")
    steps: tuple[Step, ...] = authored("\n  - id: make\n    title: Make and serve the latte")
    was: tuple[AnyId, ...] = authored("[latte]", default=())
    # document control
    version: Version | None = authored("2.1", default=None)
    status: Status = authored("effective", default=Status.EFFECTIVE)
    effective: datetime.date | None = authored("2026-03-01", default=None)
    review_by: datetime.date | None = authored("2027-03-01", default=None)
    review_every: Duration | None = authored("12 months", default=None)
    owner: RoleRef | None = authored("cafe-manager", default=None)
    department: DepartmentRef | None = authored("shops", default=None)
    approvals: tuple[Approval, ...] = authored("\n  - {role: quality-manager, date: 2026-02-20}", default=())
    supersedes: tuple[SopRef, ...] = authored("[cafe-coffee]", default=())
    variant_of: SopRef | None = authored("cafe-order", default=None)
    confidentiality: Confidentiality | None = authored("internal", default=None)
    keep: Duration | None = authored("5 years", default=None)
    lang: Language | None = authored("zh-TW", default=None)
    languages: tuple[Language, ...] = authored("[zh-TW, en]", default=())
    # what it is for, and for whom
    summary: Line | None = authored("From the order slip to the cup in the guest's hand.", default=None)
    purpose: Text | None = authored("Every latte tastes the same in every shop.", default=None)
    scope: Text | None = authored("All shops, hot and iced.", default=None)
    tags: tuple[Title, ...] = authored("[coffee, bar]", default=())
    aliases: tuple[Title, ...] = authored("[white coffee]", default=())
    channels: tuple[Channel, ...] = authored("[in-person]", default=())
    audience: tuple[RoleRef, ...] = authored("[barista, trainee]", default=())
    customer_groups: tuple[CustomerGroupRef, ...] = authored("[commuter]", default=())
    role: tuple[RoleRef, ...] = authored("barista", default=())
    # what it rests on
    requires: tuple[Requirement, ...] = authored("\n  - The machine is at pressure.", default=())
    references: tuple[Reference, ...] = authored("\n  - {id: food-act, title: Food Safety Act}", default=())
    terms: tuple[Term, ...] = authored("\n  - {id: crema, title: Crema, text: The foam on an espresso.}", default=())
    classes: tuple[Class, ...] = authored(
        "\n  - id: severity\n    title: Severity\n    levels: [{id: minor, title: Minor}, {id: major, title: Major}]",
        default=(),
    )
    quantities: tuple[Quantity, ...] = authored(
        "\n  - {id: queue-length, title: Guests in the queue, unit: guests}", default=()
    )
    policies: tuple[Policy, ...] = authored(
        "\n  - {id: staff-drinks, title: Staff drinks, at: [pay], rule: Ring them up first.}", default=()
    )
    # what it promises
    time_limit: TimeLimit | None = authored("5 min", default=None)
    standards: tuple[Standard, ...] = authored("\n  - Every guest is greeted.", default=())
    kpis: tuple[Kpi, ...] = authored(
        "\n  - {id: wait, title: Mean wait, measure: waiting-time, target: at most 3 min}", default=()
    )
    # flow
    entries: tuple[Entry, ...] = authored("\n  - {id: by-phone, when: The customer calls, go: answer-call}", default=())
    ends: tuple[End, ...] = authored("\n  - {id: refunded, title: The money is refunded}", default=())
    events: tuple[Event, ...] = authored("\n  - {id: recall, title: A product is recalled, external: true}", default=())
    states: tuple[State, ...] = authored("\n  - {id: waiting-for-parts, title: Waiting for parts}", default=())
    deadlines: tuple[Deadline, ...] = authored(
        "\n  - {id: answer-in-time, title: Answer, limit: 30 days, from: claim.done}", default=()
    )
    forms: tuple[Form, ...] = authored(
        "\n  - id: return-form\n    title: Return form\n    fields: [{id: weight, title: Weight, type: number}]",
        default=(),
    )
    triggered: tuple[Step, ...] = authored(
        "\n  - {id: pull, title: Pull the product, event: recall, time_limit: at once}", default=()
    )
    recurring: tuple[Step, ...] = authored("\n  - {id: fridge, title: Read the fridge, every: 4 h}", default=())
    changes: tuple[Change, ...] = authored(
        "\n  - {version: 2.1, date: 2026-03-01, summary: The order is read back before payment.}", default=()
    )
    # what the checks are told
    suppress: tuple[Suppression, ...] = authored(
        "\n  - {rule: vague-criterion, reason: The guest decides when the milk is hot enough.}", default=()
    )
