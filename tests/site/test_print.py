import pytest
from playwright.sync_api import expect

from tests.site.conftest import Open
from tests.site.pages import PROCEDURES
from tests.support.axe import violations
from tests.support.browsing import DESK

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("path", "scheme"), list(zip(PROCEDURES, ("light", "dark", "dark"), strict=True)))
def test_paper_shows_what_is_folded_and_can_be_read(visit: Open, path: str, scheme: str) -> None:
    page = visit(path, **DESK | {"color_scheme": scheme}).page
    page.emulate_media(media="print")
    for folded in page.locator(".sop details").all():
        expect(folded.locator("> :not(summary)").first).to_be_visible()
    expect(page.locator(".md-header")).to_be_hidden()
    assert violations(page, include=".sop") == []
