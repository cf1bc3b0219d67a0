"""A page that the core renders, as MkDocs takes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from sop_plugin.adapter.escaping import escaped
from sop_plugin.adapter.links import links_to_anchors, url_resolver
from sop_plugin.web.addresses import assets_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from sop_plugin.model.page import PageRef, RenderedPage, SearchEntry, TocEntry

Render = Callable[[str, Callable[[str], str], str | None], "RenderedPage"]
"""Makes a page from its path, a function from content paths to URLs, and the address where its source is edited."""


class SopPage(Page):
    """A page whose content comes from `render`, so that MkDocs' own Markdown never sees it.

    Material prints titles, descriptions and tags as they are: all of them are escaped here. `language` is the site's.
    """

    def __init__(self, ref: PageRef, file: File, config: MkDocsConfig, render: Render, *, language: str) -> None:
        super().__init__(escaped(ref.title), file, config)
        self.ref = ref
        self.search: tuple[SearchEntry, ...] = ()
        self.lang = ""
        self.assets: tuple[str, ...] = ()
        self._render = render
        self._language = language

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002, MkDocs' signature
        """Nothing is read: the core has the source."""
        self.markdown = ""
        self.meta = {"title": self.title}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002, MkDocs' signature
        """Take content, headings, anchors and search entries from the core."""
        rendered = self._render(self.ref.path, url_resolver(files, self.file), self.edit_url)
        self.meta["title"] = escaped(rendered.title)
        if rendered.description:
            self.meta["description"] = escaped(rendered.description)
        tags = next((entry.tags for entry in rendered.search if not entry.anchor), ())
        if tags:
            self.meta["tags"] = [escaped(tag) for tag in tags]
        self.content = _in_language(rendered, self._language)
        self.toc = TableOfContents([_anchor_link(entry, level=2) for entry in rendered.toc])
        self.present_anchor_ids = set(rendered.anchors)
        self.links_to_anchors = links_to_anchors(rendered.links, files)
        self.search = rendered.search
        self.lang = rendered.lang
        self.assets = assets_of(rendered)


def _in_language(rendered: RenderedPage, site_language: str) -> str:
    """The content, marked with its language where that is not the site's: Han characters differ by region."""
    if rendered.lang == site_language:
        return rendered.html
    return f'<div lang="{escaped(rendered.lang)}">{rendered.html}</div>'


def _anchor_link(entry: TocEntry, level: int) -> AnchorLink:
    link = AnchorLink(escaped(entry.title), escaped(entry.id), level)
    link.children = [_anchor_link(child, level + 1) for child in entry.children]
    return link
