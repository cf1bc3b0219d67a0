"""Keeping the garbage collector from work that yields nothing."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 200_000, 10, 10
"""Objects more than were freed after which the collector looks at the latest of them, rounds of that after which it
looks at the survivors, and rounds of those after which at all. Its own are 700, 10, 10.
"""


@contextmanager
def uncollected() -> Iterator[None]:
    """Reads files without the garbage collector.

    What is read and kept is all in use, and what is let go is freed at once, for hardly anything refers to itself: the
    collector would look through a growing site again and again and find next to nothing.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def collect_seldom() -> None:
    """Lets the collector of this process look seldom, for one that makes sites.

    What a site is made of stays as long as it is made, and a page that is made of it leaves next to nothing that refers
    to itself: at its usual pace the collector would look through a growing site again and again to find that.
    """
    gc.set_threshold(*_SELDOM)


def settle() -> None:
    """Takes all that there is now out of the collector's sight, for a process that makes one site and ends.

    One that builds again and again would never be rid of what refers to itself. Undone by `gc.unfreeze()`.
    """
    gc.freeze()
