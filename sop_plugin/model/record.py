"""What is written down: forms, their fields, and the records of a step."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from sop_plugin.model.amount import Amount
from sop_plugin.model.condition import Condition
from sop_plugin.model.kinds import Declares, Line, Namespace, RoleRef, Text, Title, Verbatim, authored
from sop_plugin.model.time import Duration


class FieldType(StrEnum):
    """What kind of answer a field takes."""

    TICK = "tick"
    NUMBER = "number"
    TEXT = "text"
    CHOICE = "choice"
    DATE = "date"
    TIME = "time"
    PHOTO = "photo"
    SIGNATURE = "signature"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a field of type choice."""

    id: Annotated[str, Declares(Namespace.FIELD, local=True)] = authored("damaged")
    title: Title = authored("Damaged")


@dataclass(frozen=True, slots=True)
class RecordField:
    """One thing to write down."""

    id: Annotated[str, Declares(Namespace.FIELD, local=True)] = authored("weight")
    title: Title = authored("Weight of the parcel")
    type: FieldType = authored("number", default=FieldType.TICK)
    unit: Verbatim | None = authored("kg", default=None)
    range: Amount | None = authored("0 to under 30", default=None)
    choices: tuple[Choice, ...] = authored("\n  - {id: damaged, title: Damaged}", default=())
    optional: bool = authored("true", default=False)
    only_if: Condition | None = authored("The box is damaged", default=None)
    by: tuple[RoleRef, ...] = authored("manager", default=())
    help: Line | None = authored("Read it off the scale, box included.", default=None)


@dataclass(frozen=True, slots=True)
class FormUse:
    """A form (`field` empty) or one field of it (`return-form.weight`)."""

    form: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form or log with its fields, and how long it is kept."""

    id: Annotated[str, Declares(Namespace.FORM)] = authored("return-form")
    title: Title = authored("Return form")
    fields: tuple[RecordField, ...] = authored("\n  - {id: weight, title: Weight, type: number, unit: kg}", default=())
    keep: Duration | None = authored("5 years", default=None)
    where: Line | None = authored("In the returns folder of the ERP", default=None)
    when_nothing: Text | None = authored('Write "none today".', default=None)
