from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.support.axe import violations
from tests.support.browsing import DESK, PHONE, OpenContext

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


def test_letters_open_it_and_the_arrows_go_through_what_was_found(page: Page) -> None:
    for key in ("/", "s", "f"):
        page.keyboard.press(key)
        expect(page.locator(".md-search__input")).to_be_focused()
        expect(page.locator(".md-search__input")).to_have_value("")
        page.keyboard.press("Escape")
        expect(page.locator(".md-search__output")).to_be_hidden()
    page.keyboard.press("/")
    page.keyboard.insert_text("打奶泡")
    links = page.locator(".md-search-result__link")
    expect(links.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/cafe/ordering/")


def test_nothing_is_asked_while_an_input_method_composes(page: Page) -> None:
    page.locator(".md-search__input").focus()
    meta = page.locator(".md-search-result__meta")
    expect(meta).to_have_text("輸入要找的內容")
    keyboard = page.context.new_cdp_session(page)
    keyboard.send("Input.imeSetComposition", {"text": "打奶", "selectionStart": 2, "selectionEnd": 2})
    expect(page.locator(".md-search__input")).to_have_value("打奶")
    page.wait_for_timeout(300)
    expect(meta).to_have_text("輸入要找的內容")
    keyboard.send("Input.insertText", {"text": "打奶泡"})
    expect(meta).to_contain_text("找到")
    expect(page.locator(".md-search-result__list mark").first).to_have_text("打奶泡")


def test_what_was_found_is_narrowed_down_by_touch(open_context: OpenContext, address: str) -> None:
    page = open_context(**PHONE, reduced_motion="reduce").new_page()
    page.goto(address)
    page.locator(".md-header label.md-header__button[for=__search]").tap()
    page.locator(".md-search__input").fill("退款")
    chips, meta = page.locator(".sop-facet"), page.locator(".md-search-result__meta")
    checklists = chips.filter(has_text="檢核表")
    expect(checklists).to_be_visible()
    assert all(box["height"] >= 44 for chip in chips.all() if (box := chip.bounding_box()))
    checklists.tap()
    expect(chips.filter(has_text="檢核表")).to_have_attribute("aria-pressed", "true")
    hrefs = page.locator(".md-search-result__item > a:first-child").evaluate_all("all => all.map((one) => one.href)")
    assert hrefs
    assert all(href.endswith("/checklist/") for href in hrefs)
    expect(meta).to_contain_text(f"找到 {len(hrefs)} 頁")


def test_it_works_from_files_on_a_disk(built: Path, open_context: OpenContext) -> None:
    page = open_context(**DESK).new_page()
    page.goto((built / "guide" / "writing" / "index.html").as_uri())
    page.locator(".md-search__input").fill("打奶泡")
    link = page.locator(".md-search-result__link[href$='#steam-milk']").first
    expect(link).to_be_visible()
    assert (link.get_attribute("href") or "").startswith(built.as_uri())


def test_a_search_that_cannot_be_fetched_says_so_and_tries_again(page: Page) -> None:
    page.route("**/search/**", lambda route: route.abort())
    field, meta = page.locator(".md-search__input"), page.locator(".md-search-result__meta")
    field.fill("退款")
    expect(meta).to_contain_text("無法載入")
    again = page.get_by_role("button", name="再試一次")
    again.click()
    expect(meta).to_contain_text("無法載入")
    page.unroute("**/search/**")
    again.press("Enter")
    expect(meta).to_contain_text("找到")
    expect(again).to_be_hidden()


def test_an_index_that_was_replaced_meanwhile_is_read_anew(page: Page, ask: Ask) -> None:
    ask("退款")
    expect(page.locator(".sop-facet").first).to_be_visible()  # nothing of that answer is still to come
    page.route("**/search/*/*.js", lambda route: route.abort())
    field, meta = page.locator(".md-search__input"), page.locator(".md-search-result__meta")
    field.fill("奶泡")
    expect(meta).to_contain_text("無法載入")
    page.unroute("**/search/*/*.js")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    field.fill("奶泡溫度")
    expect(meta).to_contain_text("找到")
    assert [url for url in asked if url.endswith("/search/index.js")]


def test_who_waits_is_told_so(page: Page, ask: Ask) -> None:
    ask("退款")
    held: list[Route] = []
    page.route("**/search/*/t*.js", lambda route: held.append(route))
    field, meta = page.locator(".md-search__input"), page.locator(".md-search-result__meta")
    field.fill("奶泡")
    expect(meta).to_have_text("搜尋中……")
    for route in held:
        route.continue_()
    expect(meta).to_contain_text("找到")


def test_where_nothing_is_found_the_way_goes_on(page: Page, ask: Ask, address: str) -> None:
    ask("退款")
    ask("火箭")
    expect(page.locator(".sop-facets")).to_be_hidden()
    page.keyboard.press("ArrowDown")
    link = page.get_by_role("link", name="看所有程序")
    expect(link).to_be_focused()
    assert not violations(page)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}procedures/")


def test_a_link_may_ask_the_question(page: Page, address: str) -> None:
    page.goto(f"{address}guide/writing/?q=打奶泡")
    expect(page.locator(".md-search__input")).to_have_value("打奶泡")
    expect(page.locator(".md-search-result__list mark").first).to_have_text("打奶泡")


def test_answers_are_looked_up_in_a_thread_of_their_own_or_else_in_the_page(page: Page, ask: Ask) -> None:
    ask("退款")
    assert [worker.url.rsplit("/", 1)[-1] for worker in page.workers] == ["searching.js"]
    assert page.evaluate("typeof sopSearch") == "undefined"


def test_without_a_thread_answers_come_all_the_same(page: Page) -> None:
    page.route("**/searching.js", lambda route: route.abort(), times=1)
    field, meta = page.locator(".md-search__input"), page.locator(".md-search-result__meta")
    field.fill("退款")
    expect(meta).to_contain_text("找到")
    assert not page.workers
