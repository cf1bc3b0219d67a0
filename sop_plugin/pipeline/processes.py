"""How further processes of this program come to be."""

from __future__ import annotations

import multiprocessing
from multiprocessing.context import BaseContext


def forked_if_possible() -> BaseContext:
    """Processes that begin with all that this one has loaded, where the system has such; else new ones."""
    return multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn")
