"""The kinds of text an author writes.

The model's annotations use these, and everything that must know a field's nature is derived from them: how it is
read, which references are checked, what a translation may carry, the JSON Schema and the writers' field reference.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field
from enum import StrEnum
from typing import Annotated, Any


class Markup(StrEnum):
    """How much Markdown a text may hold."""

    NONE = "none"
    INLINE = "inline"
    BLOCK = "block"


class Namespace(StrEnum):
    """A family of ids. An id is unique within its family."""

    SOP = "sop"
    STEP = "step"
    END = "end"
    ENTRY = "entry"
    BRANCH = "branch"
    EXCEPTION = "exception"
    STANDARD = "standard"
    FORM = "form"
    FIELD = "field"
    EVENT = "event"
    STATE = "state"
    CLASS = "class"
    LEVEL = "level"
    QUANTITY = "quantity"
    POLICY = "policy"
    TERM = "term"
    REFERENCE = "reference"
    DEADLINE = "deadline"
    AMOUNT = "amount"
    KPI = "kpi"
    ROLE = "role"
    DEPARTMENT = "department"
    SYSTEM = "system"
    TOOL = "tool"
    MATERIAL = "material"
    CUSTOMER_GROUP = "customer-group"
    TOUCHPOINT = "touchpoint"
    RULE = "rule"
    QUIZ = "quiz"


@dataclass(frozen=True, slots=True)
class Words:
    """Text for people, carried by translations."""

    markup: Markup


@dataclass(frozen=True, slots=True)
class Declares:
    """An id that others may point at. `local` ids are unique within their parent only."""

    namespace: Namespace
    local: bool = False


@dataclass(frozen=True, slots=True)
class Refers:
    """An id declared elsewhere."""

    namespace: Namespace


@dataclass(frozen=True, slots=True)
class Pattern:
    """A text of a fixed form, such as a version; `name` is its key in the catalogues."""

    name: str
    regex: str


@dataclass(frozen=True, slots=True)
class Asset:
    """A path to a picture, a video or another file, relative to the SOP's own file."""


ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
VERSION_PATTERN = r"[0-9]+(?:\.[0-9]+)*(?:-[a-z0-9]+)?"
LANGUAGE_PATTERN = r"[a-z]{2,3}(?:-[A-Za-z]{4})?(?:-[A-Z]{2})?"


Title = Annotated[str, Words(Markup.NONE)]
Line = Annotated[str, Words(Markup.INLINE)]
Text = Annotated[str, Words(Markup.BLOCK)]
Verbatim = Annotated[str, Pattern("verbatim", ".+")]
Version = Annotated[str, Pattern("version", VERSION_PATTERN)]
Language = Annotated[str, Pattern("language", LANGUAGE_PATTERN)]
File = Annotated[str, Asset()]
AnyId = Annotated[str, Pattern("id", ID_PATTERN)]

RoleRef = Annotated[str, Refers(Namespace.ROLE)]
DepartmentRef = Annotated[str, Refers(Namespace.DEPARTMENT)]
SystemRef = Annotated[str, Refers(Namespace.SYSTEM)]
ToolRef = Annotated[str, Refers(Namespace.TOOL)]
MaterialRef = Annotated[str, Refers(Namespace.MATERIAL)]
CustomerGroupRef = Annotated[str, Refers(Namespace.CUSTOMER_GROUP)]
TouchpointRef = Annotated[str, Refers(Namespace.TOUCHPOINT)]
SopRef = Annotated[str, Refers(Namespace.SOP)]
StepRef = Annotated[str, Refers(Namespace.STEP)]
EventRef = Annotated[str, Refers(Namespace.EVENT)]
StateRef = Annotated[str, Refers(Namespace.STATE)]
ClassRef = Annotated[str, Refers(Namespace.CLASS)]
LevelRef = Annotated[str, Refers(Namespace.LEVEL)]
RuleRef = Annotated[str, Refers(Namespace.RULE)]
QuizRef = Annotated[str, Refers(Namespace.QUIZ)]


def authored(example: str, *, key: str | None = None, default: Any = MISSING) -> Any:
    """A field an author writes.

    `example` is the YAML that may follow `key:`; a test reads every one of them. `key` is the word in the file where
    it differs from the attribute (`from` is no Python name). A field without default is required.
    """
    metadata = {"example": example, "key": key}
    if default is MISSING:
        return field(metadata=metadata)
    return field(default=default, metadata=metadata)
