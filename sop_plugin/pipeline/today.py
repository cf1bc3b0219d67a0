"""Which day it is: an input like any other, so that a run can be repeated."""

from __future__ import annotations

import datetime
import os

TODAY = "SOP_TODAY"
"""Set by `sop build` for the process that makes the pages, so that both look at the same day."""


def today() -> datetime.date:
    """The day of `SOP_TODAY`, else of SOURCE_DATE_EPOCH (seconds since 1970, in UTC), else of the clock.

    A variable that holds no day counts as not set.
    """
    try:
        if given := os.environ.get(TODAY):
            return datetime.date.fromisoformat(given)
        if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
            return datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        pass
    return datetime.datetime.now(tz=datetime.UTC).astimezone().date()
