"""Everyday words for what procedures call otherwise."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def everyday_names() -> tuple[tuple[str, ...], ...]:
    """What things are called that come up in any house, thing by thing, in several languages."""
    lines = resources.files(__package__).joinpath("everyday.txt").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split(", ")) for line in lines if not line.startswith("#"))
