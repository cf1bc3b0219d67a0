"""Digests under which is kept what was made of something."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def digest_of(data: bytes) -> str:
    """The digest of bytes."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def digest_of_names(names: Iterable[str]) -> str:
    """One digest over names of files and the like; a name may hold bytes that are no UTF-8."""
    return digest_of("\n".join(names).encode("utf-8", "surrogatepass"))
