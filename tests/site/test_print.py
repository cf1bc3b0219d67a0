import io
import unicodedata

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

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


def test_paper_says_on_each_page_what_it_is_and_is_white_to_its_edges(visit: Open) -> None:
    page = visit("cafe/ordering/", **DESK | {"color_scheme": "dark"}).page
    sheets = [written(sheet.extract_text()) for sheet in PdfReader(io.BytesIO(page.pdf())).pages]
    assert len(sheets) > 1
    for number, text in enumerate(sheets, 1):
        assert "cafe-ordering · 版本 3.2" in text
        assert "列印本不受管制:使用前請核對網站上的版本。" in text
        assert f"第 {number} 頁,共 {len(sheets)} 頁" in text
    page.emulate_media(media="print")
    root = "(({ backgroundColor, colorScheme }) => [backgroundColor, colorScheme])(getComputedStyle(document.documentElement))"
    assert page.evaluate(root) == ["rgb(255, 255, 255)", "light"]


def written(text: str) -> str:
    """Text out of a PDF, where some characters are named by their shapes and spaces are doubled."""
    return " ".join(unicodedata.normalize("NFKC", text).split())
