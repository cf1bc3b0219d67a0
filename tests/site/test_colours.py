"""The choice between light and dark: the device's until somebody has chosen, and made before anything is seen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import Open
from tests.support.browsing import DESK, settle

pytestmark = pytest.mark.browser

NOTE = """new MutationObserver((_, observer) => {
  if (!document.querySelector("main")) return;
  const offered = document.querySelectorAll(".md-header__option label:not([hidden])");
  globalThis.first = [document.body.dataset.mdColorScheme, offered.length];
  observer.disconnect();
}).observe(document, { subtree: true, childList: true });"""
"""Notes the colours that the page has, and how many it offers, once there is anything of it below the header."""


def _shown(page: Page) -> tuple[str | None, str, str]:
    """The scheme of the page, that of the browser's own parts, and the colour around them."""
    metas = [page.locator(f"meta[name={name}]") for name in ("color-scheme", "theme-color")]
    content = [meta.get_attribute("content") or "" for meta in metas]  # fails where there is more than one
    return page.locator("body").get_attribute("data-md-color-scheme"), content[0], content[1]


def test_the_device_decides_before_anything_is_seen_and_whenever_it_changes(visit: Open) -> None:
    page = visit("start/", **DESK, color_scheme="dark").page
    dark = _shown(page)
    assert dark[:2] == ("slate", "dark")
    page.add_init_script(NOTE)
    page.reload()
    settle(page)
    assert page.evaluate("first") == ["slate", 0]  # what is offered before all of the header is there moves
    expect(page.get_by_title("切換為淺色")).to_be_visible()
    page.emulate_media(color_scheme="light")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    light = _shown(page)
    assert light[1] == "light"
    assert dark[2].startswith("rgb")
    assert light[2].startswith("rgb")


def test_what_somebody_has_chosen_stays(visit: Open) -> None:
    page = visit("start/", **DESK, color_scheme="light").page
    page.get_by_title("切換為深色").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.locator("body[data-md-color-switching]")).to_have_count(0)
    assert page.evaluate("__md_get('__palette')") == {
        "index": 1,
        "color": {
            "media": "(prefers-color-scheme: dark)",
            "scheme": "slate",
            "primary": "indigo",
            "accent": "amber",
        },
    }
    page.reload()
    settle(page)
    assert _shown(page)[:2] == ("slate", "dark")
    expect(page.get_by_title("切換為深色")).to_be_hidden()
    page.locator("[data-md-component=palette] input").nth(1).focus()
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    expect(page.get_by_title("切換為深色")).to_be_visible()
