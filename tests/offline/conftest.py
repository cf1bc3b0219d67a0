"""A small site in a folder of its host, and a host that goes away and comes back with another build."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.support.building import build_site
from tests.support.serving import served

CONFIG = """\
site_name: Handbook
docs_dir: content
use_directory_urls: {directories}
theme: {{name: material, language: en, font: false}}
plugins: [search, sop: {{csp: true, offline: {offline}, languages: {{zh-TW: {{}}}}}}]
"""

ORGANISATION = """\
organisation: 1
name: Corner shop
language: en
roles:
  - {id: barista, title: Barista}
  - {id: teller, title: Teller}
"""

SOP = """\
---
sop: 1
id: {name}
title: {title}
version: 1.0
status: effective
effective: 2026-01-01
owner: {role}
role: [{role}]
steps:
  - {{id: first, title: First, do: "{words}", media: [{{file: cup.svg, alt: A cup}}]}}
  - {{id: second, title: Second}}
---
"""

CUP = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><title>{name}</title></svg>'

WORDS = {"coffee": "Grind the beans.", "cash": "Count the coins."}


def build(root: Path, *, coffee: str = WORDS["coffee"], offline: bool = True, directories: bool = True) -> Path:
    """The folder of the site, in which `/repo/` is the handbook; what the coffee's first step says is a version."""
    for name, role, words in (("coffee", "barista", coffee), ("cash", "teller", WORDS["cash"])):
        folder = root / "content" / name
        folder.mkdir(parents=True, exist_ok=True)
        text = SOP.format(name=name, title=f"Make {name}", role=role, words=words)
        (folder / "make.md").write_text(text, encoding="utf-8")
        (folder / "cup.svg").write_text(CUP.format(name=name), encoding="utf-8")
    (root / "content" / "organisation.yml").write_text(ORGANISATION, encoding="utf-8")
    (root / "content" / "index.md").write_text("# Handbook\n", encoding="utf-8")
    config = CONFIG.format(offline=str(offline).lower(), directories=str(directories).lower())
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    build_site(root, "--site-dir", str(root / "host" / "repo"))
    return root / "host"


HEADERS = {"Cache-Control": "no-cache"}
"""As the guide advises; without it the browser's own cache answers for a while."""


class Host:
    """Serves a folder at one address, as long as it is there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._running = ExitStack()
        self._port = 0
        self.start()

    @property
    def address(self) -> str:
        """Where the handbook is."""
        return f"http://127.0.0.1:{self._port}/repo/"

    def start(self) -> None:
        """Comes back at the same address."""
        address = self._running.enter_context(served(self._folder, port=self._port, headers=HEADERS))
        self._port = int(address.rsplit(":", 1)[1].strip("/"))

    def stop(self) -> None:
        """Goes away: every connection is refused."""
        self._running.close()

    def publish(self, build: Path) -> None:
        """Puts another build in the place of this one."""
        shutil.rmtree(self._folder)
        shutil.copytree(build, self._folder, copy_function=shutil.copy)  # published now, as the dates of files tell


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Builds of the same handbook: with the site kept, in a later version, and kept no longer."""
    root = tmp_path_factory.mktemp("offline")
    return {
        "first": build(root / "first"),
        "second": build(root / "second", coffee="Weigh the beans."),
        "off": build(root / "off", offline=False),
        "files": build(root / "files", directories=False),
    }


@pytest.fixture
def host(builds: dict[str, Path], tmp_path: Path) -> Iterator[Host]:
    """A host with the first build."""
    shutil.copytree(builds["first"], tmp_path / "host")
    started = Host(tmp_path / "host")
    yield started
    started.stop()
