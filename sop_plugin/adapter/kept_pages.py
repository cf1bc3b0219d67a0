"""Whole pages kept from one build to the next, as files that are linked into the site.

A page is kept under the digest of everything it was made of. Its file is one with the site's own, as long as nobody
writes into that: a file whose size or time is another than when it was kept is none.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.nav import Section

from sop_plugin.adapter.file_links import link, linked, stamp
from sop_plugin.adapter.page import SopPage
from sop_plugin.adapter.spare_site import taken_over
from sop_plugin.pipeline.digests import digest_of_names

if TYPE_CHECKING:
    from mkdocs.structure import StructureItem
    from mkdocs.structure.pages import Page

    from sop_plugin.adapter.languages import Alternate
    from sop_plugin.pipeline.memory import Memory

    PageAround = tuple[SopPage, str, Iterable[Alternate]]
    """A page, the navigation that is printed into it, and the languages that it leads to."""

_KIND = "output"


class KeptPages:
    """The files of pages in a memory. `base` is a digest of what goes into every page; `shown` are the keys of pages
    that stand in their place already, by path.
    """

    def __init__(self, memory: Memory, base: str, shown: dict[str, str] | None = None) -> None:
        self._shown = {} if shown is None else shown
        self._memory = memory
        self._base = base
        self._folder = memory.pages
        self._keys: dict[str, str] = {}
        self._put_off: set[str] = set()
        self._neighbours: dict[str, str] = {}

    def place(self, pages: Iterable[PageAround], site: Path, others: Container[str]) -> set[str]:
        """Puts the kept files of all pages into the folder `site`, and gives the paths of those that stand there; the
        rest must be made. `others` are the folders of other sites in it.
        """
        names: list[str] = []
        stamps: dict[str, str] = {}
        kept: list[SopPage] = []
        placed: set[str] = set()
        for page, nav, alternates in pages:
            path, name = page.file.src_uri, page.file.dest_uri
            names.append(name)
            if not page.digest:
                continue
            key = self._keys[path] = self._key(page, nav, alternates)
            found = self._memory.store.get(_KIND, path, key)
            if self._shown.get(path) == key:
                placed.add(path)
            elif found is not None:
                stamps[name] = found.text
                kept.append(page)
        there = taken_over(site, names, stamps, others)
        for page in kept:
            path, name = page.file.src_uri, page.file.dest_uri
            if name in there or linked(self._folder / self._keys[path], Path(page.file.abs_dest_path), stamps[name]):
                placed.add(path)
        return placed

    def put_off(self, page: SopPage) -> None:
        """Takes note that a page stands in its place as it was, though it is to be made anew."""
        self._put_off.add(page.file.src_uri)

    def keep(self, pages: Iterable[SopPage]) -> None:
        """Keeps the files of pages that were made, and drops those of which the site has no page any more.

        A folder that cannot be written to is no fault of the site.
        """
        self._shown.clear()
        self._shown.update({path: key for path, key in self._keys.items() if path not in self._put_off})
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
        for page in pages:
            if key := self._keys.get(page.file.src_uri):
                file = self._folder / key
                with suppress(OSError):
                    link(Path(page.file.abs_dest_path), file)
                    self._memory.store.put(_KIND, page.file.src_uri, key, stamp(file.stat()))
        wanted = set(self._keys.values())
        with suppress(OSError):
            for file in self._folder.iterdir():
                if file.name not in wanted:
                    file.unlink()

    def _key(self, page: SopPage, nav: str, alternates: Iterable[Alternate]) -> str:
        ancestors = [(str(section.title), _first(section)) for section in page.ancestors]
        around = map(self._neighbour, (page.previous_page, page.next_page))
        own = (page.url, page.file.src_uri, page.canonical_url, page.edit_url, page.is_homepage)
        told = map(repr, (own, ancestors, tuple(alternates)))
        return digest_of_names([self._base, page.digest, nav, *told, *around])

    def _neighbour(self, page: Page | None) -> str:
        """What the pages before and behind it print of a page."""
        if page is None:
            return ""
        path = page.file.src_uri
        if path not in self._neighbours:  # a page stands before one and behind another
            self._neighbours[path] = repr((str(page.title), page.url, sorted(map(repr, page.meta.items()))))
        return self._neighbours[path]


def _first(item: StructureItem) -> tuple[str, str]:
    """Title and address of the first page of a section."""
    while isinstance(item, Section) and item.children:
        item = item.children[0]
    return str(item.title), str(getattr(item, "url", ""))
