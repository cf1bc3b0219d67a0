"""The plugin: which part of MkDocs' build each part of the adapter serves."""

from __future__ import annotations

from copy import copy
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File as SiteFile
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.utils import get_relative_url

from sop_plugin.adapter import languages, pieces
from sop_plugin.adapter.access import accessible, with_named_tasks
from sop_plugin.adapter.assets import (
    adapt_theme,
    add_pictures,
    copy_assets,
    link_assets,
    link_feature,
    with_assets,
)
from sop_plugin.adapter.build_key import build_key, installed, is_alone, is_blind
from sop_plugin.adapter.config import SopConfig
from sop_plugin.adapter.frame import Frame
from sop_plugin.adapter.inputs import note_inputs
from sop_plugin.adapter.kept_pages import KeptPages
from sop_plugin.adapter.languages import Alternate, Languages, languages_of, refuse_folders, with_language
from sop_plugin.adapter.links import url_resolver
from sop_plugin.adapter.living_site import LivingSite
from sop_plugin.adapter.log import log, log_diagnostics
from sop_plugin.adapter.navigation import Sidebar
from sop_plugin.adapter.offline import link_offline, start_address, with_app_links, write_farewell, write_offline
from sop_plugin.adapter.on_disk import is_on_disk, prepare_for_disk
from sop_plugin.adapter.other_pages import in_original, take_language
from sop_plugin.adapter.page import SopPage
from sop_plugin.adapter.policy import add_headers_file, policy_of, with_policy
from sop_plugin.adapter.search import (
    KEPT,
    drop_workers,
    entries_of,
    has_search,
    search_pages,
    take_over,
    write_index,
    write_later,
)
from sop_plugin.adapter.sections import without_marks
from sop_plugin.adapter.shells import Shells, print_in_shells
from sop_plugin.adapter.site_files import SiteFiles, in_order
from sop_plugin.adapter.sources import drop_hidden, drop_symlinks
from sop_plugin.adapter.tables import OPEN as TABLE
from sop_plugin.adapter.tables import in_reach
from sop_plugin.adapter.theme_templates import quicken
from sop_plugin.adapter.webmanifest import add_manifest
from sop_plugin.model.diagnostic import Severity
from sop_plugin.model.site_address import SiteAddress
from sop_plugin.pipeline.digests import digest_of_names
from sop_plugin.pipeline.garbage import collect_seldom, settle
from sop_plugin.pipeline.memory import Memory, memory_of
from sop_plugin.pipeline.site import Site, load_site
from sop_plugin.views.compiled import CompiledTemplates
from sop_plugin.views.index_page import PATH as INDEX
from sop_plugin.views.pieces import STYLES
from sop_plugin.views.posters_page import PATH as POSTERS
from sop_plugin.views.start_page import PATH as START
from sop_plugin.web.addresses import style_sheet
from sop_plugin.words.catalogue import Catalogue, catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from sop_plugin.model.page import PageRef, SearchEntry

LEADING = (START, INDEX, POSTERS)
"""The pages that come before others of their section, where mkdocs.yml does not say."""

NO_DATE = "1970-01-01"
"""The date of every page in the place of the day of the build, which would make each day's build differ."""


class SopPlugin(BasePlugin[SopConfig]):  # type: ignore[no-untyped-call]  # MkDocs' own hook is untyped
    """Reads the procedures once a build, and lets MkDocs publish what the core makes of them."""

    def __init__(self) -> None:
        self._serving = False
        self._site: Site
        self._files: SiteFiles
        self._pages: dict[str, SopPage] = {}
        self._with_pieces: set[str] = set()
        self._found: list[tuple[Page, tuple[SearchEntry, ...]]] = []
        self._sidebar: Sidebar
        self._languages: Languages
        self._untranslated: frozenset[str] = frozenset()
        self._policy = ""
        self._on_disk = is_on_disk()
        self._has_directory_urls = True
        self._is_dirty = False
        self._memories: dict[tuple[str, str], Memory] = {}
        self._nav: Navigation
        self._key = ""
        self._kept: KeptPages | None = None
        self._templates = CompiledTemplates(installed(), "theme")
        self._is_in_shells = False
        self.living: LivingSite | None = None
        """The site that this process builds again and again, where it does."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn whether faults may stop the build: never while somebody writes."""
        collect_seldom()
        self._serving = command == "serve"
        self._is_dirty = dirty
        self.living = None

    @event_priority(100)  # before Material's search asks in which language it is
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Choose the language, link our assets, adapt the theme, put our search in the place of its own."""
        self._languages = languages_of(config, self.config.languages)
        link_assets(config)
        adapt_theme(config)
        quicken(config.theme, self._templates)
        self._has_directory_urls = config.use_directory_urls
        if self._on_disk:
            prepare_for_disk(config)
        if has_search(config):
            take_over(config)
            link_feature("search", config)
        self._policy = policy_of(config) if self.config.csp and not self._on_disk else ""
        if self._is_kept:
            link_offline(config, self._words())
        if Path(self.config.quizzes).is_dir():
            config.watch.append(self.config.quizzes)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check everything, before MkDocs empties the site."""
        language = self._languages.current
        address = SiteAddress(config.site_url, self._has_directory_urls) if config.site_url else None
        self._site = load_site(
            Path(config.docs_dir),
            language=language,
            own_language=self._languages.own,
            address=address,
            keep_names=self.config.keep_names,
            feedback=self.config.feedback,
            memory=self._remembered(config),
            quizzes=Path(self.config.quizzes),
        )
        if not self._serving:
            settle()
        log_diagnostics(self._site)
        errors = sum(found.severity is Severity.ERROR for found in self._site.diagnostics)
        if errors and self.config.on_error == "stop" and not self._serving:
            raise PluginError(catalogue(language).text("adapter.stopped", count=errors))
        if self.living:
            self.living.show_open(self._build_key(config), self._site.pages, self._site.rendering)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Make pages of the procedures and of what is derived from them."""
        drop_symlinks(files, config)
        drop_hidden(files, self._site.hidden)
        refuse_folders(files, self._languages)
        self._untranslated, self._languages.absent = take_language(files, config, self._languages, self._site.pages)
        if self._languages.are_linked:
            languages.copy_script(files, config)
        copy_assets(files, config, self._remembered(config).keeper)
        pieces.copy_script(files, config)
        drop_workers(files)
        if self._policy:
            add_headers_file(self._policy, files, config)
        add_pictures(files, self._site.quizzes.pictures, config)
        self._pages = {}
        self._with_pieces = set()
        self._found = []
        for ref in self._site.pages.values():
            if file := self._file_of(ref, files, config):
                self._pages[ref.path] = SopPage(
                    ref, file, config, self._site.rendering, language=self._languages.current
                )
        if self._is_kept:
            add_manifest(files, config, start_address(files), self._words())
        self._files = in_order(files, self._site.checklists)
        return self._files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put the procedures behind the ordinary pages, and take the day of the build off all pages."""
        for file in files.documentation_pages():
            if file.page:
                file.page.update_date = NO_DATE
        published = [page for page in self._pages.values() if _is_published(page.file)]
        published.sort(key=lambda page: LEADING.index(page.ref.path) if page.ref.path in LEADING else len(LEADING))
        self._sidebar = Sidebar(nav, published, self._pages.get(INDEX))
        urls = digest_of_names(f"{file.src_uri} {file.url}" for file in self._files)
        is_alone_here = not self._is_dirty and is_alone(self, config)
        for page in self._pages.values():
            page.urls, page.is_deferred = urls, is_alone_here
            page.may_be_old = is_alone_here and self.living is not None and self.living.may_be_old(page)
        shown = self.living.shown if self.living else None
        self._key = self._build_key(config) if is_alone_here else ""
        self._kept = KeptPages(self._remembered(config), self._key, shown) if is_alone_here else None
        if is_alone_here:
            note_inputs(config, self.config.quizzes)
        self._nav = nav
        return nav

    @event_priority(-100)  # when everything is known of every page
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Put the pages into the site that are kept whole, and complete the others."""
        self._is_in_shells = self._kept is not None and is_blind(config)
        if self._is_in_shells:
            print_in_shells(env, Shells(env, self._sidebar, partial(accessible, words=self._words())))
        if self._kept is None:
            return env
        self._sidebar.settle()
        pages = [page for page in self._pages.values() if _is_published(page.file)]
        if self.living:
            self.living.frame = Frame(self._key, config, self._nav, files, env, copy(self), pages)
        around = ((page, self._sidebar.said(page), self._alternates(page)) for page in pages)
        placed = self._kept.place(around, Path(config.site_dir), self._languages.below)
        kept = [page for page in pages if page.file.src_uri in placed]
        stale = [page for page in pages if page.file.src_uri not in placed]
        if self.living:
            for page in self.living.put_off(stale, has_old=any(page.is_old for page in pages)):
                self._kept.put_off(page)
                kept.append(page)
        for page in kept:
            self._files.finished[page.file.src_uri] = page
            self._note_found(page)
        return env

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """Give an ordinary page that is not UTF-8 a text that says so; MkDocs would end the build."""
        try:
            return page.file.content_string
        except UnicodeDecodeError:
            path = f"{Path(config.docs_dir).name}/{page.file.edit_uri or page.file.src_uri}"  # as diagnostics name it
            found = [self._site.describe(each) for each in self._site.diagnostics if each.path == path]
            if not found:
                found = [self._words().text("adapter.not-utf8", path=path)]
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
            path = f"{Path(config.docs_dir).name}/{page.file.edit_uri or page.file.src_uri}"  # as diagnostics name it
            html = pieces.with_pieces(
                html, lambda mark: self._site.piece(mark, url_of), page.file.content_string, path, self._words()
            )
        return in_original(html, self._languages) if page.file.src_uri in self._untranslated else html

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,  # noqa: ARG002
    ) -> TemplateContext:
        """Give each of our pages its own navigation, and keep what search finds of any."""
        if isinstance(page, SopPage):
            page.complete()
            context["nav"] = self._sidebar.of(page)  # type: ignore[typeddict-item]  # as far as templates see
        if has_search(config):
            self._note_found(page)
        if self._languages.are_linked:
            context["alternates"] = self._alternates(page)  # type: ignore[typeddict-unknown-key]
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002, MkDocs' signature
        """Link what one of our pages needs, and mend what the theme's templates leave undone."""
        if isinstance(page, SopPage):
            output = with_assets(output, page.url, page.assets)
        elif page.url in self._with_pieces:
            output = with_assets(output, page.url, (*map(style_sheet, STYLES), pieces.SCRIPT))
        elif TABLE in output:
            output = with_assets(output, page.url, (style_sheet("sop"),))
        if self._is_kept:
            output = with_app_links(output, page.url)
        base_url = get_relative_url(".", page.url)
        output = with_language(output, self._languages, self._alternates(page), base_url)
        is_accessible = self._is_in_shells and isinstance(page, SopPage)
        return self._with_policy(output if is_accessible else self._accessible(output))

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002, MkDocs' signature
        """The same for the page that is shown where there is none."""
        if not template_name.endswith(".html"):
            return output_content
        return self._with_policy(self._accessible(with_language(output_content, self._languages)))

    @event_priority(-100)  # behind all others, so that every file of the site is there
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the index of the search, list all files of the site for the devices that keep it, and keep pages."""
        for page in self._files.finished.values():
            page.validate_anchor_links(files=self._files, log_level=config.validation.links.anchors)
        if has_search(config):
            self._index(config)
        if self._is_kept:
            below = [catalogue(language) for language in self._languages.below]
            write_offline(config, self._files, self._site.pages_by_role(), self._words(), below)
        elif not self._on_disk:
            write_farewell(config, self._words())
        if self._kept:
            made = [page for path, page in self._pages.items() if path not in self._files.finished]
            self._kept.keep(page for page in made if _is_published(page.file))
        if self.living:
            self.living.contents = {path: page.digest for path, page in self._pages.items() if _is_published(page.file)}
        store = self._remembered(config).store
        if self.living:
            self.living.afterwards = [store.finish]
        else:
            store.finish()

    def standing(self) -> Iterable[str]:
        """The files of pages that the last build did not make anew, by their names in the site."""
        return [page.file.dest_uri for page in self._files.finished.values()]

    def _index(self, config: MkDocsConfig) -> None:
        """Write the index of the search; where a site is built again and again, when its pages are shown."""
        memory = self._remembered(config)
        indexed = partial(search_pages, self._site, self._found, str(config.theme.get("language") or "en"))
        if self.living is None:
            write_index(indexed(), self._site.names, Path(config.site_dir), memory)
            return
        for kept in KEPT:
            memory.keeper.hold(*kept)
        self.living.later = [partial(write_later, self.living, indexed, self._site.names, memory)]

    @property
    def _is_kept(self) -> bool:
        """Whether devices keep the site: never while somebody writes, who would see old pages."""
        return self.config.offline and not self._serving and not self._on_disk

    def _accessible(self, output: str) -> str:
        return accessible(output, self._words())

    def _with_policy(self, output: str) -> str:
        """A whole page with the policy; the script by which `mkdocs serve` reloads it would not run under one."""
        return with_policy(output, self._policy) if self._policy and not self._serving else output

    def _remembered(self, config: MkDocsConfig) -> Memory:
        """What is remembered of earlier builds like this one; all of it at hand as long as a server runs."""
        modes = [name for name, is_on in (("serve", self._serving), ("files", self._on_disk)) if is_on]
        which = str(config.docs_dir), "-".join((self._languages.current, *modes))
        if which not in self._memories:
            self._memories[which] = memory_of(Path(config.docs_dir), which[1])
        return self._memories[which]

    def _build_key(self, config: MkDocsConfig) -> str:
        return build_key(config, (self._policy, self._is_kept, self._languages.current, self._languages.are_linked))

    def _alternates(self, page: Page) -> tuple[Alternate, ...]:
        """A page in the languages that it leads to."""
        return self._languages.alternates(page, self._files) if self._languages.are_linked else ()

    def _note_found(self, page: Page) -> None:
        """Keep what search finds of a page, and take out of it what stands there for search alone."""
        if entries := entries_of(page):
            self._found.append((page, entries))
        if not isinstance(page, SopPage):
            page.content = without_marks(page.content or "")

    def _words(self) -> Catalogue:
        return catalogue(self._languages.current)

    def _file_of(self, ref: PageRef, files: Files, config: MkDocsConfig) -> SiteFile | None:
        """The file MkDocs found for a page, out of its own navigation; a new one for a generated page.

        None where mkdocs.yml leaves the file out, and where the site has a page of its own in a generated one's place.
        """
        file = files.src_uris.get(ref.path)
        if ref.generated:
            if file:
                return None
            file = SiteFile.generated(config, ref.path, content="")
            files.append(file)
        if file and ref.source:
            file.edit_uri = ref.source
        if file and _is_published(file):
            file.inclusion = InclusionLevel.NOT_IN_NAV
        return file


def _is_published(file: SiteFile) -> bool:
    """Whether `mkdocs build` makes the file part of the site: mkdocs.yml neither excludes it nor calls it a draft."""
    return bool(file.inclusion.value > InclusionLevel.DRAFT.value)
