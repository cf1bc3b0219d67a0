"""Links of authors as paths within the content. Several rules ask the same of each link, so answers are kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from sop_plugin.model.links import scheme_of


@lru_cache(maxsize=4096)
def target_of(href: str) -> tuple[str | None, str]:
    """The path and the anchor of a relative link. The path is "" for the page itself, None for a link elsewhere."""
    if scheme_of(href) or href.startswith("//"):
        return None, ""
    path, _, anchor = href.partition("#")
    return unquote(path.partition("?")[0]), unquote(anchor)


@lru_cache(maxsize=4096)
def resolved(source: str, target: str) -> str | None:
    """The path, relative to the content root, that `target` means in the file `source`; None outside the root.

    A quiz, which itself lies outside, may also point at files in its own folder.
    """
    path = target.lstrip("/") if target.startswith("/") else join(dirname(source), target)
    path = normpath(path)
    if "\\" in target or path == "..":
        return None
    return path if not path.startswith("../") or path.startswith(_home(source)) else None


def _home(source: str) -> str:
    """The folder beside the content in which a file lies; for files of the content, what no path begins with."""
    match = re.match(r"(?:\.\./)+[^/]+/", source)
    return match[0] if match else "/"


def relative(source: str, target: str) -> str:
    """The link from one content file to another."""
    here, there = source.split("/")[:-1], target.split("/")
    while here and len(there) > 1 and here[0] == there[0]:
        here, there = here[1:], there[1:]
    return "/".join([".."] * len(here) + there)


@lru_cache(maxsize=1)
def by_name(files: frozenset[str]) -> Mapping[str, str]:
    """The first path, in their order, of each file name."""
    return {path.rpartition("/")[2]: path for path in sorted(files, reverse=True)}


@lru_cache(maxsize=1)
def by_folder(files: frozenset[str]) -> Mapping[str, Mapping[str, str]]:
    """The paths of the files in each folder, by name."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(files):
        folder, _, name = path.rpartition("/")
        found.setdefault(folder, {})[name] = path
    return found
