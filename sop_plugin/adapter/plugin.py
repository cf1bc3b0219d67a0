"""The plugin: which part of MkDocs' build each part of the adapter serves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File as SiteFile
from mkdocs.structure.files import Files, InclusionLevel

from sop_plugin.adapter import access, pieces
from sop_plugin.adapter.access import accessible, with_named_tasks
from sop_plugin.adapter.assets import adapt_theme, copy_assets, link_assets, style_sheet, with_assets
from sop_plugin.adapter.config import SopConfig
from sop_plugin.adapter.links import url_resolver
from sop_plugin.adapter.log import log, log_diagnostics
from sop_plugin.adapter.navigation import Sidebar
from sop_plugin.adapter.offline import link_offline, start_address, with_app_links, write_farewell, write_offline
from sop_plugin.adapter.on_disk import is_on_disk, prepare_for_disk
from sop_plugin.adapter.page import SopPage
from sop_plugin.adapter.policy import add_headers_file, policy_of, with_policy
from sop_plugin.adapter.search import add_to_index, shorten_index, teach_chinese
from sop_plugin.adapter.sources import drop_hidden, drop_symlinks
from sop_plugin.adapter.tables import in_reach
from sop_plugin.adapter.webmanifest import add_manifest
from sop_plugin.model.diagnostic import Severity
from sop_plugin.model.site_address import SiteAddress
from sop_plugin.pipeline.site import Site, load_site
from sop_plugin.views.index_page import PATH as INDEX
from sop_plugin.views.pieces import STYLES
from sop_plugin.views.posters_page import PATH as POSTERS
from sop_plugin.views.start_page import PATH as START
from sop_plugin.words.catalogue import Catalogue, catalogue

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from sop_plugin.model.page import PageRef

LEADING = (START, INDEX, POSTERS)
"""The pages that come before others of their section, where mkdocs.yml does not say."""

NO_DATE = "1970-01-01"
"""The date of every page in the place of the day of the build, which would make each day's build differ."""


class SopPlugin(BasePlugin[SopConfig]):  # type: ignore[no-untyped-call]  # MkDocs' own hook is untyped
    """Reads the procedures once a build, and lets MkDocs publish what the core makes of them."""

    def __init__(self) -> None:
        self._serving = False
        self._site: Site
        self._files: Files
        self._pages: dict[str, SopPage] = {}
        self._with_pieces: set[str] = set()
        self._sidebar: Sidebar
        self._policy = ""
        self._on_disk = is_on_disk()
        self._has_directory_urls = True

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Learn whether faults may stop the build: never while somebody writes."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Link our assets, adapt the theme, watch the quizzes."""
        link_assets(config)
        adapt_theme(config)
        self._has_directory_urls = config.use_directory_urls
        if self._on_disk:
            prepare_for_disk(config)
        self._policy = policy_of(config) if self.config.csp and not self._on_disk else ""
        if self._is_kept:
            link_offline(config, self._words(config))
        if Path(self.config.quizzes).is_dir():
            config.watch.append(self.config.quizzes)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check everything, before MkDocs empties the site."""
        language = config.theme.get("language")
        address = SiteAddress(config.site_url, self._has_directory_urls) if config.site_url else None
        self._site = load_site(
            Path(config.docs_dir),
            language=str(language) if language else None,
            address=address,
            keep_names=self.config.keep_names,
            feedback=self.config.feedback,
        )
        log_diagnostics(self._site)
        errors = sum(found.severity is Severity.ERROR for found in self._site.diagnostics)
        if errors and self.config.on_error == "stop" and not self._serving:
            raise PluginError(catalogue(str(language or "en")).text("adapter.stopped", count=errors))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Make pages of the procedures and of what is derived from them."""
        drop_symlinks(files, config)
        drop_hidden(files, self._site.hidden)
        copy_assets(files, config)
        access.copy_script(files, config)
        pieces.copy_script(files, config)
        teach_chinese(files, config)
        if self._policy:
            add_headers_file(self._policy, files, config)
        self._files = files
        self._pages = {}
        self._with_pieces = set()
        for ref in self._site.pages.values():
            if file := self._file_of(ref, config):
                self._pages[ref.path] = SopPage(ref, file, config, self._site.render)
        if self._is_kept:
            add_manifest(files, config, start_address(files), self._words(config))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Put the procedures behind the ordinary pages, and take the day of the build off all pages."""
        for file in files.documentation_pages():
            if file.page:
                file.page.update_date = NO_DATE
        published = [page for page in self._pages.values() if _is_published(page.file)]
        published.sort(key=lambda page: LEADING.index(page.ref.path) if page.ref.path in LEADING else len(LEADING))
        self._sidebar = Sidebar(nav, published, self._pages.get(INDEX))
        return nav

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """Give an ordinary page that is not UTF-8 a text that says so; MkDocs would end the build."""
        try:
            return page.file.content_string
        except UnicodeDecodeError:
            path = f"{Path(config.docs_dir).name}/{page.file.src_uri}"  # as diagnostics name it
            found = [self._site.describe(each) for each in self._site.diagnostics if each.path == path]
            if not found:
                language = str(config.theme.get("language", "en"))
                found = [catalogue(language).text("adapter.not-utf8", path=path)]
                log.error(found[0])
            return "".join(f"    {line}\n" for text in found for line in text.splitlines())

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Fill in what ordinary pages mark, and give them what ours have: tables in reach, boxes that have names."""
        if isinstance(page, SopPage):
            return html
        html = with_named_tasks(in_reach(html))
        if pieces.has_marks(html):
            self._with_pieces.add(page.url)
            url_of = url_resolver(files, page.file)
            path = f"{Path(config.docs_dir).name}/{page.file.src_uri}"  # as diagnostics name it
            html = pieces.with_pieces(
                html, lambda mark: self._site.piece(mark, url_of), page.file.content_string, path, self._words(config)
            )
        return html

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,  # noqa: ARG002
    ) -> TemplateContext:
        """Give each of our pages its own navigation, and its entries to the search."""
        if isinstance(page, SopPage):
            context["nav"] = self._sidebar.of(page)  # type: ignore[typeddict-item]  # as far as templates see
            add_to_index(page, config)
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Link what one of our pages needs, and mend what the theme's templates leave undone."""
        if isinstance(page, SopPage):
            output = with_assets(output, page.url, page.assets)
        elif page.url in self._with_pieces:
            output = with_assets(output, page.url, (*map(style_sheet, STYLES), pieces.SCRIPT))
        if self._is_kept:
            output = with_app_links(output, page.url)
        return self._finished(output, config)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for the page that is shown where there is none."""
        if not template_name.endswith(".html"):
            return output_content
        return self._finished(output_content, config)

    @event_priority(-100)  # after Material has written its index
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the search index smaller, and list all files of the site for the devices that keep it."""
        shorten_index(config)
        if self._is_kept:
            write_offline(config, self._files, self._site.pages_by_role(), self._words(config))
        elif not self._on_disk:
            write_farewell(config, self._words(config))

    @property
    def _is_kept(self) -> bool:
        """Whether devices keep the site: never while somebody writes, who would see old pages."""
        return self.config.offline and not self._serving and not self._on_disk

    def _finished(self, output: str, config: MkDocsConfig) -> str:
        """A whole page with what each gets; the script by which `mkdocs serve` reloads it runs without a policy."""
        output = accessible(output, self._words(config))
        return with_policy(output, self._policy) if self._policy and not self._serving else output

    @staticmethod
    def _words(config: MkDocsConfig) -> Catalogue:
        return catalogue(str(config.theme.get("language") or "en"))

    def _file_of(self, ref: PageRef, config: MkDocsConfig) -> SiteFile | None:
        """The file MkDocs found for a page, out of its own navigation; a new one for a generated page.

        None where mkdocs.yml leaves the file out, and where the site has a page of its own in a generated one's place.
        """
        file = self._files.src_uris.get(ref.path)
        if ref.generated:
            if file:
                return None
            file = SiteFile.generated(config, ref.path, content="")
            self._files.append(file)
        if file and _is_published(file):
            file.inclusion = InclusionLevel.NOT_IN_NAV
        return file


def _is_published(file: SiteFile) -> bool:
    """Whether `mkdocs build` makes the file part of the site: mkdocs.yml neither excludes it nor calls it a draft."""
    return bool(file.inclusion.value > InclusionLevel.DRAFT.value)
