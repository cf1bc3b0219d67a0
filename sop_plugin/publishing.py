"""Putting a finished build in the place of the last one, whole or not at all.

A build is written into a directory beside the site and takes its place in one step, so whoever reads the site
sees the last good one or the new one, and a build that fails or is killed leaves the last good one as it was.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_AT_FDCWD = -100  # <fcntl.h>: paths are relative to the working directory
_RENAME_EXCHANGE = 2  # <linux/fs.h>: two paths swap what they name, atomically


def publish(build: Callable[[Path], None], site: Path, spare: Path | None = None) -> None:
    """Build into a fresh directory and put it in the place of `site`.

    `build` is given the empty directory to write into. What it raises is passed on, with `site` as it was. A
    second publication of the same site waits until the first is done. Raises OSError where nothing can be
    written there.

    The site that is replaced is removed. Where a path for a `spare` is given, it is left there for the next `build`,
    which may take out of it what it likes; where it cannot be moved there, it is removed as well.

    Nothing is flushed to the disk: the swap is safe against a killed process, not against a power cut.
    """
    site = site.resolve()
    fresh = site.with_name(f".{site.name}.new")
    previous = site.with_name(f".{site.name}.old")
    site.parent.mkdir(parents=True, exist_ok=True)
    with _locked(site.with_name(f".{site.name}.lock")):
        _recover(site, fresh, previous)
        try:
            fresh.mkdir()
            build(fresh)
            _swap(fresh, site, previous)
            if spare is not None:
                _leave(previous, spare)
            _remove(previous)
        finally:
            _remove(fresh)


def _recover(site: Path, fresh: Path, previous: Path) -> None:
    """Clean up after a publication that was killed. The caller holds the lock, so no other is at work."""
    if not site.exists() and previous.exists():
        previous.rename(site)  # it was killed between the two renames of `_rename_twice`
    _remove(fresh)
    _remove(previous)


def _swap(fresh: Path, site: Path, previous: Path) -> None:
    """Make `site` name what `fresh` names. What it named before is left under `previous`."""
    if not site.exists():
        fresh.rename(site)
    elif _exchange(fresh, site):
        fresh.rename(previous)
    else:
        _rename_twice(fresh, site, previous)


def _leave(previous: Path, spare: Path) -> None:
    """Leave a site that was replaced as the spare one, if there is one and it can be moved."""
    with suppress(OSError):
        _remove(spare)
        spare.parent.mkdir(parents=True, exist_ok=True)
        previous.rename(spare)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two paths in one step. False where the system or the file system cannot."""
    if sys.platform != "linux":
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    result: int = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return result == 0


def _rename_twice(fresh: Path, site: Path, previous: Path) -> None:
    """Swap with a moment in between that has no site; the next run mends it if this one is killed just then."""
    site.rename(previous)
    try:
        fresh.rename(site)
    except OSError:
        previous.rename(site)
        raise


def _remove(directory: Path) -> None:
    if directory.exists():
        shutil.rmtree(directory)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold an exclusive lock on a file; the system lets go of it when the process ends, however it ends.

    The file stays: to remove it would let a third process lock a new one while a second waits for the old.
    """
    with path.open("a+b") as file:
        if sys.platform == "win32":
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
