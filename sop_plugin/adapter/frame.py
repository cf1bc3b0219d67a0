"""The frame in which a build printed its pages, kept so that one page can be printed before the next build.

A build goes through all pages before it prints any. What somebody has just written is to be seen sooner, and takes one
page: its new content in the navigation and the theme as they were. The build that follows prints it again where they
have changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from mkdocs.commands.build import get_context

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.utils.templates import TemplateContext

    from sop_plugin.adapter.page import Render, SopPage
    from sop_plugin.model.page import PageRef


class Hooks(Protocol):
    """What a plugin does to a page before and after the theme prints it."""

    def on_page_context(
        self, context: TemplateContext, *, page: SopPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext: ...

    def on_post_page(self, output: str, *, page: SopPage, config: MkDocsConfig) -> str: ...


@dataclass(frozen=True, slots=True)
class Frame:
    """What a build printed `pages` with. `key` is a digest of what goes into every page: with another, none of them
    may be printed so any more. `hooks` are those of the only plugin that has a part in them, as it was in that build.
    """

    key: str
    config: MkDocsConfig
    nav: Navigation
    files: Files
    env: Any
    hooks: Hooks
    pages: Sequence[SopPage]

    def changed(
        self, addresses: Iterable[str], refs: Mapping[str, PageRef], render: Render, contents: Mapping[str, str]
    ) -> Iterator[SopPage]:
        """The pages at some addresses of which the core makes other content now than `contents` tell, by path.

        `refs` are all pages that there are now; one that tells of most procedures may be as it was.
        """
        wanted = frozenset(addresses)
        for page in self.pages:
            if page.url in wanted and (ref := refs.get(page.ref.path)):
                page.become(ref, render)
                page.may_be_old = True
                page.render(self.config, self.files)
                if not page.digest or page.digest != contents.get(ref.path):
                    yield page

    def printed(self, page: SopPage) -> str:
        """The text of a page's file."""
        page.active = True
        try:
            context = get_context(self.nav, self.files, self.config, page)
            context = self.hooks.on_page_context(context, page=page, config=self.config, nav=self.nav)
            output = self.env.get_template("main.html").render(context)
        finally:
            page.active = False
        return self.hooks.on_post_page(output, page=page, config=self.config)
