"""Lengths of time added up, in units that no clock can turn into each other, and the range from shortest to longest."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sop_plugin.model.time import Bound, Duration, Span, TimeUnit

TOKEN = "@length:"
"""How an argument of a fault begins that is a length, to be put into words when it is shown."""


@dataclass(frozen=True, slots=True)
class Length:
    """A sum of times. Seconds hold all that a clock measures, a day being 24 hours; the others stand beside it."""

    seconds: float = 0.0
    months: float = 0.0
    working_hours: float = 0.0
    working_days: float = 0.0

    def __add__(self, other: Length) -> Length:
        return Length(
            self.seconds + other.seconds,
            self.months + other.months,
            self.working_hours + other.working_hours,
            self.working_days + other.working_days,
        )

    def __sub__(self, other: Length) -> Length:
        """What is left of each part, at least nothing."""
        return Length(*(max(mine - its, 0.0) for mine, its in zip(self.parts, other.parts, strict=True)))

    def __mul__(self, times: float) -> Length:
        return Length(*(part * times for part in self.parts))

    @property
    def parts(self) -> tuple[float, float, float, float]:
        """Seconds, months, working hours and working days."""
        return self.seconds, self.months, self.working_hours, self.working_days

    @property
    def token(self) -> str:
        """The length as an argument of a fault."""
        return TOKEN + "+".join(f"{part:.12g}" for part in self.parts)

    def exceeds(self, span: Span) -> bool:
        """Whether it is longer for certain: what is counted in other units than `span` could only add to it."""
        return any(mine > limit > 0 for mine, limit in zip(self.parts, length_of(span).parts, strict=True))

    def is_within(self, other: Length) -> bool:
        """Whether no part is longer than the other's, so that it is as short or shorter for certain."""
        return all(mine <= its for mine, its in zip(self.parts, other.parts, strict=True))


NOTHING = Length()


def length_of(span: Span) -> Length:
    """A single span as a length."""
    if (seconds := span.seconds) is not None:
        return Length(seconds)
    match span.unit:
        case TimeUnit.MONTH:
            return Length(months=span.amount)
        case TimeUnit.WORKING_HOUR:
            return Length(working_hours=span.amount)
    return Length(working_days=span.amount)


def length_from(token: str) -> Length:
    """The length that `Length.token` gave."""
    return Length(*map(float, token.removeprefix(TOKEN).split("+")))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time between `low` and `high`; `high` is None where it is open.

    `is_rough` tells that the author said `about`. `is_mixed` tells that times in units that cannot be compared were to
    be compared: the ends hold all the same, but they may lie further apart than need be.
    """

    low: Length = NOTHING
    high: Length | None = NOTHING
    is_rough: bool = False
    is_mixed: bool = False

    def then(self, other: Stretch) -> Stretch:
        """One after the other."""
        if other is NO_TIME:
            return self
        high = None if self.high is None or other.high is None else self.high + other.high
        rough, mixed = self.is_rough or other.is_rough, self.is_mixed or other.is_mixed
        return Stretch(self.low + other.low, high, rough, mixed)

    def either(self, other: Stretch) -> Stretch:
        """The one or the other, nobody knows which."""
        return self._compared(other, _least(self.low, other.low), _most(self.high, other.high))

    def both(self, other: Stretch) -> Stretch:
        """Side by side, until both are done."""
        longer = other.low if self.low.is_within(other.low) else self.low
        return self._compared(other, longer, _most(self.high, other.high))

    def first_of(self, other: Stretch) -> Stretch:
        """Side by side, until one of them is done."""
        if self.high is None or (other.high is not None and other.high.is_within(self.high)):
            return self._compared(other, _least(self.low, other.low), other.high)
        return self._compared(other, _least(self.low, other.low), self.high)

    def since(self, begin: Stretch) -> Stretch:
        """How long it took, if this is when it was done and `begin` when it was begun."""
        high = None if self.high is None or begin.high is None else self.high - begin.high
        return replace(self, low=self.low - begin.low, high=high)

    def _compared(self, other: Stretch, low: Length, high: Length | None) -> Stretch:
        is_mixed = self.is_mixed or other.is_mixed or not _comparable(self.low, other.low)
        if self.high is not None and other.high is not None:
            is_mixed = is_mixed or not _comparable(self.high, other.high)
        return Stretch(low, high, self.is_rough or other.is_rough, is_mixed)


def _comparable(one: Length, other: Length) -> bool:
    return one.is_within(other) or other.is_within(one)


def _least(one: Length, other: Length) -> Length:
    """What is no longer than either of the two."""
    return Length(*map(min, one.parts, other.parts))


def _most(one: Length | None, other: Length | None) -> Length | None:
    """What is no shorter than either of the two."""
    return None if one is None or other is None else Length(*map(max, one.parts, other.parts))


NO_TIME = Stretch()
ANY_TIME = Stretch(high=None)


NO_LENGTH = (Bound.EVERY, Bound.OVERNIGHT, Bound.UNTIL, Bound.BY, Bound.REMAINING, Bound.OPEN_ENDED)
"""What an author may say of a time without saying how long it is."""


def stretch_of(duration: Duration) -> Stretch:
    """The range that an author's time stands for; open where it says no more than that it ends."""
    if duration.bound is Bound.AT_ONCE:
        return NO_TIME
    if duration.bound in NO_LENGTH:
        return ANY_TIME
    low = length_of(duration.low) if duration.low else NOTHING
    if duration.high is duration.low and duration.high is not None:
        high: Length | None = low
    else:
        high = length_of(duration.high) if duration.high else None
    return Stretch(low, high, is_rough=duration.bound is Bound.ABOUT)
