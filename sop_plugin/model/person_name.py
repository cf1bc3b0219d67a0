"""Names of people, compared as people mean them."""

from __future__ import annotations

import unicodedata


def folded_name(name: str) -> str:
    """What is compared of a name: in NFKC and without regard to case, single spaces between its parts."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
