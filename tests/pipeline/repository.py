"""A git repository made for a test, with the content in a folder of it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.pipeline.contents import content


class Repository:
    """A new repository whose branch `main` has a first commit of these files of its content."""

    def __init__(self, root: Path, files: dict[str, str], below: str = ".") -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("config", "user.name", "Mei")
        self.git("config", "user.email", "mei@example.org")
        self.git("config", "commit.gpgsign", "false")
        self.content = content(root / below, files)
        self.commit("first")

    def git(self, *arguments: str) -> str:
        """Runs git in the repository."""
        done = subprocess.run(["git", *arguments], cwd=self.root, check=True, capture_output=True, text=True)
        return done.stdout

    def commit(self, message: str) -> None:
        """Commits everything."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", message)

    def write(self, path: str, text: str) -> None:
        """Writes a file of the content."""
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
