from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.support.browsing import DESK, OpenContext

pytestmark = pytest.mark.browser

PROCEDURE_OF = {
    "掛號": "hospital/registration/",
    "換貨": "shop/returns/",
    "鑑賞期": "shop/returns/",
    "點咖啡": "cafe/ordering/",
    "提單查詢": "trade/shipment-enquiry/",
    "上鎖掛牌": "service/repair/",
    "貸款申請": "bank/loan/",
    "登不進去": "support/online-service/",
    "LOTO": "service/repair/",
    "RMA": "shop/returns/",
    "helpdesk-ticket": "saas/helpdesk-ticket/",
    "where is my shipment": "trade/shipment-enquiry/",
}

STEP_OF = {
    "打奶泡": ("cafe/ordering/", "steam-milk"),
    "宣告恢復": ("saas/helpdesk-ticket/", "close-incident"),
    "S1 會議 機器人": ("saas/helpdesk-ticket/", "declare"),
}

Ask = Callable[[str], None]


@pytest.fixture
def page(open_context: OpenContext, address: str) -> Page:
    page = open_context(**DESK).new_page()
    page.goto(address)
    return page


@pytest.fixture
def ask(page: Page) -> Ask:
    """Type a question into the search, and wait for its answer."""

    def type_in(question: str) -> None:
        field, meta = page.locator(".md-search__input"), page.locator(".md-search-result__meta")
        field.fill("")
        expect(meta).to_have_text("輸入要找的內容")
        field.fill(question)
        expect(meta).to_contain_text("找到")

    return type_in


def test_the_best_answer_is_the_procedure_that_is_meant(page: Page, ask: Ask, address: str) -> None:
    found = {}
    for question in PROCEDURE_OF:
        ask(question)
        link = page.locator(".md-search-result__link").first
        found[question] = (link.get_attribute("href") or "").partition("?")[0].partition("#")[0].removeprefix(address)
    assert found == PROCEDURE_OF


@pytest.mark.parametrize("question", STEP_OF)
def test_an_answer_leads_to_the_step(page: Page, ask: Ask, question: str) -> None:
    procedure, step = STEP_OF[question]
    ask(question)
    more = page.locator(".md-search-result__item").first.locator("details")
    if more.count():
        more.evaluate("one => { one.open = true; }")
    page.locator(f".md-search-result__link[href*='{procedure}'][href$='#{step}']").first.click()
    page.wait_for_url(f"**/{procedure}*#{step}")
    expect(page.locator(f"#{step}")).to_be_in_viewport()


def test_what_is_found_is_readable(page: Page, ask: Ask) -> None:
    ask("打奶泡")
    result = page.locator(".md-search-result__item").first
    assert "咖啡廳點餐與出餐" in result.inner_text()
    assert "打奶泡" in result.locator("mark").all_inner_texts()
    for text in page.locator(".md-search-result__list").all_inner_texts():
        assert "<" not in text


def test_drafts_translations_and_faulty_procedures_are_not_found(page: Page, ask: Ask) -> None:
    for question in ("客戶資料匯出", "不可以公開的步驟", "Café ordering"):
        ask(question)
        links = page.locator(".md-search-result__link").evaluate_all("all => all.map((one) => one.href)")
        assert not [link for link in links if "data-export" in link or "faulty" in link or ".en" in link]
