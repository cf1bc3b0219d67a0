"""The landing page."""

import pytest
from playwright.sync_api import expect

from tests.site.conftest import Open
from tests.support.browsing import PHONE

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("key", ["Enter", " "])
def test_its_large_field_opens_the_search(visit: Open, key: str) -> None:
    page = visit("", **PHONE, reduced_motion="reduce").page
    page.locator(".sop-find").press(key)
    field = page.locator(".md-search__input")
    expect(field).to_be_focused()
    field.fill("退款")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


def test_it_leads_everywhere_without_a_script(visit: Open) -> None:
    page = visit("", **PHONE, java_script_enabled=False).page
    page.locator(".sop-team summary", has_text="餐飲事業部").click()
    page.locator(".sop-team a", has_text="咖啡師").click()
    expect(page.locator("#role-barista")).to_be_visible()
    page.go_back()
    page.locator(".sop-find").click()
    page.wait_for_url("**/procedures/")


def test_what_is_touched_is_large_enough(visit: Open) -> None:
    page = visit("", **PHONE).page
    small = "all => all.filter((one) => one.getBoundingClientRect().height < 43.9).map((one) => one.outerHTML)"
    assert page.locator(".sop-find, .sop-hero a, .sop-team summary, .sop-cards li").evaluate_all(small) == []
