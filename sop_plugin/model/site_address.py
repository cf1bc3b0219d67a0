"""Where a site is published."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import quote

_ANCHOR = "!$&'()*+,;=:@/?"
"""What an anchor may hold beside letters, digits and `-._~` (RFC 3986)."""


@dataclass(frozen=True, slots=True)
class SiteAddress:
    """The address of a site, with a slash behind it, and the form its pages' addresses have.

    With `directory_urls`, `cafe/order.md` is published as `cafe/order/`, otherwise as `cafe/order.html`.
    """

    url: str
    directory_urls: bool = True

    def of(self, path: str) -> str:
        """The absolute address of a content path, with or without an anchor: `cafe/order.md#greet`."""
        page, hash_, anchor = path.partition("#")
        return self.url + quote(self._published(page)) + hash_ + quote(anchor, safe=_ANCHOR)

    def _published(self, path: str) -> str:
        if not path.endswith(".md"):
            return path
        folder, name = posixpath.split(path.removesuffix(".md"))
        if name in ("index", "README"):
            name = "" if self.directory_urls else "index.html"
        else:
            name += "/" if self.directory_urls else ".html"
        return posixpath.join(folder, name)
