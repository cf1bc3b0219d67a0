import pytest
from playwright.sync_api import expect

from tests.site.conftest import Open
from tests.site.pages import PROCEDURES
from tests.support.browsing import DESK

pytestmark = pytest.mark.browser


def test_the_first_stop_leads_past_the_header(visit: Open) -> None:
    page = visit(PROCEDURES[0], **DESK).page
    page.keyboard.press("Tab")
    skip = page.locator("a.md-skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    target = skip.get_attribute("href") or ""
    assert page.evaluate("decodeURIComponent(location.hash)") == target
    expect(page.locator(f"[id='{target.lstrip('#')}']")).to_be_in_viewport()


def test_the_search_is_reached_and_answers_the_keyboard(visit: Open) -> None:
    page = visit(PROCEDURES[0], **DESK).page
    search = page.locator(".md-search__input")
    for _ in range(6):
        page.keyboard.press("Tab")
        if search.evaluate("one => one === document.activeElement"):
            break
    expect(search).to_be_focused()
    page.keyboard.type("退款")
    page.keyboard.press("End")  # an input method ends with a key; the theme waits for one
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: not url.endswith(PROCEDURES[0]))


@pytest.mark.parametrize("path", ["procedures/", PROCEDURES[0]])
def test_what_is_folded_opens_with_enter(visit: Open, path: str) -> None:
    page = visit(path, **DESK).page
    folded = page.locator(".sop details:not([open])").first
    summary = folded.locator("> summary")
    handle = folded.element_handle()
    summary.focus()
    page.keyboard.press("Enter")
    assert handle.evaluate("one => one.open")


def test_the_place_of_the_focus_is_seen(visit: Open) -> None:
    page = visit(PROCEDURES[0], **DESK).page
    link = page.locator(".sop a[href]:visible").first
    page.keyboard.press("Tab")  # the browser shows the focus of those who use the keyboard
    link.focus()
    assert link.evaluate("one => getComputedStyle(one).outlineStyle") != "none"
