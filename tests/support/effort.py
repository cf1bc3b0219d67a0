"""How much work something is, told without a clock: a busy machine makes no test fail."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

HANGS = 60
"""Seconds of processor time after which something hangs: what is tested here takes a hundredth of it, and what grows
with the square of its size would take many times as long."""


def calls(run: Callable[[], object]) -> int:
    """How many functions are called while it runs, Python's own ones among them."""
    count = 0

    def called(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        run()
    finally:
        sys.setprofile(before)
    return count


@contextmanager
def no_hang() -> Iterator[None]:
    """Fails what never comes to an end, instead of waiting for it."""

    def give_up(_number: int, _frame: FrameType | None) -> None:
        raise AssertionError(f"still busy after {HANGS} seconds")

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, HANGS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
