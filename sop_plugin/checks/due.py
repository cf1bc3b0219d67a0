"""What the rules about reviews have in common."""

from __future__ import annotations

import datetime

from sop_plugin.model.calendar import after
from sop_plugin.model.length import Length
from sop_plugin.model.library import Facts, Review
from sop_plugin.model.organisation import Organisation
from sop_plugin.model.sop import Status
from sop_plugin.model.time import Span, TimeUnit

NOTICE = Span(30, TimeUnit.DAY)
"""How long before the day a review is announced where the house does not say."""

WORKED_BY = frozenset({Status.APPROVED, Status.EFFECTIVE})
"""What staff work by, now or when its day comes; what is still being written is reviewed anyway."""


def is_worked_by(facts: Facts) -> bool:
    """Whether a review of it counts."""
    return facts.status in WORKED_BY


def end_of_notice(today: datetime.date, organisation: Organisation | None) -> datetime.date:
    """The last day whose reviews are announced today."""
    # Without an end the notice is no length of time, or leads out of the calendar.
    return _moved(today, organisation, 1) or today


def start_of_notice(due: datetime.date, organisation: Organisation | None) -> datetime.date:
    """The day from which a review that is due on `due` is announced."""
    return _moved(due, organisation, -1) or due


def _moved(day: datetime.date, organisation: Organisation | None, direction: int) -> datetime.date | None:
    """The day one period of notice later (1) or earlier (-1)."""
    policy = organisation.policy if organisation else None
    notice = policy.review_notice if policy else None
    spans = (notice.high if notice else None, NOTICE)
    moved = (after(day, Span(direction * span.amount, span.unit)) for span in spans if span)
    return next(filter(None, moved), None)


def review_arguments(review: Review, today: datetime.date) -> dict[str, str]:
    """What messages about a review ask for: its day, how many days lie between, and what is to be reviewed."""
    days = abs((review.due - today).days)
    of = {"of": "@review.step", "step": review.step} if review.step else {"of": "@review.procedure"}
    return {
        **of,
        "due": review.due.isoformat(),
        "days": Length(seconds=days * 86_400).token if days else "@review.less-than-a-day",
    }
