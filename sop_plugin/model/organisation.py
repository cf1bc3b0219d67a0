"""The facts that hold for the whole organisation, kept once in `content/organisation.yml`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from sop_plugin.model.kinds import (
    AnyId,
    Declares,
    DepartmentRef,
    Language,
    Line,
    Namespace,
    Title,
    Verbatim,
    authored,
)
from sop_plugin.model.policy import CheckPolicy
from sop_plugin.model.service import Channel
from sop_plugin.model.sop import Class, Level, Reference, Sop


class Party(StrEnum):
    """On which side of the counter a role stands."""

    INTERNAL = "internal"
    CUSTOMER = "customer"
    EXTERNAL = "external"


@dataclass(frozen=True, slots=True)
class Named:
    """A name in another language."""

    lang: Language = authored("en")
    title: Title = authored("Barista")


@dataclass(frozen=True, slots=True)
class NamedThing(Named):
    """A name in another language of what may hurt somebody, and how it does."""

    hazard: Line | None = authored("Hot steam scalds", default=None)


@dataclass(frozen=True, slots=True)
class Department:
    """A department."""

    id: Annotated[str, Declares(Namespace.DEPARTMENT)] = authored("shops")
    title: Title = authored("門市部")
    names: tuple[Named, ...] = authored("[{lang: en, title: Shops}]", default=())


@dataclass(frozen=True, slots=True)
class Role:
    """A role that does, checks, approves or is told something."""

    id: Annotated[str, Declares(Namespace.ROLE)] = authored("barista")
    title: Title = authored("吧台手")
    names: tuple[Named, ...] = authored("[{lang: en, title: Barista}]", default=())
    also: tuple[Title, ...] = authored("[咖啡師]", default=())
    department: DepartmentRef | None = authored("shops", default=None)
    party: Party = authored("internal", default=Party.INTERNAL)


@dataclass(frozen=True, slots=True)
class System:
    """A piece of software or a service behind the scenes."""

    id: Annotated[str, Declares(Namespace.SYSTEM)] = authored("erp")
    title: Title = authored("ERP 系統")
    names: tuple[Named, ...] = authored("[{lang: en, title: ERP}]", default=())
    also: tuple[Title, ...] = authored("[企業資源規劃系統]", default=())


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool; `hazard` says what can hurt."""

    id: Annotated[str, Declares(Namespace.TOOL)] = authored("steam-wand")
    title: Title = authored("蒸氣棒")
    names: tuple[NamedThing, ...] = authored("[{lang: en, title: Steam wand, hazard: Hot steam scalds}]", default=())
    also: tuple[Title, ...] = authored("[蒸汽管]", default=())
    hazard: Line | None = authored("高溫蒸氣會燙傷", default=None)


@dataclass(frozen=True, slots=True)
class Material:
    """A material that is used up; `hazard` says what can hurt."""

    id: Annotated[str, Declares(Namespace.MATERIAL)] = authored("fresh-milk")
    title: Title = authored("鮮乳")
    names: tuple[NamedThing, ...] = authored("[{lang: en, title: Fresh milk, hazard: Milk allergen}]", default=())
    also: tuple[Title, ...] = authored("[鮮奶]", default=())
    hazard: Line | None = authored("乳製品過敏原", default=None)


@dataclass(frozen=True, slots=True)
class CustomerGroup:
    """A group of customers for whom a service is designed."""

    id: Annotated[str, Declares(Namespace.CUSTOMER_GROUP)] = authored("commuter")
    title: Title = authored("通勤族")
    names: tuple[Named, ...] = authored("[{lang: en, title: Commuters}]", default=())
    needs: Line | None = authored("三分鐘內拿到咖啡", default=None)


@dataclass(frozen=True, slots=True)
class Touchpoint:
    """A place where the customer meets the company."""

    id: Annotated[str, Declares(Namespace.TOUCHPOINT)] = authored("counter")
    title: Title = authored("點餐櫃台")
    names: tuple[Named, ...] = authored("[{lang: en, title: Counter}]", default=())
    channel: Channel | None = authored("in-person", default=None)


@dataclass(frozen=True, slots=True)
class HouseLevel(Level):
    """A level of a class of the whole house, with its names in other languages."""

    names: tuple[Named, ...] = authored("[{lang: zh-TW, title: 重大}]", default=())


@dataclass(frozen=True, slots=True)
class HouseClass(Class):
    """A class of the whole house. An SOP's own is translated with the SOP."""

    levels: tuple[HouseLevel, ...] = authored("\n  - {id: minor, title: Minor}\n  - {id: major, title: Major}")
    names: tuple[Named, ...] = authored("[{lang: zh-TW, title: 嚴重度}]", default=())


@dataclass(frozen=True, slots=True)
class HouseReference(Reference):
    """A law or another document that several procedures rest on. An SOP's own is translated with the SOP."""

    names: tuple[Named, ...] = authored("[{lang: zh-TW, title: 消費者保護法}]", default=())


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A word with one meaning and one translation in the whole house."""

    id: Annotated[str, Declares(Namespace.TERM)] = authored("rma")
    title: Title = authored("退貨授權編號")
    names: tuple[Named, ...] = authored("[{lang: en, title: RMA number}]", default=())
    also: tuple[Title, ...] = authored("[RMA]", default=())
    text: Line | None = authored("退貨標籤上的編號。", default=None)


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """When clocks that count working time run."""

    days: tuple[Verbatim, ...] = authored("[mon, tue, wed, thu, fri]")
    from_: Verbatim = authored('"09:00"', key="from")
    to: Verbatim = authored('"18:00"')
    holidays: tuple[datetime.date, ...] = authored("[2026-10-10]", default=())


@dataclass(frozen=True, slots=True)
class Organisation:
    """The organisation. Where a list such as `roles` is missing, ids of that kind are not checked."""

    organisation: Annotated[int, "the version of the format"] = authored("1")
    name: Title = authored("和風服務股份有限公司")
    language: Language = authored("zh-TW", default="zh-TW")
    departments: tuple[Department, ...] = authored("\n  - {id: shops, title: 門市部}", default=())
    roles: tuple[Role, ...] = authored("\n  - {id: barista, title: 吧台手, department: shops}", default=())
    systems: tuple[System, ...] = authored("\n  - {id: erp, title: ERP 系統}", default=())
    tools: tuple[Tool, ...] = authored("\n  - {id: steam-wand, title: 蒸氣棒, hazard: 高溫蒸氣會燙傷}", default=())
    materials: tuple[Material, ...] = authored("\n  - {id: fresh-milk, title: 鮮乳}", default=())
    customer_groups: tuple[CustomerGroup, ...] = authored("\n  - {id: commuter, title: 通勤族}", default=())
    touchpoints: tuple[Touchpoint, ...] = authored("\n  - {id: counter, title: 點餐櫃台}", default=())
    classes: tuple[HouseClass, ...] = authored(
        "\n  - id: grade\n    title: 職級\n    levels: [{id: junior, title: 初級}, {id: senior, title: 資深}]",
        default=(),
    )
    references: tuple[HouseReference, ...] = authored("\n  - {id: consumer-act, title: 消費者保護法}", default=())
    glossary: tuple[GlossaryTerm, ...] = authored("\n  - {id: rma, title: 退貨授權編號}", default=())
    working_hours: WorkingHours | None = authored(
        '{days: [mon, tue, wed, thu, fri], from: "09:00", to: "18:00"}', default=None
    )
    policy: CheckPolicy | None = authored("{approvals: [quality-manager], review_notice: 30 days}", default=None)
    retired_ids: tuple[AnyId, ...] = authored("[cafe-coffee]", default=())

    def department_of(self, sop: Sop) -> str | None:
        """The department that an SOP belongs to: its own, or its owner's; None where neither is known."""
        return sop.department or next((role.department for role in self.roles if role.id == sop.owner), None)


def written_in(sop: Sop, organisation: Organisation | None, otherwise: str) -> str:
    """The language of an SOP: its own, else the organisation's, or `otherwise` where there is no organisation."""
    return sop.lang or (organisation.language if organisation else otherwise)
