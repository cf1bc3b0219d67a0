"""Days counted on the calendar."""

from __future__ import annotations

import calendar
import datetime

from sop_plugin.model.time import Span, TimeUnit

MONTHS_A_YEAR = 12


def after(day: datetime.date, span: Span) -> datetime.date | None:
    """The day that lies `span` after `day`; of a month that is shorter, its last day.

    None where the span is working time, which only a house's working hours can count, or leads out of the calendar.
    """
    try:
        if span.unit is TimeUnit.MONTH:
            return _months_after(day, round(span.amount))
        if span.seconds is not None:
            return day + datetime.timedelta(seconds=span.seconds)
    except (OverflowError, ValueError):
        return None
    return None


def _months_after(day: datetime.date, months: int) -> datetime.date:
    year, month = divmod(day.year * MONTHS_A_YEAR + day.month - 1 + months, MONTHS_A_YEAR)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
