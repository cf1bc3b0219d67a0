from collections.abc import Iterator
from itertools import cycle
from typing import Any

import pytest

from tests.site.conftest import Open
from tests.site.pages import KINDS
from tests.support.axe import violations
from tests.support.browsing import DESK, PHONE
from tests.support.menus import drawer_opened, search_opened

pytestmark = pytest.mark.browser

LOOKS: dict[str, dict[str, Any]] = {
    "desk": DESK,
    "desk-dark": DESK | {"color_scheme": "dark"},
    "narrow-phone": PHONE | {"viewport": {"width": 320, "height": 640}},
}


def looked_at() -> Iterator[tuple[str, str]]:
    """Every kind of page in every look. The longest, all of one make, is looked at once."""
    for path in KINDS:
        yield from ((path, look) for look in LOOKS if path != "reference/fields/" or look == "desk-dark")


@pytest.mark.parametrize(("path", "look"), list(looked_at()))
def test_it_is_accessible_and_loads_without_a_fault(visit: Open, path: str, look: str) -> None:
    opened = visit(path, **LOOKS[look])
    assert violations(opened.page) == []
    assert opened.faults == []


@pytest.mark.parametrize(("path", "scheme"), list(zip(KINDS, cycle(("light", "dark")), strict=False)))
def test_the_drawer_is_accessible_when_it_is_open(visit: Open, path: str, scheme: str) -> None:
    page = visit(path, **LOOKS["narrow-phone"], color_scheme=scheme, reduced_motion="reduce").page
    assert [(what, found) for what, part in drawer_opened(page) if (found := violations(page, include=part))] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_search_is_accessible_when_it_is_open(visit: Open, scheme: str) -> None:
    page = visit("", **LOOKS["narrow-phone"], color_scheme=scheme, reduced_motion="reduce").page
    opened = search_opened(page, "退款")
    assert [(what, found) for what, part in opened if (found := violations(page, include=part))] == []


@pytest.mark.parametrize("path", KINDS)
def test_it_fits_a_narrow_phone(visit: Open, path: str) -> None:
    page = visit(path, viewport={"width": 320, "height": 640}).page
    for width in (320, 390):
        page.set_viewport_size({"width": width, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("path", KINDS)
def test_what_scrolls_sideways_is_reached_by_keyboard(visit: Open, path: str) -> None:
    page = visit(path, viewport={"width": 320, "height": 640}).page
    unreachable = page.evaluate(
        """() => [...document.querySelectorAll(".md-content *")]
            .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1)
            .filter((one) => ["auto", "scroll"].includes(getComputedStyle(one).overflowX))
            .filter((one) => one.tabIndex < 0 && !one.querySelector("a, button"))
            .map((one) => one.outerHTML.slice(0, 80))"""
    )
    assert unreachable == []
