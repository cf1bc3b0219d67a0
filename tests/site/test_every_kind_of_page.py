from collections.abc import Iterator
from itertools import cycle
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.site.conftest import Open
from tests.site.pages import KINDS, LONGEST
from tests.support.axe import OF_COLOUR, violations
from tests.support.browsing import DESK, settle, watched_context
from tests.support.menus import drawer_opened, search_opened

pytestmark = pytest.mark.browser

NARROW: dict[str, Any] = {"viewport": {"width": 320, "height": 640}, "has_touch": True}
"""A small phone, or a desk at four times the size."""

WITH_OTHER_DRAWERS = ("", "start/", "cafe/ordering/", "reference/rules/", "guide/writing/", "404.html")
"""Pages at other places of the navigation, with and without a table of contents."""


@pytest.fixture(scope="module", params=KINDS)
def narrow(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """Each kind of page on a small phone, opened once."""
    with watched_context(browser, **NARROW) as (context, strangers):
        page = context.new_page()
        page.goto(address + request.param)
        settle(page)
        yield page
    assert strangers == []


@pytest.mark.parametrize("path", KINDS)
def test_it_is_accessible_and_loads_without_a_fault(visit: Open, path: str) -> None:
    opened = visit(path, **DESK)
    # Axe needs a minute for the contrast of the longest page, whose parts are all of one make.
    assert violations(opened.page, disabled=OF_COLOUR if path == LONGEST else ()) == []
    assert opened.faults == []


@pytest.mark.parametrize("path", [path for path in KINDS if path != LONGEST])
def test_its_colours_can_be_told_apart_in_the_dark(visit: Open, path: str) -> None:
    assert violations(visit(path, **DESK, color_scheme="dark").page, only=OF_COLOUR) == []


def test_it_is_accessible_on_a_small_phone(narrow: Page) -> None:
    assert violations(narrow, disabled=OF_COLOUR) == []


def test_it_fits_a_small_phone(narrow: Page) -> None:
    for width in (390, 320):
        narrow.set_viewport_size({"width": width, "height": 640})
        assert narrow.evaluate("document.documentElement.scrollWidth") == width


def test_what_scrolls_sideways_is_reached_by_keyboard(narrow: Page) -> None:
    unreachable = narrow.evaluate(
        """() => [...document.querySelectorAll(".md-content *")]
            .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1)
            .filter((one) => ["auto", "scroll"].includes(getComputedStyle(one).overflowX))
            .filter((one) => one.tabIndex < 0 && !one.querySelector("a, button"))
            .map((one) => one.outerHTML.slice(0, 80))"""
    )
    assert unreachable == []


@pytest.mark.parametrize(("path", "scheme"), list(zip(WITH_OTHER_DRAWERS, cycle(("light", "dark")), strict=False)))
def test_the_drawer_is_accessible_when_it_is_open(visit: Open, path: str, scheme: str) -> None:
    page = visit(path, **NARROW, color_scheme=scheme, reduced_motion="reduce").page
    assert [(what, found) for what, part in drawer_opened(page) if (found := violations(page, include=part))] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_search_is_accessible_when_it_is_open(visit: Open, scheme: str) -> None:
    page = visit("", **NARROW, color_scheme=scheme, reduced_motion="reduce").page
    opened = search_opened(page, "退款")
    assert [(what, found) for what, part in opened if (found := violations(page, include=part))] == []
