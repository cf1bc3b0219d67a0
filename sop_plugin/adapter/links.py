"""Links from the pages of the core to any other page or file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote

from mkdocs.utils import get_relative_url

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files


def url_resolver(files: Files, page: File) -> Callable[[str], str]:
    """Turn `cafe/order.md` or `cafe/order.md#greet`, relative to the content root, into a URL relative to a page."""

    def url_of(target: str) -> str:
        path, hash_mark, anchor = target.partition("#")
        if path in ("", page.src_uri) and anchor:
            return hash_mark + anchor
        file = files.src_uris.get(path)
        return get_relative_url(file.url if file else quote(path), page.url) + hash_mark + anchor

    return url_of


def links_to_anchors(targets: Iterable[str], files: Files) -> dict[File, dict[str, str]]:
    """The links with an anchor by the file they lead to, for MkDocs to see whether the anchor is there."""
    found: dict[File, dict[str, str]] = {}
    for target in targets:
        path, _, anchor = target.partition("#")
        file = files.src_uris.get(path)
        if file and anchor:
            found.setdefault(file, {})[anchor] = target
    return found
