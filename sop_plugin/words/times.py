"""Times in the words of a language, where their author's own words are in another."""

from __future__ import annotations

import re

from sop_plugin.model.length import length_of
from sop_plugin.model.time import Bound, Duration, Span, TimeUnit
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.lengths import counted, digits, in_words

_UNITS: dict[TimeUnit, tuple[tuple[str, int], ...]] = {
    TimeUnit.SECOND: (("hour", 3_600), ("minute", 60), ("second", 1)),
    TimeUnit.DAY: (("week", 7), ("day", 1)),
    TimeUnit.MONTH: (("year", 12), ("month", 1)),
    TimeUnit.WORKING_HOUR: (("working-hour", 1),),
    TimeUnit.WORKING_DAY: (("working-day", 1),),
}
"""What spans may be counted in, the longest first, with the size of each."""

_PLAIN = (Bound.EXACT, Bound.RANGE)
_FIXED = (Bound.AT_ONCE, Bound.OVERNIGHT, Bound.OPEN_ENDED, Bound.REMAINING)
"""What is said without a number, always in the same words."""

_DAYS = {
    "same-day": {"same day", "the same day", "當天", "当天", "當日", "当日", "同一天"},
    "next-day": {"next day", "the next day", "隔天", "隔日", "次日", "翌日", "第二天"},
}
"""What a time that ends on a day may be called (`sop_plugin/reading/durations.py`)."""

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def time_in_words(time: Duration, words: Catalogue) -> str:
    """The time as `words` says it, in the units that its author counts in: 90 s stay 90 s, and 24 h are no day.

    What only an author can say, such as `until closing`, stays in the author's words.
    """
    if time.bound in _FIXED:
        return words.text(f"time.{time.bound.value}")
    if time.bound is Bound.BY:
        day = next((name for name, said in _DAYS.items() if time.words.strip().lower() in said), None)
        return words.text(f"time.{day}") if day else time.words
    spans = tuple(dict.fromkeys(span for span in (time.low, time.high) if span))
    if not spans:
        return time.words
    if time.bound is Bound.EVERY and len(spans) == 1 and (unit := _unit(spans[0], time.words)):
        name, size = unit
        if spans[0].amount == size:
            return words.text(f"time.each.{name}")
    told = _span(spans[0], time.words, words) if len(spans) == 1 else _range(spans[0], spans[1], time.words, words)
    return told if time.bound in _PLAIN else words.text(f"time.{time.bound.value}", time=told)


def _range(low: Span, high: Span, written: str, words: Catalogue) -> str:
    unit = _unit(high, written)
    if unit and unit == _unit(low, written):
        name, size = unit
        return words.text(f"length.{name}.more", count=f"{digits(low.amount / size)}–{digits(high.amount / size)}")
    return words.text("time.range", low=_span(low, written, words), high=_span(high, written, words))


def _span(span: Span, written: str, words: Catalogue) -> str:
    if unit := _unit(span, written):
        name, size = unit
        return counted(f"length.{name}", span.amount / size, words)
    return in_words(length_of(span), words)


def _unit(span: Span, written: str) -> tuple[str, int] | None:
    """The unit in which the span is one number: the author's, if the number stands in the words, else the longest if it
    is a whole number of those. None where a clock counts it in several units.
    """
    units = _UNITS[span.unit]
    numbers = {float(number) for number in _NUMBER.findall(written)}
    own = next((unit for unit in units if span.amount / unit[1] in numbers), None)
    if own or (span.amount and span.amount % units[0][1] == 0):
        return own or units[0]
    return None if span.unit is TimeUnit.SECOND else units[-1]
