"""The pages of `sop render`, made into a site by MkDocs alone: no plugin of ours, and no theme of Material's."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import expect

from tests.site.conftest import Visit, watch
from tests.support.axe import violations
from tests.support.browsing import PHONE, OpenContext
from tests.support.building import PROJECT, build_site

PROCEDURES = PROJECT / "tests" / "procedures"
CONFIGURATION = """\
site_name: Plain
docs_dir: rendered
theme: {name: mkdocs, highlightjs: false}
plugins: [search]
validation:
  links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, with the folders of its pages and of its site."""
    place = tmp_path_factory.mktemp("plain")
    done = subprocess.run(
        [sys.executable, "-m", "sop_plugin.cli", "render", "--content", str(PROCEDURES), "--lang", "en"],
        cwd=place,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
    )
    assert done.returncode == 0, done.stderr
    (place / "rendered/index.md").write_text("# Home\n")
    (place / "mkdocs.yml").write_text(CONFIGURATION)
    build_site(place, "--strict")
    return place


class Elements(HTMLParser):
    """The ids of a page and what it leads to and loads, in the order in which they come."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002, the parser's signature
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.targets += [value for name, value in attrs if name in ("href", "src") and value]


def elements(folder: Path, suffix: str) -> dict[str, Elements]:
    files = sorted(folder.rglob(f"*.{suffix}"))
    return {path.relative_to(folder).as_posix(): Elements(path.read_text(encoding="utf-8")) for path in files}


def test_every_link_leads_to_a_page_and_an_anchor_that_are_there(root: Path) -> None:
    site = root / "site"
    pages = elements(site, "html")
    broken = []
    for name, page in pages.items():
        for target in page.targets if name != "404.html" else ():
            url = urlsplit(urljoin(f"http://site/{name}", target))
            path = unquote(url.path)[1:]
            path += "index.html" if path.endswith("/") or not path else ""
            there = url.netloc != "site" or (site / path).is_file()
            if not there or (url.fragment and path in pages and unquote(url.fragment) not in pages[path].ids):
                broken.append(f"{name}: {target}")
    assert broken == []


def test_no_anchor_is_lost(root: Path) -> None:
    site = elements(root / "site", "html")
    for name, page in elements(root / "rendered", "md").items():
        stem = name.removesuffix(".md")
        there = site[f"{stem}/index.html" if not stem.endswith("index") else f"{stem}.html"].ids
        assert [each for each in there if each in set(page.ids)] == page.ids, name


@pytest.mark.browser
def test_the_page_and_its_checklist_work(root: Path, serve: Callable[[Path], str], open_context: OpenContext) -> None:
    faults: list[str] = []
    visit = Visit(watch(open_context(**PHONE), faults), faults)
    page = visit.page
    page.goto(f"{serve(root / 'site')}/table-service/")
    assert violations(page, include=".sop-portable") == []
    page.get_by_text("On this page", exact=True).click()
    page.locator(".sop-contents li a").last.click()
    assert "#" in page.url
    page.goto(f"{page.url.partition('#')[0]}checklist/")
    page.get_by_role("button", name="Begin", exact=True).click()
    expect(page.locator(".sop-run, .sop-place").first).to_be_visible()
    assert visit.faults == []
