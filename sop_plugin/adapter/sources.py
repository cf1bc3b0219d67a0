"""Files of the content folder that must not become part of the site as they are."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def drop_hidden(files: Files, hidden: Container[str]) -> None:
    """Leave out what the core keeps to itself."""
    for file in list(files):
        if file.src_uri in hidden:
            files.remove(file)


def drop_symlinks(files: Files, config: MkDocsConfig) -> None:
    """Leave out what only a symbolic link makes part of the content folder: it may lead anywhere on the machine."""
    content = Path(config.docs_dir)

    @cache
    def links_in(folder: str) -> frozenset[str]:
        try:
            return frozenset(entry.name for entry in os.scandir(content / folder) if entry.is_symlink())
        except OSError:  # it is none: a file that another plugin made up
            return frozenset()

    def is_reached_by_link(path: str) -> bool:
        folder, _, name = path.rpartition("/")
        return bool(path) and (name in links_in(folder) or is_reached_by_link(folder))

    for file in list(files):
        if file.src_dir == config.docs_dir and is_reached_by_link(file.src_uri):
            files.remove(file)
