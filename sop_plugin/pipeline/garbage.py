"""Keeping the garbage collector from work that yields nothing."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
    """Lets the garbage collector of this process look around seldom, for one that makes sites.

    What a site is made of is in use to the end, and to look through it after every few hundred new things takes a tenth
    of an edit. Fifty thousand things that refer to each other and that nobody needs are some megabytes.
    """
    gc.set_threshold(50_000, 20, 10)
