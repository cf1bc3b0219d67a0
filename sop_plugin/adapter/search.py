"""Procedures in Material's search: their entries in its index, and Chinese words in its worker."""

from __future__ import annotations

import json
from fnmatch import fnmatchcase
from html import escape
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from sop_plugin.adapter.page import SopPage

WORKER = "assets/javascripts/workers/search.*.min.js"


def add_to_index(page: SopPage, config: MkDocsConfig) -> None:
    """Add a listed page's entries to Material's index; the page's HTML is not searched by Material itself.

    The result list prints titles, texts and tags as HTML, so they are escaped. Nothing happens without the search.
    """
    index = getattr(config.plugins.get("material/search"), "search_index", None)
    if index is None or not page.ref.listed:
        return
    for entry in page.search:
        location = f"{page.url}#{entry.anchor}" if entry.anchor else page.url
        text = f"<p>{_plain(entry.text)}</p>" if entry.text else ""
        document: dict[str, str | list[str]] = {"location": location, "title": _plain(entry.title), "text": text}
        if entry.tags:
            document["tags"] = [_plain(tag) for tag in entry.tags]
        index.entries.append(document)


def shorten_index(config: MkDocsConfig) -> None:
    """Write Material's index anew with its characters as they are: escaped, a Chinese one takes twice the space."""
    path = Path(config.site_dir, "search", "search_index.json")
    if path.exists():
        index = json.loads(path.read_bytes())
        path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def teach_chinese(files: Files, config: MkDocsConfig) -> None:
    """Put our words before Material's search worker: it then indexes and asks for pairs of Han characters."""
    for file in list(files):
        if fnmatchcase(file.src_uri, WORKER):
            ours = resources.files(__package__).joinpath("search_worker.js").read_text(encoding="utf-8")
            files.remove(file)
            files.append(File.generated(config, file.src_uri, content=f"{ours}\n{file.content_string}"))


def _plain(text: str) -> str:
    return escape(text, quote=False)
