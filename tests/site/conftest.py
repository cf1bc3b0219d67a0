"""The project's own site, built once, with one procedure in it that has errors."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Response

from tests.support.browsing import OpenContext, settle
from tests.support.building import PROJECT, build_site

FAULTY = """---
sop: 1
id: cafe-faulty
title: 有錯的程序
steps:
  - id: secret
    title: 不可以公開的步驟
    role: nobody-knows
    time_limit: 一陣子
---
"""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    root = tmp_path_factory.mktemp("project")
    shutil.copytree(PROJECT / "content", root / "content")
    shutil.copytree(PROJECT / "quizzes", root / "quizzes")
    shutil.copy(PROJECT / "mkdocs.yml", root)
    (root / "content" / "cafe" / "faulty.md").write_text(FAULTY, encoding="utf-8")
    build_site(root)
    return root / "site"


@pytest.fixture(scope="session")
def address(built: Path, serve: Callable[[Path], str]) -> str:
    """Where the site answers."""
    return serve(built)


@dataclass
class Visit:
    """A page that was opened, and what went wrong while it loaded."""

    page: Page
    faults: list[str] = field(default_factory=list)


Open = Callable[..., Visit]


def watch(context: BrowserContext, faults: list[str]) -> Page:
    """A page that adds to `faults` what its console complains of, what fails, and what is not found."""
    page = context.new_page()

    def note(response: Response) -> None:
        if response.status >= 400 and response.request.resource_type != "document":
            faults.append(f"{response.status} {response.url}")

    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", lambda request: faults.append(f"failed: {request.url}"))
    page.on("response", note)
    return page


@pytest.fixture
def visit(open_context: OpenContext, address: str) -> Open:
    """`visit("procedures/", color_scheme="dark", **PHONE)` opens a page of the site in a context of its own."""

    def open_page(path: str, **options: object) -> Visit:
        faults: list[str] = []
        page = watch(open_context(**options), faults)
        page.goto(address + path)
        settle(page)
        return Visit(page, faults)

    return open_page
