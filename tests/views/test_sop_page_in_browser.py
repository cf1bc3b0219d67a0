"""The page in a real browser, with every field filled."""

import dataclasses
from importlib.resources import files

import pytest
from playwright.sync_api import BrowserContext, Page

from sop_plugin.model.document import Document
from sop_plugin.model.sop import Sop
from sop_plugin.views.sop_page import STYLES, sop_page
from tests.support.axe import violations
from tests.support.browsing import DESK, PHONE, OpenContext, until
from tests.views.filling import Filler
from tests.views.pages import context

pytestmark = pytest.mark.browser

CSS = "".join(files("sop_plugin.web").joinpath(f"css/{name}.css").read_text(encoding="utf-8") for name in STYLES)

SCHEMES = """
body { background: var(--md-default-bg-color); }
[data-md-color-scheme="default"] { --md-default-bg-color: #fff; --md-default-fg-color: #000000de; }
[data-md-color-scheme="slate"] { --md-default-bg-color: #1e2129; --md-default-fg-color: #e2e4e9d1; }
"""
"""The colours that Material's schemes set."""


def shown(browser: BrowserContext, language: str = "zh-TW", scheme: str = "default") -> Page:
    sop = dataclasses.replace(Filler(0).record(Sop), lang=language)
    html = sop_page(Document("cafe/latte.md", sop=sop), context(language)).html
    page = browser.new_page()
    page.set_content(
        f'<!doctype html><html lang="{language}"><title>SOP</title><style>{CSS}{SCHEMES}</style>'
        f'<body data-md-color-scheme="{scheme}"><main class="md-typeset">{html}</main></html>'
    )
    return page


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_screen(open_context: OpenContext, width: int) -> None:
    page = shown(open_context(viewport={"width": width, "height": 800}))
    page.evaluate("document.querySelectorAll('details').forEach((fold) => (fold.open = true))")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("device", [PHONE, DESK], ids=["phone", "desk"])
def test_it_is_accessible(open_context: OpenContext, device: dict[str, object], scheme: str) -> None:
    page = shown(open_context(**device), scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((fold) => (fold.open = true))")
    assert not [str(one) for one in violations(page, include="article")]


def test_folds_are_large_enough_for_a_thumb(open_context: OpenContext) -> None:
    page = shown(open_context(**PHONE))
    heights = page.evaluate("[...document.querySelectorAll('summary')].map((one) => one.offsetHeight)")
    assert heights
    assert min(heights) >= 44


def test_paper_shows_what_is_folded(open_context: OpenContext) -> None:
    page = shown(open_context(**DESK))
    page.emulate_media(media="print")
    until(
        page,
        """() => {
            const folded = [...document.querySelectorAll(".sop-fold__body")];
            return folded.length && folded.every((one) => one.offsetHeight && one.checkVisibility());
        }""",
    )
