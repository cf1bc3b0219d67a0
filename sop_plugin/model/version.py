"""Versions of procedures, compared as their writers count them."""

from __future__ import annotations

import re


def version_rank(version: str) -> tuple[list[int], bool]:
    """By what versions are compared: their numbers, then whether it is no trial version (`2.0-draft`)."""
    numbers, _, trial = version.partition("-")
    return [int(number) for number in re.findall(r"\d{1,9}", numbers)], not trial
