"""Which files of the content a command may write, and how: all at once or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from sop_plugin.pipeline.folder import ORGANISATION, Folder


class OutsideError(ValueError):
    """A path that does not lie in the content folder."""


def chosen(folder: Folder, paths: Sequence[Path]) -> list[str]:
    """The Markdown files and the organisation file at or below `paths`, or all, in order; never a symbolic link.

    Raises OutsideError for a path that leads out of the content folder and that of the quizzes.
    """
    files = folder.markdown() + [path for path in (ORGANISATION,) if path in folder.files]
    if not paths:
        return files
    root = folder.root.resolve()
    wanted = []
    for path in paths:
        # A link is itself and not what it points at; only where it stands is followed.
        real = path.resolve() if path.is_dir() and not path.is_symlink() else path.parent.resolve() / path.name
        within = Path(os.path.relpath(real, root))
        if not (real.is_relative_to(root) or (folder.quizzes and within.is_relative_to(folder.quizzes))):
            raise OutsideError(str(path))
        wanted.append(within)
    return [file for file in files if any(Path(file).is_relative_to(path) for path in wanted)]


def rewrite(path: Path, data: bytes) -> None:
    """Puts `data` in the place of a file at one stroke: a run that is killed leaves the old file or the new one."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        if path.exists():
            shutil.copymode(path, beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def create(path: Path, data: bytes) -> None:
    """Writes a file that is not there yet. Raises FileExistsError where it is by now."""
    with path.open("xb") as file:
        file.write(data)
