"""What the house asks of its procedures beyond what the language asks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from sop_plugin.model.kinds import DepartmentRef, Language, Line, RoleRef, RuleRef, Title, Verbatim, authored
from sop_plugin.model.sop import Status
from sop_plugin.model.time import Duration


class RuleLevel(StrEnum):
    """How grave a rule's findings are in this house; `off` for none at all."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


class RequiredOf(StrEnum):
    """What a required field belongs to. Groups of steps are no steps that somebody does."""

    PROCEDURE = "procedure"
    STEP = "step"


@dataclass(frozen=True, slots=True)
class RequiredFields:
    """Fields that must be filled in; without `status` or `departments`, in every status or department."""

    fields: tuple[Verbatim, ...] = authored("[effective, review_by]")
    of: RequiredOf = authored("step", default=RequiredOf.PROCEDURE)
    status: tuple[Status, ...] = authored("[approved, effective]", default=())
    departments: tuple[DepartmentRef, ...] = authored("[shops]", default=())


@dataclass(frozen=True, slots=True)
class RequiredApproval:
    """Who must have approved a version before it takes effect; without `departments`, in every department."""

    shorthand: ClassVar[str] = "role"

    role: RoleRef = authored("quality-manager")
    departments: tuple[DepartmentRef, ...] = authored("[shops]", default=())


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """The level of a rule in this house."""

    rule: RuleRef = authored("vague-criterion")
    level: RuleLevel = authored("warning")


@dataclass(frozen=True, slots=True)
class Wording:
    """The word that the house uses, and those it does not; `lang` where the words are those of one language."""

    use: Title = authored("顧客")
    not_: tuple[Title, ...] = authored("[奧客, 客倌]", key="not")
    lang: Language | None = authored("zh-TW", default=None)
    why: Line | None = authored("對外一律稱呼顧客。", default=None)


@dataclass(frozen=True, slots=True)
class CheckPolicy:
    """What is checked in this house, and how strictly."""

    require: tuple[RequiredFields, ...] = authored("\n  - {fields: [time_limit], of: step}", default=())
    approvals: tuple[RequiredApproval, ...] = authored("[quality-manager]", default=())
    review_notice: Duration | None = authored("30 days", default=None)
    levels: tuple[RuleSetting, ...] = authored("\n  - {rule: vague-criterion, level: warning}", default=())
    vocabulary: tuple[Wording, ...] = authored("\n  - {use: 顧客, not: [奧客]}", default=())
