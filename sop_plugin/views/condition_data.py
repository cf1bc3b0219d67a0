"""Conditions and times as data that a script can test and count."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from markupsafe import Markup

from sop_plugin.model.amount import Amount
from sop_plugin.model.condition import AllOf, AmountTest, AnyOf, ClassTest, Condition, NoneOf, Otherwise, Said
from sop_plugin.model.length import NOTHING, Length, stretch_of
from sop_plugin.model.time import Bound, Duration

Data = dict[str, Any]


def filled(**values: Any) -> Data:
    """The values that say something: what is empty, false or None is left out."""
    return {name: value for name, value in values.items() if value or (value == 0 and value is not False)}


def plain(html: str) -> str:
    """The words of HTML, without its marks."""
    if "<" not in html and "&" not in html:  # as most
        return " ".join(html.split())
    return Markup(html).striptags()


def bounds(amount: Amount | None) -> Data:
    """Between which numbers an amount lies."""
    if amount is None:
        return {}
    low, high = amount.low, amount.high
    return filled(low=low, high=high, lowOpen=amount.low_open, highOpen=amount.high_open)


def tested(condition: Condition) -> Data:
    """A condition as something that can be found true, false, or left to a person."""
    match condition:
        case AmountTest(quantity, amount):
            return {"amount": quantity, **bounds(amount)}
        case AnyOf(parts):
            return {"any": [tested(part) for part in parts]}
        case AllOf(parts):
            return {"all": [tested(part) for part in parts]}
        case NoneOf(parts):
            return {"none": [tested(part) for part in parts]}
        case Otherwise():
            return {"otherwise": True}
        case ClassTest() | Said():
            return {"said": True}


def seconds(duration: Duration) -> Data:
    """How long a time is at least and at most, by the clock; a day is 24 hours, and `every 5 min` 5 minutes."""
    is_every = duration.bound is Bound.EVERY
    stretch = stretch_of(replace(duration, bound=Bound.EXACT) if is_every else duration)
    low, high = stretch.low, stretch.high
    return filled(
        low=low.seconds if low != NOTHING and _on_the_clock(low) else None,
        high=high.seconds if high is not None and _on_the_clock(high) else None,
    )


def _on_the_clock(length: Length) -> bool:
    return not (length.months or length.working_hours or length.working_days)
