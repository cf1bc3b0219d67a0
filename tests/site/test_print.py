import pytest
from playwright.sync_api import expect

from tests.site.conftest import Open
from tests.site.pages import PROCEDURES
from tests.support.browsing import DESK

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", PROCEDURES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_shows_what_is_folded_in_dark_letters(visit: Open, path: str, scheme: str) -> None:
    page = visit(path, **DESK | {"color_scheme": scheme}).page
    page.emulate_media(media="print")
    for folded in page.locator(".sop details").all():
        expect(folded.locator("> :not(summary)").first).to_be_visible()
    expect(page.locator(".md-header")).to_be_hidden()
    ground, letters = page.evaluate(
        """() => [document.body, document.querySelector(".sop h1")].map((one, index) =>
            getComputedStyle(one)[index ? "color" : "backgroundColor"].match(/[\\d.]+/g).map(Number))"""
    )
    assert sum(letters[:3]) < 200
    assert ground[3:] == [0] or sum(ground[:3]) > 700
