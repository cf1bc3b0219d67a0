"""The site under its own content-security policy, sent as a header: all of it works, and nothing else runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site.pages import KINDS
from tests.support.browsing import DESK, OpenContext, settle
from tests.support.serving import served

pytestmark = pytest.mark.browser

TELL = """addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
    globalThis.noteRefusal(`${effectiveDirective} ${blockedURI} ${sample}`))"""


@dataclass
class Watched:
    """A page, and what its policy refused."""

    page: Page
    refused: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def strict_address(built: Path) -> Iterator[str]:
    """Where the site answers with the headers that it tells static hosts."""
    lines = (built / "_headers").read_text(encoding="utf-8").splitlines()[1:]
    with served(built, headers=dict(line.strip().split(": ", 1) for line in lines)) as address:
        yield address


@pytest.fixture
def strict(open_context: OpenContext, strict_address: str) -> Callable[[str], Watched]:
    """`strict("start/")` opens a page of the site."""

    def open_page(path: str) -> Watched:
        context = open_context(**DESK, reduced_motion="reduce")
        watched = Watched(context.new_page())
        context.expose_function("noteRefusal", lambda words: watched.refused.append(words))
        context.add_init_script(TELL)
        watched.page.goto(strict_address + path)
        settle(watched.page)
        return watched

    return open_page


@pytest.mark.parametrize("path", KINDS)
def test_a_page_loads_without_a_refusal(strict: Callable[[str], Watched], path: str) -> None:
    assert strict(path).refused == []


def test_a_whole_visit_meets_no_refusal(strict: Callable[[str], Watched], strict_address: str) -> None:
    visit = strict("")
    page = visit.page
    page.locator("label[for=__palette_1]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    search = page.locator(".md-search__input")
    search.click()
    search.fill("退款")
    search.press("End")
    page.locator(".md-search-result__link").first.wait_for()
    page.goto(f"{strict_address}procedures/")
    page.locator(".md-content a[href*='cafe/ordering/']").first.click()
    page.wait_for_url("**/cafe/ordering/")
    settle(page)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator(".sop-share").first.click()
    expect(page.locator("dialog sop-qr, dialog .sop-share-dialog__none")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".sop-floor-open").click()
    expect(page.locator("dialog.sop-floor")).to_be_visible()
    page.goto(f"{strict_address}cafe/ordering/checklist/")
    page.locator(".sop-begin__form button").click()
    page.locator(".sop-run").wait_for()
    page.goto(f"{strict_address}device/")
    expect(page.locator('[data-place="under-way"] .sop-kept')).to_have_count(1)
    assert visit.refused == []


def test_a_script_that_came_into_a_page_does_not_run(strict: Callable[[str], Watched]) -> None:
    visit = strict("")
    visit.page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "globalThis.hasRun = true";
            const picture = document.createElement("img");
            picture.setAttribute("onerror", "globalThis.hasRun = true");
            picture.src = "data:,";
            document.body.append(script, picture);
        }"""
    )
    visit.page.wait_for_timeout(300)
    assert visit.page.evaluate("globalThis.hasRun") is None
    assert {each.split()[0] for each in visit.refused} == {"script-src-elem", "script-src-attr"}
