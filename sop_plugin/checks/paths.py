"""Links of authors as paths within the content. Several rules ask the same of each link, so answers are kept."""

from __future__ import annotations

import re
from functools import lru_cache
from posixpath import dirname, join, normpath
from urllib.parse import unquote

_SCHEME = re.compile(r"^\s*([A-Za-z][A-Za-z0-9+.-]*):")
_SKIPPED_BY_BROWSERS = re.compile(r"[\x00-\x20]")


@lru_cache(maxsize=4096)
def scheme_of(href: str) -> str:
    """The scheme of a link in lower case, or "" where it has none; white space that browsers skip does not hide it."""
    match = _SCHEME.match(_SKIPPED_BY_BROWSERS.sub("", href))
    return match[1].lower() if match else ""


@lru_cache(maxsize=4096)
def target_of(href: str) -> tuple[str | None, str]:
    """The path and the anchor of a relative link. The path is "" for the page itself, None for a link elsewhere."""
    if scheme_of(href) or href.startswith("//"):
        return None, ""
    path, _, anchor = href.partition("#")
    return unquote(path.partition("?")[0]), unquote(anchor)


@lru_cache(maxsize=4096)
def resolved(source: str, target: str) -> str | None:
    """The path, relative to the content root, that `target` means in the file `source`; None outside the root."""
    path = target.lstrip("/") if target.startswith("/") else join(dirname(source), target)
    path = normpath(path)
    return None if path == ".." or path.startswith("../") or "\\" in target else path
