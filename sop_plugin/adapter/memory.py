"""Keeping Python's garbage collector from what a build holds on to anyway."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def kept_for_the_build() -> Iterator[None]:
    """Read a large model without collecting garbage, and leave it out of every later collection.

    The procedures live as long as the build. The collector would look through all of them again and again, which
    takes a fifth of the time of a build of a thousand. What the last build of `mkdocs serve` left is given back first.
    """
    gc.unfreeze()
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if collects:
            gc.enable()
