"""Quantities with their unit and bounds, as people write them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from sop_plugin.model.kinds import ClassRef, Declares, LevelRef, Line, Namespace, Title, Verbatim, authored


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or a range of numbers, with the author's own `words` kept beside it.

    `low` and `high` are None where open. `low_open` and `high_open` say that the bound itself is outside ("under 30").
    `unit` is the author's unit, or None where there is none. `about` marks an approximate figure.
    """

    words: str
    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False
    unit: str | None = None
    about: bool = False

    def holds(self, number: float) -> bool:
        """Whether `number`, in this amount's unit, lies within the bounds."""
        above = self.low is None or number > self.low or (number == self.low and not self.low_open)
        below = self.high is None or number < self.high or (number == self.high and not self.high_open)
        return above and below


@dataclass(frozen=True, slots=True)
class AmountCase:
    """The amount for some levels of a class."""

    for_: tuple[LevelRef, ...] = authored("[small-cup]", key="for")
    amount: Amount = authored("180 ml")
    also: Amount | None = authored("6 fl oz", default=None)


@dataclass(frozen=True, slots=True)
class Setting:
    """A quantity or threshold that a step works to, if need be in a second system of units or by class."""

    id: Annotated[str, Declares(Namespace.AMOUNT, local=True)] = authored("water-temperature")
    title: Title = authored("Water temperature")
    amount: Amount | None = authored("90 to 95 °C", default=None)
    also: Amount | None = authored("194 to 203 °F", default=None)
    by: ClassRef | None = authored("cup-size", default=None)
    values: tuple[AmountCase, ...] = authored("\n  - {for: [small-cup], amount: 180 ml}", default=())


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a number test in a condition measures, such as the length of a queue."""

    id: Annotated[str, Declares(Namespace.QUANTITY)] = authored("queue-length")
    title: Title = authored("Guests in the queue")
    unit: Verbatim | None = authored("guests", default=None)
    how: Line | None = authored("Count those who stand behind the line.", default=None)
