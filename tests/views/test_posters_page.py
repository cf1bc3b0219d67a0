from pathlib import Path

import pytest
from markupsafe import escape
from playwright.sync_api import Page
from pypdf import PdfReader

from sop_plugin.model.page import RenderedPage
from sop_plugin.model.site_address import SiteAddress
from sop_plugin.views.posters_page import Poster, SheetName, posters_page
from sop_plugin.views.qr import qr_svg
from sop_plugin.words.catalogue import LANGUAGES, catalogue
from tests.support.axe import violations
from tests.support.browsing import DESK, PHONE, OpenContext

WEB = Path(__file__).parents[2] / "sop_plugin/web/css"
SITE = SiteAddress("https://sop.example.com/")
BARISTA = SheetName("role", "barista", "咖啡師")
CASHIER = SheetName("role", "cashier", "點餐人員")
CAFE = SheetName("department", "cafe", "餐飲事業部")
COUNTER = SheetName("touchpoint", "counter", "點餐櫃台")


def poster(name: str, title: str, *sheets: SheetName, lang: str = "zh-TW") -> Poster:
    return Poster(f"cafe/{name}.md", f"cafe-{name}", title, "2.1", lang, sheets)


POSTERS = (
    poster("order", "櫃台點餐", COUNTER, CASHIER, CAFE),
    poster("foam", "打奶泡", BARISTA, CAFE),
    poster("wash", "Wash <the> cups", BARISTA, CAFE, lang="en"),
)


def page_of(*posters: Poster, site: SiteAddress | None = SITE, language: str = "zh-TW") -> RenderedPage:
    return posters_page(posters, catalogue(language), site, lambda path: f"../{path.removesuffix('.md')}/")


def standalone(page: RenderedPage) -> str:
    style = "".join((WEB / f"{name}.css").read_text(encoding="utf-8") for name in page.styles)
    return (
        f'<!doctype html><html lang="{page.lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{page.title}</title><style>body{{margin:0}}{style}</style>"
        f'<body><main class="md-typeset">{page.html}</main></body></html>'
    )


def opened(page: Page, folder: Path, rendered: RenderedPage, anchor: str = "") -> None:
    file = folder / "posters.html"
    file.write_text(standalone(rendered), encoding="utf-8")
    page.goto(f"{file.as_uri()}{anchor}")


def test_each_role_and_place_has_a_sheet_of_its_own() -> None:
    page = page_of(*POSTERS)
    assert page.anchors >= {"role-barista", "role-cashier", "department-cafe", "touchpoint-counter"}
    assert [entry.id for entry in page.toc] == ["role", "department", "touchpoint"]
    assert page.html.count(qr_svg("https://sop.example.com/cafe/order/")) == 3


def test_a_card_says_what_it_is_and_the_address_to_be_typed() -> None:
    html = page_of(poster("門市 點餐", "櫃台點餐", CAFE)).html
    for words in ("櫃台點餐", "cafe-門市 點餐", "2.1 版", "sop.example.com/<wbr>cafe/<wbr>門市 點餐<"):
        assert words in html


def test_nothing_an_author_writes_becomes_markup() -> None:
    evil = '"><img src=x onerror=alert(1)>'
    html = page_of(Poster(f"{evil}.md", evil, evil, evil, "zh-TW", (SheetName("role", "a", evil),))).html
    assert evil not in html
    assert str(escape(evil)) in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_the_sites_address_it_says_what_is_missing(language: str) -> None:
    page = page_of(*POSTERS, site=None, language=language)
    assert "site_url: https://" in page.html
    assert "<svg" not in page.html
    assert not page.toc


def test_an_address_that_no_code_holds_is_left_to_be_typed() -> None:
    html = page_of(poster("x" * 3000, "長", CAFE)).html
    assert "<svg" not in html
    assert "x" * 3000 in html


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("anchor", ["", "#role-barista"])
def test_everybody_can_use_it(open_context: OpenContext, tmp_path: Path, scheme: str, anchor: str) -> None:
    page = open_context(**PHONE).new_page()
    opened(page, tmp_path, page_of(*POSTERS), anchor)
    ground, ink = {"default": ("#fff", "#222"), "slate": ("#1e2129", "#e2e4e9")}[scheme]
    page.evaluate("(scheme) => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
    page.add_style_tag(content=f"body{{background:{ground};--md-default-fg-color:{ink}}}")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    small = page.locator(".sop-posters__choice a:visible, .sop-sheet__alone a:visible")
    assert all((box := link.bounding_box()) and box["height"] >= 43.9 for link in small.all())


@pytest.mark.browser
def test_an_address_shows_one_sheet_alone(desk_page: Page, tmp_path: Path) -> None:
    opened(desk_page, tmp_path, page_of(*POSTERS))
    sheets = desk_page.locator(".sop-sheet:visible h2")
    assert sheets.count() == 4
    desk_page.get_by_role("link", name="咖啡師").click()
    assert sheets.all_inner_texts() == ["咖啡師"]
    desk_page.get_by_role("link", name="顯示全部").click()
    assert sheets.count() == 4


def printed(page: Page, file: Path) -> list[str]:
    """The text of each page that comes out of the printer."""
    page.pdf(path=file, prefer_css_page_size=True)
    return [sheet.extract_text() for sheet in PdfReader(file).pages]


@pytest.mark.browser
def test_on_paper_each_sheet_begins_a_page(open_context: OpenContext, tmp_path: Path) -> None:
    page = open_context(**DESK).new_page()
    opened(page, tmp_path, page_of(*POSTERS, language="en"))
    pages = printed(page, tmp_path / "all.pdf")
    on_each = [[name for name in ("cafe-order", "cafe-foam", "cafe-wash") if name in text] for text in pages]
    assert on_each == [
        ["cafe-order"],
        ["cafe-foam", "cafe-wash"],
        ["cafe-order", "cafe-foam", "cafe-wash"],
        ["cafe-order"],
    ]
    opened(page, tmp_path, page_of(*POSTERS, language="en"), "#role-barista")
    (alone,) = printed(page, tmp_path / "one.pdf")
    assert "cafe-foam" in alone
    assert "Show all" not in alone


@pytest.mark.browser
def test_on_paper_no_card_is_cut_in_two(open_context: OpenContext, tmp_path: Path) -> None:
    many = [
        poster(f"part-{number}", f"BEGIN{number} " + "a long title " * 9 + f"END{number}.", CAFE)
        for number in range(25)
    ]
    page = open_context(**DESK).new_page()
    opened(page, tmp_path, page_of(*many, language="en"))
    pages = printed(page, tmp_path / "many.pdf")
    assert 2 <= len(pages) <= 4
    for number in range(25):
        begun = [f"BEGIN{number} " in text for text in pages]
        assert begun.count(True) == 1
        assert [f"END{number}." in text for text in pages] == begun
