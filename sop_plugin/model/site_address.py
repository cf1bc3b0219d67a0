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
        place = published(page, directory_urls=self.directory_urls)
        return self.url + quote(place) + hash_ + quote(anchor, safe=_ANCHOR)


def published(path: str, *, directory_urls: bool) -> str:
    """Where below a site's address a content path is published: `cafe/order/`, or without `directory_urls`
    `cafe/order.html`, for `cafe/order.md`.
    """
    if not path.endswith(".md"):
        return path
    folder, name = posixpath.split(path.removesuffix(".md"))
    if name in ("index", "README"):
        name = "" if directory_urls else "index.html"
    else:
        name += "/" if directory_urls else ".html"
    return posixpath.join(folder, name)
