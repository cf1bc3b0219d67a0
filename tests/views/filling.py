"""Model objects with every field filled, each with a value that is found again."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sop_plugin.model.amount import Amount
from sop_plugin.model.condition import ClassTest, Said
from sop_plugin.model.fields import FieldSpec, Option, Shape, fields_of
from sop_plugin.model.flow import Event, Go, GoKind, Join, Order, SopLink, State
from sop_plugin.model.kinds import Asset, Declares
from sop_plugin.model.record import FormUse, RecordField
from sop_plugin.model.sop import Sop, Take
from sop_plugin.model.step import Caution, CautionLevel, Citation, Step
from sop_plugin.model.time import Bound, ClockStart, Duration, Edge, Moment
from sop_plugin.words.keys import enum_key

WORD_OF_TRUE = {
    (Step, "optional"): "page.step-optional",
    (RecordField, "optional"): "page.optional",
    (Event, "external"): "page.event.external",
    (State, "final"): "page.state.final",
}
WORDS_OF_ENUM = {Order: "page.order", Join: "page.join", Take: "page.take", ClockStart: "page.counts"}


@dataclass
class Filler:
    """Fills records. `variant` chooses among the ways to fill a field; `expected` collects what a page must show."""

    variant: int
    expected: dict[str, str] = field(default_factory=dict)
    """Where, and the text there."""
    expected_words: dict[str, str] = field(default_factory=dict)
    """Where, and the catalogue key of what is shown there."""
    count: int = 0

    def record(self, kind: type, where: str = "", depth: int = 0) -> Any:
        values = {}
        for spec in fields_of(kind):
            if kind is Step and spec.attribute == "steps" and depth > 1:
                continue
            if kind is Sop and spec.attribute == "suppress":
                continue  # what the checks are told is no reader's business; `sop check --suppressed` lists it
            values[spec.attribute] = self._field(kind, spec, f"{where}.{spec.key}", depth)
        return kind(**values)

    def _field(self, kind: type, spec: FieldSpec, where: str, depth: int) -> Any:
        option = spec.options[self.variant % len(spec.options)]
        value = self._value(kind, spec, option, where, depth)
        return (value,) if option.many else value

    def _token(self, where: str, *, shown: bool = True) -> str:
        self.count += 1
        token = f"zq{self.count}"
        if shown:
            self.expected[where] = token
        return token

    def _value(self, kind: type, spec: FieldSpec, option: Option, where: str, depth: int) -> Any:
        match option.shape:
            case Shape.STRING if isinstance(option.marker, Asset):
                return self._token(where) + ".svg"
            case Shape.STRING:
                shown = kind is Sop or not isinstance(option.marker, Declares)
                return self._token(where, shown=shown)
            case Shape.INTEGER:
                self.count += 1
                if spec.key != "sop":  # the format is the file's, not the procedure's
                    self.expected[where] = str(7000 + self.count)
                return 7000 + self.count
            case Shape.BOOLEAN:
                self.expected_words[where] = WORD_OF_TRUE[kind, spec.key]
                return True
            case Shape.DATE:
                self.count += 1
                day = datetime.date(2030, 1, 1) + datetime.timedelta(days=self.count)
                self.expected[where] = day.isoformat()
                return day
            case Shape.ENUM:
                return self._enum(option.type, spec, where)
            case Shape.NOTATION:
                return self._notation(option.type, where)
            case Shape.CONDITION:
                return Said(self._token(where))
            case Shape.RECORD:
                return self.record(option.type, where, depth + (option.type is Step))

    def _enum(self, kind: type[StrEnum], spec: FieldSpec, where: str) -> StrEnum:
        value = [one for one in kind if one != spec.default][-1]
        family = WORDS_OF_ENUM.get(kind)
        self.expected_words[where] = f"{family}.{value.value}" if family else enum_key(value)
        return value

    def _notation(self, kind: type, where: str) -> Any:
        first = self._token(where)
        made: dict[type, Any] = {
            Duration: Duration(first, Bound.ABOUT),
            Amount: Amount(first),
            Go: Go(GoKind.PLACE, first),
            Caution: Caution(CautionLevel.WARNING, first),
            Moment: Moment(first, Edge.DONE),
        }
        if kind in made:
            return made[kind]
        second = self._token(where + "/2")
        made = {
            SopLink: SopLink(first, second),
            Citation: Citation(first, second),
            FormUse: FormUse(first, second),
            ClassTest: ClassTest(first, (second,)),
        }
        return made[kind]
