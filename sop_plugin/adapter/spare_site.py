"""The site before the last one, out of which a build takes the pages that are still right, with their folders.

A page has a folder of its own, and to make and remove thousands of folders takes longer than all else that an edit asks
for. What is left of the spare site after a build that was killed serves as well, since each file is looked at.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Container, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from sop_plugin.adapter.file_links import stamp
from sop_plugin.pipeline.build_inputs import SPARE


def taken_over(site: Path, pages: Iterable[str], stamps: Mapping[str, str], others: Container[str]) -> set[str]:
    """Moves pages out of the spare site, if there is one, into the folder `site`, and gives their names in it.

    `pages` are the names of all files of pages that the site is to have. Those are moved that have the stamp that
    `stamps` give them by name, and folders of others. All else is removed, so that whoever writes a file later never
    writes into one that is linked elsewhere. `others` are the folders of other sites in it.
    """
    spare = os.environ.get(SPARE)
    there: set[str] = set()
    if spare:
        sifting = _Sifting(stamps, frozenset(map(posixpath.dirname, pages)))
        with suppress(OSError):  # there is none, or it cannot be used: then all is made
            entries = list(os.scandir(spare))
            site.mkdir(parents=True, exist_ok=True)  # that of a further language is not there yet
            for entry in entries:
                if entry.name not in others and sifting.is_left(entry, entry.name):
                    if not os.path.lexists(site / entry.name):
                        Path(entry.path).rename(site / entry.name)
                        there |= sifting.right
                    sifting.right.clear()
    return there


@dataclass(frozen=True, slots=True)
class _Sifting:
    """Removes what is of no use. `right` are the names of files that have the stamp that `stamps` give them."""

    stamps: Mapping[str, str]
    folders: Container[str]
    right: set[str] = field(default_factory=set)

    def is_left(self, entry: os.DirEntry[str], name: str) -> bool:
        """Whether something is left of an entry: files that are right, folders that hold some or will."""
        if not entry.is_dir(follow_symlinks=False):
            is_right = stamp(entry.stat(follow_symlinks=False)) == self.stamps.get(name)
            if is_right:
                self.right.add(name)
            else:
                Path(entry.path).unlink()
            return is_right
        left = [self.is_left(child, f"{name}/{child.name}") for child in list(os.scandir(entry.path))]
        if any(left) or name in self.folders:
            return True
        Path(entry.path).rmdir()
        return False
