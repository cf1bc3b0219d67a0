"""What lies in a content folder."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

ORGANISATION = "organisation.yml"

Stamp = tuple[int, int, int, int]
"""Size, time of change, time of the last change to the file's entry, and inode: what tells that a file is the same."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The files below a content root, by path relative to it with forward slashes.

    Symbolic links are listed apart and never followed: content may come from strangers, and a link could lead anywhere.
    What is `held` stands in the place of what the disk has: the text of a file that somebody is editing.
    """

    root: Path
    files: dict[str, Stamp]
    links: frozenset[str]
    held: Mapping[str, bytes] = field(default_factory=dict)

    def read(self, path: str) -> bytes:
        """The bytes of one of `files`. Raises OSError where it went meanwhile."""
        return self.held[path] if path in self.held else (self.root / path).read_bytes()

    def shown(self, path: str) -> str:
        """A file's name in diagnostics."""
        return f"{self.root.name}/{path}"

    def markdown(self) -> list[str]:
        """The Markdown files, in the order of their paths."""
        return sorted(path for path in self.files if path.endswith(".md"))


def scan(root: Path) -> Folder:
    """Lists a content folder. A folder that does not exist is empty; hidden files and folders are passed over."""
    files: dict[str, Stamp] = {}
    links: set[str] = set()
    for path, entry in _below(str(root), ""):
        if entry.is_symlink():
            links.add(path)
        else:
            stat = entry.stat(follow_symlinks=False)
            files[path] = (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)
    return Folder(root, files, frozenset(links))


def _below(folder: str, prefix: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, f"{path}/")
        else:
            yield path, entry
