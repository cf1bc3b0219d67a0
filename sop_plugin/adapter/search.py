"""Our search in the place of Material's: its box, and the index of all pages.

Material's plugin `search` says whether a site has a search at all. Its own index is neither made nor written, and its
worker is left out of the site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sop_plugin.adapter.kept_index import STAMPS, write_kept
from sop_plugin.adapter.page import SopPage
from sop_plugin.adapter.sections import sections
from sop_plugin.pipeline.program import program
from sop_plugin.views.search.index import search_index
from sop_plugin.views.search.postings import Postings, postings_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from sop_plugin.adapter.living_site import LivingSite
    from sop_plugin.model.page import SearchEntry, SearchPage
    from sop_plugin.pipeline.memory import Memory
    from sop_plugin.pipeline.site import Site

FOLDER = "search"
"""The folder of the index in the site. `theme/partials/search.html` names it, too."""

_POSTINGS = ("search", "postings")
KEPT = (_POSTINGS, STAMPS)
"""The kinds and names under which is kept what the next index is made of."""

WORKERS = ("assets/javascripts/workers/search.*.min.js*", "assets/javascripts/lunr/*")
"""What Material's search runs."""

PLUGIN = "material/search"


def has_search(config: MkDocsConfig) -> bool:
    """Whether the site has a search."""
    plugin = config.plugins.get(PLUGIN)
    return plugin is not None and bool(plugin.config["enabled"])


def take_over(config: MkDocsConfig) -> None:
    """Keep Material's plugin from indexing pages: what it would write nobody reads.

    Nor need it find out, from templates that it would have to compile, how it would have indexed them.
    """
    plugin = config.plugins.get(PLUGIN)
    if plugin is not None:
        for name, unread in (("lang", ["en"]), ("separator", " "), ("pipeline", [])):
            plugin.config[name] = plugin.config[name] or unread
    for event in ("page_context", "post_build"):
        methods = config.plugins.events[event]
        methods[:] = [method for method in methods if getattr(method, "__self__", None) is not plugin]


def drop_workers(files: Files) -> None:
    """Leave Material's worker out of the site."""
    for file in list(files):
        if any(fnmatchcase(file.src_uri, pattern) for pattern in WORKERS):
            files.remove(file)


def entries_of(page: Page) -> tuple[SearchEntry, ...]:
    """What search finds of a page whose content is made; nothing of one that it leaves out."""
    if isinstance(page, SopPage):
        return page.search if page.ref.listed else ()
    if (page.meta.get("search") or {}).get("exclude"):
        return ()
    tags = tuple(str(tag) for tag in page.meta.get("tags") or ())
    return sections(page.content or "", str(page.title or ""), tags)


def search_pages(site: Site, found: Iterable[tuple[Page, tuple[SearchEntry, ...]]], language: str) -> list[SearchPage]:
    """The pages for the index, by address, from what was found on each; `language` is that of ordinary ones."""
    pages = []
    for page, entries in found:
        if isinstance(page, SopPage):
            searched = site.search_page(page.file.src_uri, page.url, page.lang, entries)
            pages.append(replace(searched, digest=page.digest))
        else:
            pages.append(site.search_page(page.file.src_uri, page.url, language, entries))
    return sorted(pages, key=lambda page: page.url)


def write_later(
    living: LivingSite,
    pages: Callable[[], list[SearchPage]],
    names: Sequence[Sequence[str]],
    memory: Memory,
    site: Path,
) -> None:
    """Write the index into the folder `site` where it is another than the one that stands."""
    found = pages()
    if living.indexed != (found, names):
        living.indexed = found, names
        write_index(found, names, site, memory)


def write_index(pages: Sequence[SearchPage], names: Iterable[Sequence[str]], site: Path, memory: Memory) -> None:
    """Write the index of all pages into the site in the folder `site`.

    `names` are what things of the house are called, thing by thing. What is known of pages that did not change comes
    from `memory`, and so do the files that an index before this one had, too.
    """
    postings = memory.keeper.grown(*_POSTINGS, program(), Postings, partial(postings_of, pages))
    write_kept(search_index(pages, names, postings), site / FOLDER, memory)
