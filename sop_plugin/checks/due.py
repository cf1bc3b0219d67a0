"""What the rules about reviews have in common."""

from __future__ import annotations

import datetime

from sop_plugin.model.length import Length
from sop_plugin.model.library import Facts, Review
from sop_plugin.model.sop import Status


def is_worked_by(facts: Facts) -> bool:
    """Whether staff work by it, now or when its day comes; what is still being written is reviewed anyway."""
    return facts.status in (Status.APPROVED, Status.EFFECTIVE)


def review_arguments(review: Review, today: datetime.date) -> dict[str, str]:
    """What messages about a review ask for: its day, how many days lie between, and what is to be reviewed."""
    days = abs((review.due - today).days)
    return {
        "due": review.due.isoformat(),
        "days": Length(seconds=days * 86_400).token if days else "@review.less-than-a-day",
        "of": review.step or "@review.procedure",
    }
