"""When a procedure and its steps are to be reviewed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from sop_plugin.model.calendar import after
from sop_plugin.model.document import Document
from sop_plugin.model.library import Review
from sop_plugin.model.sop import Sop
from sop_plugin.model.walk import ways_to_steps


def reviews_of(document: Document, sop: Sop) -> tuple[Review, ...]:
    """The days by which the procedure and those of its steps that have a day of their own are to be reviewed."""
    return tuple(_reviews(document, sop))


def _reviews(document: Document, sop: Sop) -> Iterator[Review]:
    if sop.review_by is not None:
        yield Review(sop.review_by, document.locate(("review_by",)))
    elif sop.review_every is not None and (due := _due(sop)) is not None:
        yield Review(due, document.locate(("review_every",)))
    for way, step in ways_to_steps(sop):
        if step.review_by is not None:
            yield Review(step.review_by, document.locate((*way, "review_by")), step.id)


def _due(sop: Sop) -> datetime.date | None:
    """The interval counted from the last day on which somebody looked at the whole: the latest of its effective day,
    its approvals and its changes.
    """
    looked = [sop.effective, *(each.date for each in sop.approvals), *(change.date for change in sop.changes)]
    last = max((day for day in looked if day is not None), default=None)
    every = sop.review_every
    if last is None or every is None or every.high is None:
        return None
    return after(last, every.high)
