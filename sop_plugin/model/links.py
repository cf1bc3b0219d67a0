"""What a link says about where it leads: asked alike by the checks that report it and the writer that renders it."""

from __future__ import annotations

import re
from functools import lru_cache

_SCHEME = re.compile(r"^\s*([A-Za-z][A-Za-z0-9+.-]*):")
_SKIPPED_BY_BROWSERS = re.compile(r"[\x00-\x20]")


@lru_cache(maxsize=4096)
def scheme_of(href: str) -> str:
    """The scheme of a link in lower case, or "" where it has none; white space that browsers skip does not hide it."""
    match = _SCHEME.match(_SKIPPED_BY_BROWSERS.sub("", href))
    return match[1].lower() if match else ""
