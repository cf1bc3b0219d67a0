"""Addresses of texts as people read them."""

from __future__ import annotations

_SHORT = ("text", "says")
"""The fields that are left out where a list holds nothing else."""


def shown(address: str) -> str:
    """An address without its step, positions counted from 1: `quality/2/text` of a step is `quality 3`."""
    parts = address.split("/")
    if parts[-1] in _SHORT and parts[-2:-1] and parts[-2].isdecimal():
        parts.pop()
    return " ".join(str(int(part) + 1) if part.isdecimal() else part for part in (parts[1:] or parts))
