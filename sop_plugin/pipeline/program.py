"""What tells that the program is the same as in an earlier run."""

from __future__ import annotations

import os
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import sop_plugin
from sop_plugin.pipeline.digests import digest_of

LIBRARIES = ("PyYAML", "markdown-it-py", "mdit-py-plugins", "Pygments", "Jinja2", "MarkupSafe", "segno")
"""The packages whose versions tell in what is made of a procedure."""


@cache
def program() -> str:
    """A digest over the program's files, by their stamps, its libraries and the interpreter, as they were when it
    was first asked: what changes later is not what runs.
    """
    stamps: list[tuple[str, int, int]] = []
    root = Path(sop_plugin.__file__).parent
    for folder, _, names in os.walk(root):
        for name in names:
            if not name.endswith(".pyc"):
                path = Path(folder, name)
                stat = path.stat()
                stamps.append((path.relative_to(root).as_posix(), stat.st_size, stat.st_mtime_ns))
    return digest_of(f"{sys.version}{[version_of(name) for name in LIBRARIES]}{sorted(stamps)}".encode())


def version_of(package: str) -> str:
    """The version of an installed package; empty where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
