"""Lengths of time in words."""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.model.length import Length
from sop_plugin.words.catalogue import Catalogue

CLOCK = (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))
"""What a clock counts, with the seconds of each."""


def in_words(length: Length, words: Catalogue) -> str:
    """The length as people say it, such as `2 h 30 min`; units that no clock can turn into each other stand apart."""
    seconds = _counts(length.seconds)
    others = (("month", length.months), ("working-day", length.working_days), ("working-hour", length.working_hours))
    parts = [*((name, count) for name, count in others if count), *seconds]
    return " ".join(counted(f"length.{name}", count, words) for name, count in parts or [("minute", 0)])


def _counts(seconds: float) -> Iterator[tuple[str, float]]:
    rest = round(seconds) if seconds >= 1 else seconds
    for name, size in CLOCK:
        count = rest // size if size > 1 else rest
        rest -= count * size
        if count:
            yield name, count


def counted(unit: str, count: float, words: Catalogue) -> str:
    """So many of a unit, whose words have the keys `unit.one` and `unit.more`."""
    return words.text(f"{unit}.{'one' if count == 1 else 'more'}", count=digits(count))


def digits(number: float) -> str:
    """A number as people write it, whole where it is whole."""
    return f"{number:.12g}"
