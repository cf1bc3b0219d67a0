"""The site opened by a double click, without a server."""

from __future__ import annotations

import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import expect

from tests.site.conftest import Visit, watch
from tests.site.pages import KINDS
from tests.support.browsing import DESK, OpenContext, settle
from tests.support.building import PROJECT

pytestmark = pytest.mark.browser

PAGES = [f"{path.rstrip('/') or 'index'}.html" for path in KINDS if path != "404.html"]


@pytest.fixture(scope="module")
def folder(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of such a site, made of the same content."""
    place = tmp_path_factory.mktemp("disk") / "手冊 1"
    done = subprocess.run(
        [sys.executable, "-m", "sop_plugin.cli", "build", "--files", "--keep-going", "--site", str(place)],
        cwd=built.parent,
        capture_output=True,
        text=True,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(PROJECT)},
    )
    assert done.returncode == 0, done.stderr
    return place


@pytest.fixture
def opened(open_context: OpenContext) -> Visit:
    """A page that was not yet opened."""
    faults: list[str] = []
    return Visit(watch(open_context(**DESK), faults), faults)


class Targets(HTMLParser):
    """What a page leads to and loads."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in ("href", "src") and value and tag != "use"]


def test_every_link_of_every_page_is_a_file_that_is_there(folder: Path) -> None:
    dead = []
    for page in folder.rglob("*.html"):
        for target in Targets(page.read_text(encoding="utf-8")).found:
            url = urlsplit(urljoin(page.as_uri(), target))
            if url.scheme == "file" and not Path(unquote(url.path)).is_file():
                dead.append(f"{page.relative_to(folder)}: {target}")
    assert dead == []


def test_the_switch_of_the_language_stays_at_the_step(opened: Visit, folder: Path) -> None:
    page = opened.page
    page.goto(f"{(folder / 'cafe/ordering.html').as_uri()}#take-order")
    for language, path in (("en", "en/cafe"), ("zh-CN", "zh-CN/cafe"), ("zh-TW", "cafe")):
        page.locator(".sop-languages button").hover()
        page.locator(f".sop-languages a[hreflang={language}]").click()
        expect(page).to_have_url(f"{(folder / path / 'ordering.html').as_uri()}#take-order")
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.locator("#take-order")).to_be_in_viewport()
    assert opened.faults == []


def test_the_search_of_another_language_answers_too(opened: Visit, folder: Path) -> None:
    opened.page.goto((folder / "en/index.html").as_uri())
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("refund")
    first = opened.page.locator(".md-search-result__link").first
    first.wait_for()
    assert str(first.evaluate("one => one.href")).startswith((folder / "en").as_uri())
    assert opened.faults == []


def test_nothing_is_there_that_only_a_server_can_give(folder: Path) -> None:
    assert [name for name in ("404.html", "sop-worker.js", "manifest.webmanifest") if (folder / name).exists()] == []


def test_the_search_answers_without_a_server(opened: Visit, folder: Path) -> None:
    opened.page.goto((folder / "index.html").as_uri())
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("退貨")
    opened.page.locator(".md-search-result__link").first.wait_for()
    assert opened.faults == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_loads_without_a_fault(opened: Visit, folder: Path, path: str) -> None:
    opened.page.goto((folder / path).as_uri())
    settle(opened.page)
    assert opened.faults == []


def test_one_goes_from_page_to_page_and_works_through_a_checklist(opened: Visit, folder: Path) -> None:
    page = opened.page
    page.goto((folder / "index.html").as_uri())
    page.locator("a[href='procedures.html'], a[href$='procedures/index.html']").first.click()
    page.locator(".md-content a[href*='cafe/ordering.html']").first.click()
    page.wait_for_url("**/cafe/ordering.html", wait_until="load")
    page.locator(".sop-floor-open").click()
    expect(page.locator("dialog.sop-floor")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".sop-share").first.click()
    expect(page.locator("dialog.sop-share-dialog")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("a[href*='ordering/checklist']").first.click()
    page.locator(".sop-begin__form button").click()
    expect(page.locator('.sop-saved[data-saved="saved"]')).to_be_visible()
    run = page.url
    page.goto((folder / "device.html").as_uri())
    expect(page.locator('[data-place="under-way"] .sop-kept')).to_have_count(1)
    page.locator('[data-place="under-way"] a').first.click()
    expect(page).to_have_url(run)
    expect(page.locator(".sop-run")).to_be_visible()
    assert opened.faults == []
