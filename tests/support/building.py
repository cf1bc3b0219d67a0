"""A project's site, built by MkDocs as a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


def build_site(root: Path, *arguments: str) -> None:
    """Builds the site of the project in `root`, with more arguments for MkDocs if need be."""
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(PROJECT)},
    )
    assert built.returncode == 0, built.stderr
