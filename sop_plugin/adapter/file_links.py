"""Files that stand in several folders, as one where the system can link them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def linked(kept: Path, place: Path, wanted: str) -> bool:
    """Puts a kept file into a site; False where it has not the stamp `wanted`, or cannot be put there."""
    try:
        if stamp(kept.stat()) != wanted:
            return False
        place.parent.mkdir(parents=True, exist_ok=True)
        link(kept, place)
    except OSError:
        return False
    return True


def link(file: Path, place: Path) -> None:
    """Links a file in another place, or copies it with its time where no link can lead there. Raises OSError."""
    place.unlink(missing_ok=True)
    try:
        os.link(file, place)
    except OSError:
        shutil.copy2(file, place)


def stamp(status: os.stat_result) -> str:
    """What tells that nobody has written into a file: its size and time."""
    return f"{status.st_size} {status.st_mtime_ns}"
