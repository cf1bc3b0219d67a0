"""A number of times at intervals, as charts have it."""

from __future__ import annotations

import re

_TIMES_EVERY = re.compile(r"(?:q|every|每)?\s*(?P<every>.*?\d.*?)\s*[x×*]\s*(?P<times>\d+)", re.IGNORECASE)

_LONGEST = 40
"""Characters that such words have at most, so that no text takes long to be found none."""


def times_every(text: str) -> str | None:
    """`Q 5 min x2` as a loop, `{times: 2, every: 5 min}`; None for anything else."""
    match = _TIMES_EVERY.fullmatch(text) if len(text) <= _LONGEST else None
    return f"{{times: {match['times']}, every: {match['every']}}}" if match else None
