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
