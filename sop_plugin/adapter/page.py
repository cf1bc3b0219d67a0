"""A page that the core renders, as MkDocs takes it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from sop_plugin.adapter.escaping import escaped
from sop_plugin.adapter.links import links_to_anchors, url_resolver
from sop_plugin.web.addresses import assets_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from sop_plugin.model.page import PageRef, RenderedPage, SearchEntry, TocEntry
    from sop_plugin.pipeline.keeping import Rendering


class Render(Protocol):
    """Gives a page by its path, a function from content paths to URLs, the address where its source is edited, a digest
    of what the URLs come from, and whether it may be what it was once.
    """

    def __call__(
        self, path: str, url_of: Callable[[str], str], edit_url: str | None, urls: str, *, may_be_old: bool
    ) -> Rendering: ...


def _straightened(url: str | None) -> str | None:
    """An address without the `..` that leads from the content to what lies beside it, as quizzes do."""
    if url is None or "/../" not in url:
        return url
    parts = urlsplit(url)
    return parts._replace(path=posixpath.normpath(parts.path)).geturl()


_PLAIN_ADDRESS = re.compile(r"https?://[\w.:-]+/(?:[\w%~-][\w%~.-]*/)*", re.ASCII)
_PLAIN_URL = re.compile(r"(?:[\w%~-][\w%~.-]*/)*(?:[\w%~-][\w%~.-]*)?", re.ASCII)
"""The address of a site and, relative to that, of a page, as nearly all are: joined by writing one behind the other."""


class SopPage(Page):
    """A page whose content comes from `render`, so that MkDocs' own Markdown never sees it.

    Material prints titles, descriptions and tags as they are: all of them are escaped here. `language` is the site's.
    """

    def __init__(self, ref: PageRef, file: File, config: MkDocsConfig, render: Render, *, language: str) -> None:
        super().__init__(escaped(ref.title), file, config)
        self.edit_url = _straightened(self.edit_url)
        self.ref = ref
        self.search: tuple[SearchEntry, ...] = ()
        self.lang = ""
        self.assets: tuple[str, ...] = ()
        self.urls = ""
        """The digest of what URLs come from."""
        self.is_deferred = False
        """Whether content and headings are there only after `complete()`: a page that is kept whole needs none."""
        self.may_be_old = False
        """Whether content that was right once will do, since a later build makes it anew."""
        self.is_old = False
        """Whether it is that."""
        self.digest = ""
        """The digest of what the core made; empty where that may be another next time."""
        self._render = render
        self._language = language
        self._rendering: Rendering | None = None

    def become(self, ref: PageRef, render: Render) -> None:
        """Be the page of another build, at the same address."""
        self.ref, self._render = ref, render
        self.title = escaped(ref.title)
        self.meta = {"title": self.title}

    def _set_canonical_url(self, base: str | None) -> None:
        """What MkDocs' own does, sooner: to parse both is most of what a page takes that has not changed."""
        address = base if not base or base.endswith("/") else f"{base}/"
        if address and _PLAIN_ADDRESS.fullmatch(address) and _PLAIN_URL.fullmatch(self.url):
            self.canonical_url = address + self.url
            self.abs_url = urlsplit(address).path + self.url
        else:
            super()._set_canonical_url(base)

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002, MkDocs' signature
        """Nothing is read: the core has the source."""
        self.markdown = ""
        self.meta = {"title": self.title}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002, MkDocs' signature
        """Take content, headings, anchors and search entries from the core."""
        self._rendering = self._render(
            self.ref.path, url_resolver(files, self.file), self.edit_url, self.urls, may_be_old=self.may_be_old
        )
        rendered = self._rendering.facts
        self.is_old = self._rendering.is_old
        self.digest = self._rendering.digest
        self.meta["title"] = escaped(rendered.title)
        if rendered.description:
            self.meta["description"] = escaped(rendered.description)
        tags = next((entry.tags for entry in rendered.search if not entry.anchor), ())
        if tags:
            self.meta["tags"] = [escaped(tag) for tag in tags]
        self.present_anchor_ids = set(rendered.anchors)
        self.links_to_anchors = links_to_anchors(rendered.links, files)
        self.search = rendered.search
        self.lang = rendered.lang
        self.assets = assets_of(rendered)
        self.content = ""
        if not self.is_deferred:
            self.complete()

    def complete(self) -> None:
        """Take what only the making of the whole page needs, and let go of it in the core."""
        if self._rendering is not None:
            rendered = self._rendering.whole()
            self.content = _in_language(rendered, self._language)
            self.toc = TableOfContents([_anchor_link(entry, level=2) for entry in rendered.toc])
            self._rendering = None


def _in_language(rendered: RenderedPage, site_language: str) -> str:
    """The content, marked with its language where that is not the site's: Han characters differ by region."""
    if rendered.lang == site_language:
        return rendered.html
    return f'<div lang="{escaped(rendered.lang)}">{rendered.html}</div>'


def _anchor_link(entry: TocEntry, level: int) -> AnchorLink:
    link = AnchorLink(escaped(entry.title), escaped(entry.id), level)
    link.children = [_anchor_link(child, level + 1) for child in entry.children]
    return link
