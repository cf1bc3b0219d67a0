"""The files of a site in the order in which its pages are made, without the pages that are finished."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files, InclusionLevel

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

Inclusion = Callable[[InclusionLevel], bool]


class SiteFiles(Files):
    """What MkDocs builds a site of.

    It asks for the pages of one `inclusion` when it is about to make them, and for all when it tells templates of them:
    what is `finished` is not made again.
    """

    def __init__(self, files: Iterable[File]) -> None:
        super().__init__(files)
        self.finished: dict[str, Page] = {}
        """Pages whose file is in the site already, by path."""

    def documentation_pages(self, *, inclusion: Inclusion | None = None) -> Sequence[File]:
        """The files of pages: all that are part of the site, or those of an inclusion that are still to be made."""
        if inclusion is None:
            return super().documentation_pages()
        return [file for file in super().documentation_pages(inclusion=inclusion) if file.src_uri not in self.finished]


def in_order(files: Files, followers: Mapping[str, str]) -> SiteFiles:
    """The files with each page directly behind the one that it follows, by path: what is made of one source is made
    while that is at hand.
    """
    following = {first: second for second, first in followers.items() if second in files.src_uris}
    order: dict[str, File] = {}
    for file in files:
        if followers.get(file.src_uri) not in files.src_uris:
            order[file.src_uri] = file
            if second := following.get(file.src_uri):
                order[second] = files.src_uris[second]
    return SiteFiles(order.values())
