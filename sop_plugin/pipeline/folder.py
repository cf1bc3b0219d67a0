"""What lies in a content folder, and in the folder of quizzes beside it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from os.path import relpath
from pathlib import Path
from posixpath import normpath

ORGANISATION = "organisation.yml"
QUIZZES = "quizzes"
"""The name of the folder of quizzes, beside the content."""

Stamp = tuple[int, int, int, int]
"""Size, time of change, time of the last change to the file's entry, and inode: what tells that a file is the same."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The files below a content root, by path relative to it with forward slashes; those of the quizzes lie outside, so
    that their paths begin with `../`. What `quizzes` are begins with, "" where there are none.

    Symbolic links are listed apart and never followed: content may come from strangers, and a link could lead anywhere.
    What is `held` stands in the place of what the disk has: the text of a file that somebody is editing.
    """

    root: Path
    files: dict[str, Stamp]
    links: frozenset[str]
    held: Mapping[str, bytes] = field(default_factory=dict)
    quizzes: str = ""

    def read(self, path: str) -> bytes:
        """The bytes of one of `files`. Raises OSError where it went meanwhile."""
        return self.held[path] if path in self.held else (self.root / path).read_bytes()

    def shown(self, path: str) -> str:
        """A file's name in diagnostics."""
        name = f"{self.root.name}/{path}"
        return normpath(name) if path.startswith("../") else name

    def path_of(self, shown: str) -> str:
        """The path of a file by its name in diagnostics."""
        own = f"{self.root.name}/"
        return shown.removeprefix(own) if shown.startswith(own) else relpath(shown, self.root.name)

    def is_of_quizzes(self, path: str) -> bool:
        """Whether a file lies in the folder of the quizzes, outside the content."""
        return bool(self.quizzes) and path.startswith(self.quizzes)

    def markdown(self) -> list[str]:
        """The Markdown files, in the order of their paths."""
        return sorted(path for path in self.files if path.endswith(".md"))


def quizzes_beside(content: Path) -> Path:
    """Where the quizzes lie unless somebody says otherwise."""
    return content.resolve().parent / QUIZZES


def scan(root: Path, quizzes: Path | None = None) -> Folder:
    """Lists a content folder, and that of the quizzes if it is given.

    A folder that does not exist is empty; hidden files and folders are passed over.
    """
    files: dict[str, Stamp] = {}
    links: set[str] = set()
    prefix = _outside(root, quizzes) if quizzes else ""
    found = [_below(str(root), "")]
    if prefix:
        found.append(_below(str(quizzes), prefix))
    for path, entry in chain.from_iterable(found):
        if entry.is_symlink():
            links.add(path)
        else:
            stat = entry.stat(follow_symlinks=False)
            files[path] = (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)
    return Folder(root, files, frozenset(links), quizzes=prefix)


def _outside(root: Path, quizzes: Path) -> str:
    """What the paths of quizzes begin with; "" where their folder lies in the content and is listed anyway."""
    path = Path(relpath(quizzes.resolve(), root.resolve())).as_posix()
    return f"{path}/" if path.startswith("../") else ""


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
