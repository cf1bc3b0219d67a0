"""All pages as plain Markdown with their assets, for any generator, or for a time when there is none of today's."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from sop_plugin.model.site_address import published
from sop_plugin.pipeline.folder import scan
from sop_plugin.pipeline.site import Site
from sop_plugin.views.pieces import MARK, STYLES, MarkError, marks_of
from sop_plugin.views.portable import STYLE, Relink, as_one_block, portable_page
from sop_plugin.web.addresses import assets_of, files_as_they_are, scripts, style_sheet
from sop_plugin.words.catalogue import LANGUAGES

MARKER = ".sop-rendered"
"""A file in a folder that was written here, and may be replaced."""


class Links(StrEnum):
    """How pages link to each other."""

    DIRECTORIES = "directories"
    """`order/`, as most generators publish `order.md`."""
    HTML = "html"
    """`order.html`."""
    SOURCE = "source"
    """`order.md`, for a generator that looks for links in HTML too and publishes them as directories."""


_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n.*?^---[ \t]*\r?\n", re.DOTALL | re.MULTILINE)


def write_pages(site: Site, content: Path, place: Path, links: Links) -> int:
    """Writes the pages of `site`, which was read from `content`, into the empty folder `place`; gives their number.

    Ordinary pages stay Markdown, but for the marks in them; `index.en.md` takes the place of `index.md` in a site in
    English. Raises OSError where something cannot be read or written.
    """
    folder = scan(content)
    ordinary = _ordinary_pages((path for path in folder.markdown() if path not in site.hidden), site)
    ours = {path for path, ref in site.pages.items() if not (ref.generated and path in ordinary)}
    addresses = _Addresses({*ours, *ordinary, *folder.files}, links)
    for path in sorted(ours):
        url_of = addresses.url_of(path)
        page = site.render(path, url_of)
        assets = [url_of(asset) for asset in (style_sheet(STYLE), *assets_of(page))]
        _write(place / path, portable_page(page, assets, addresses.relink(path)).encode())
    for path, source in sorted(ordinary.items()):
        _write(place / path, _with_pieces(folder.read(source), site, addresses.url_of(path), addresses.relink(path)))
    for path in folder.files:
        if not path.endswith(".md") and path not in site.hidden:
            _write(place / path, folder.read(path))
    for path, at in files_as_they_are():
        _write(place / path, at.read_bytes())
    for path, make in scripts():
        _write(place / path, make().encode())
    _write(place / MARKER, b"")
    return len(ours) + len(ordinary)


def _ordinary_pages(paths: Iterable[str], site: Site) -> dict[str, str]:
    """The pages that are no procedures, each with the file that has its words in the language of the site."""
    pages = [path for path in paths if path not in site.pages or site.pages[path].generated]
    found: dict[str, str] = {}
    for path in pages:
        stem, _, language = path.removesuffix(".md").rpartition(".")
        if not stem or language not in LANGUAGES:
            found.setdefault(path, path)
        elif language == site.words.language:
            found[f"{stem}.md"] = path
    return found


class _Addresses:
    """Where the content paths in `known` are published, relative to each other."""

    def __init__(self, known: Collection[str], links: Links) -> None:
        self._is_source = links is Links.SOURCE
        self._published = {path: published(path, directory_urls=links is not Links.HTML) for path in known}
        self._sources = {there: path for path, there in self._published.items()}

    def url_of(self, page: str) -> Callable[[str], str]:
        """Turns a content path, perhaps with an anchor, into a URL relative to the page at the path `page`."""
        base = self._base(page)

        def url_of(target: str) -> str:
            path, hash_mark, anchor = target.partition("#")
            if path in ("", page) and anchor:
                return hash_mark + anchor
            there = self._published.get(path, path)
            relative = posixpath.relpath(there or ".", base)
            return quote(f"{relative}/" if there.endswith("/") or not there else relative) + hash_mark + anchor

        return url_of

    def relink(self, page: str) -> Relink:
        """Turns a URL that is relative to where `page` is published into what its generator reads in the file."""
        base = self._base(page)

        def relink(url: str) -> str:
            there, hash_mark, anchor = url.partition("#")
            if urlsplit(url).scheme or url.startswith("/"):
                return url
            path = unquote(posixpath.normpath(posixpath.join(base, there)))
            path = "" if path == "." else f"{path}/" if there.endswith("/") else path
            source = posixpath.relpath(self._sources.get(path, path), posixpath.dirname(page) or ".")
            return quote(source) + hash_mark + anchor

        return relink if self._is_source else str

    def _base(self, page: str) -> str:
        """The folder in which a page is published."""
        own = self._published[page]
        return (own if own.endswith("/") else posixpath.dirname(own)) or "."


def _with_pieces(data: bytes, site: Site, url_of: Callable[[str], str], relink: Relink) -> bytes:
    """An ordinary page with its marks filled in. A mark that means nothing stays, an invisible comment."""
    text = data.decode("utf-8-sig", errors="replace")
    lines = text.split("\n")
    filled = False
    for number, mark in marks_of(text):
        if MARK.fullmatch(lines[number - 1].strip()):
            try:
                lines[number - 1] = f"\n{as_one_block(site.piece(mark, url_of).strip(), relink)}\n"
                filled = True
            except MarkError:
                continue
    if not filled:
        return data
    links = "".join(f'<link rel="stylesheet" href="{relink(url_of(style_sheet(name)))}">' for name in STYLES)
    text = "\n".join(lines)
    front_matter = _FRONT_MATTER.match(text)
    end = front_matter.end() if front_matter else 0
    return f"{text[:end]}\n<div>{links}</div>\n\n{text[end:]}".encode()


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
