"""A small project on the disk, and the programs that work on it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from socket import socket
from urllib.error import URLError
from urllib.request import urlopen

CONFIG = """site_name: 服務手冊
docs_dir: content
theme: {name: material, language: zh-TW, font: false}
plugins: [search, sop]
"""
WAIT = 60
"""Seconds after which a server that says nothing has failed."""

ADDRESS = re.compile(r"http://[\d.]+:\d+/")


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with content and configuration."""

    root: Path

    @property
    def site(self) -> Path:
        """Where the site is built."""
        return self.root / "site"

    def write(self, path: str, text: str) -> None:
        """Puts a file into the content."""
        file = self.root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Runs a module of Python, such as `mkdocs build`, to its end."""
        return subprocess.run(
            [sys.executable, "-m", *arguments], cwd=self.root, env=self.environment(), capture_output=True, text=True
        )

    def build(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Runs `sop build`."""
        return self.run("sop_plugin.cli", "build", *arguments)

    def environment(self) -> dict[str, str]:
        """That of the tests, with a cache of its own and words in English."""
        own = {"XDG_CACHE_HOME": str(self.root / "cache"), "LC_ALL": "C.UTF-8", "NO_MKDOCS_2_WARNING": "1"}
        source = str(Path(__file__).resolve().parents[2])
        return os.environ | own | {"PYTHONPATH": source, "PYTHONUNBUFFERED": "1"}

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Starts a module of Python in a process group of its own."""
        return subprocess.Popen(
            [sys.executable, "-m", *arguments],
            cwd=self.root,
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    @contextmanager
    def serving(self, *arguments: str) -> Iterator[str]:
        """The address that a server prints; the server runs while the block does."""
        server = self.start(*arguments)
        try:
            assert server.stdout is not None
            said = []
            for line in server.stdout:
                said.append(line)
                if found := ADDRESS.search(line):
                    yield found[0]
                    return
            raise AssertionError("".join(said))
        finally:
            kill(server)

    def digest(self) -> str:
        """One digest over the names and bytes of all files of the site."""
        found = sha256()
        for path in sorted(self.site.rglob("*")):
            if path.is_file():
                found.update(f"{path.relative_to(self.site)}\0".encode() + path.read_bytes())
        return found.hexdigest()

    def page(self, path: str) -> str:
        """The HTML of a page of the site."""
        return (self.site / path / "index.html").read_text(encoding="utf-8")


def kill(process: subprocess.Popen[str]) -> None:
    """Kills a process and those it has started."""
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fetch(url: str) -> str:
    """What a server answers, or nothing while it does not."""
    try:
        with urlopen(url, timeout=5) as answer:  # an address of this machine
            return str(answer.read().decode())
    except (URLError, ConnectionError, TimeoutError):
        return ""


def fetch_until(url: str, words: str) -> None:
    """Asks until the answer holds the words; fails after a minute."""
    end = time.monotonic() + WAIT
    while words not in fetch(url):
        assert time.monotonic() < end, f"{url} never says {words}"
        time.sleep(0.2)
