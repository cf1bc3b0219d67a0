"""Did you mean ...?"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like `word`, or None where none is like it. Case, `_` and `-` do not count."""
    plain = {candidate.lower().replace("_", "-"): candidate for candidate in candidates}
    wanted = word.lower().replace("_", "-").replace(" ", "-")
    if wanted in plain:
        return plain[wanted]
    matches = get_close_matches(wanted, plain, n=1, cutoff=0.75)
    return plain[matches[0]] if matches else None
