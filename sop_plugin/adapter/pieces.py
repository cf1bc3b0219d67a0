"""Marks in ordinary pages, and what the core makes of them in their place: `<!-- sop: search -->`."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import resources
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from sop_plugin.adapter.log import log
from sop_plugin.views.pieces import MARK, MarkError, marks_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from sop_plugin.words.catalogue import Catalogue

SCRIPT = "assets/sop/js/pieces.js"


def copy_script(files: Files, config: MkDocsConfig) -> None:
    """Add the script of pages with marks to the site."""
    ours = resources.files(__package__).joinpath("pieces.js").read_text(encoding="utf-8")
    files.append(File.generated(config, SCRIPT, content=ours))


def has_marks(page_html: str) -> bool:
    """Whether there is any mark in a page's content; code that shows one has none."""
    return MARK.search(page_html) is not None


def with_pieces(page_html: str, render: Callable[[str], str], source: str, shown_as: str, words: Catalogue) -> str:
    """A page's content with what `render` makes of each mark.

    A mark that means nothing stays, an invisible comment, and is warned of with its line in `source`, the whole file.
    """
    places = list(marks_of(source))

    def filled(found: re.Match[str]) -> str:
        mark = " ".join(found[1].split())
        line = next((at for at, text in places if text == mark), 1)
        if (line, mark) in places:
            places.remove((line, mark))
        try:
            if not _stands_alone(page_html, found):
                raise MarkError("piece.own-line")
            return render(mark)
        except MarkError as error:
            log.warning(f"{shown_as}:{line}: {words.text(error.key, **error.arguments)}")
            return found[0]

    return MARK.sub(filled, page_html)


def _stands_alone(page_html: str, found: re.Match[str]) -> bool:
    """Whether nothing but the mark is on its lines: inside a paragraph there is no room for what it makes."""
    before, after = page_html[: found.start()].rpartition("\n")[2], page_html[found.end() :].partition("\n")[0]
    return not before.strip() and not after.strip()
