"""Links of a page: to its own places, to other procedures, and those that an author wrote."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from markupsafe import Markup, escape

from sop_plugin.model.flow import SopLink
from sop_plugin.model.links import scheme_of
from sop_plugin.views.context import ViewContext

WEB_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


class Links:
    """Makes links, and keeps the content paths they lead to in `followed`, for whoever checks links."""

    def __init__(self, context: ViewContext) -> None:
        self._context = context
        self._folder = posixpath.dirname(context.path)
        self.followed: dict[str, None] = {}

    def to_path(self, path: str) -> str:
        """The URL of a content path."""
        self.followed[path] = None
        return self._context.url_of(path)

    def resolve(self, href: str) -> str:
        """The URL for a link as an author wrote it, relative to the SOP's own file."""
        if href.startswith(("#", "//")) or scheme_of(href):
            return href
        path, hash_, anchor = href.partition("#")
        return self.to_path(self.content_path(path) + hash_ + anchor)

    def content_path(self, href: str) -> str:
        """The content path of a file that an author names, relative to the SOP's own or, behind a slash, to the root.

        Markdown's own parser has percent-encoded it.
        """
        path = unquote(href)
        return posixpath.normpath(path.lstrip("/") if path.startswith("/") else posixpath.join(self._folder, path))

    def picture_size(self, href: str) -> tuple[int, int] | None:
        """Width and height in pixels of a picture as an author names it, where they are known."""
        return self._context.picture_sizes.get(self.content_path(href))

    def web(self, href: str) -> str | None:
        """The URL for a link that stands in a field of its own, or None for a scheme that a browser may run."""
        scheme = scheme_of(href)
        return self.resolve(href) if not scheme or scheme in WEB_SCHEMES else None

    def sop(self, target: SopLink) -> Markup:
        """A link to another SOP or a step of it; only its name where there is no such SOP."""
        context = self._context
        name = escape(context.titles.get(target.sop, target.sop))
        if target.step:
            step = context.titles.get(f"{target.sop}/{target.step}", target.step)
            name += Markup(f' <span class="sop-quiet">{escape(step)}</span>')
        if target.sop not in context.paths:
            return name
        url = self.to_path(context.paths[target.sop] + (f"#{target.step}" if target.step else ""))
        return Markup(f'<a class="sop-doc" href="{escape(url)}">{name}</a>')
