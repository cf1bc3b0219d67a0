"""Procedures are found by Chinese and English words, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.adapter.conftest import BuildSite
from tests.adapter.fake_site import FakePage, FakeSite
from tests.support.search_entries import search_entries

CORE = FakeSite({
    "shop/return.md": FakePage(
        title="網購退貨作業流程", text="顧客在鑑賞期內退回商品。", tags=("退款", "電商", "退款 作業"),
        steps=(
            ("check", "核對退貨單", "請顧客出示退貨單號，核對訂單與商品是否完整，並檢查外盒。金額超過 3000 元請找主管。"),
            ("refund", "辦理退款", "以原付款方式退款，並寄出通知 <b>&</b> 收據。"),
        ),
    ),
    "cafe/clean.md": FakePage(title="清潔咖啡機", text="每日打烊前清潔。", steps=(("rinse", "沖洗沖煮頭", "用清水沖洗三十秒。"),)),
    "cafe/latte.md": FakePage(title="製作拿鐵", text="拿鐵咖啡以 QR碼 點單。", steps=(("milk", "打奶泡", "牛奶加熱到 60 度。"),)),
    "bank/loan.md": FakePage(title="Loan application", text="Receive the application form and verify identity.", lang="en"),
    "bank/draft.md": FakePage(title="秘密草稿", text="尚未核准的退貨草稿。", listed=False),
    "cn/return.md": FakePage(title="网店退货流程", text="𠮷野家的退货，是。", lang="zh-CN"),
})  # fmt: skip
GUIDE = "# 新人指南\n\n第一天到職請先閱讀服務守則，再到更衣室領取制服。\n\n## 請假規定\n\n請假須於三日前提出。\n"

BEST = {
    "退": "網購退貨作業流程",
    "退貨": "網購退貨作業流程",
    "退貨單": "網購退貨作業流程",
    "退貨流程": "网店退货流程",
    "网购": "網購退貨作業流程",
    "鑑賞期": "網購退貨作業流程",
    "咖啡機": "清潔咖啡機",
    "怎麼清潔咖啡機": "清潔咖啡機",
    "三十秒": "清潔咖啡機",
    "奶泡": "製作拿鐵",
    "QR碼": "製作拿鐵",
    "拿鐵 牛奶": "製作拿鐵",
    "退货": "網購退貨作業流程",
    "𠮷野家": "网店退货流程",
    "loan": "Loan application",
    "verify ident": "Loan application",
    "制服": "新人指南",
    "請假規定": "新人指南",
}
"""Questions, and the title of the article that should come first."""


def test_the_index_holds_the_entries_of_listed_pages(build_site: BuildSite) -> None:
    found = search_entries(build_site(CORE))
    assert found["shop/return/"].title == "網購退貨作業流程"
    assert found["shop/return/"].tags == ("退款", "電商", "退款 作業")
    assert found["shop/return/#refund"].text == "以原付款方式退款，並寄出通知 <b>&</b> 收據。"
    assert not [location for location in found if "draft" in location]


def test_the_index_holds_ordinary_pages_but_those_that_are_left_out(build_site: BuildSite) -> None:
    files = {"index.md": "# 首頁\n", "guide.md": GUIDE, "secret.md": "---\nsearch: {exclude: true}\n---\n# 內部\n"}
    site = build_site(
        CORE,
        files | {"part.md": "# 甲\n\n## 乙 { data-search-exclude }\n", "markdown.md": ""},
        markdown_extensions=["attr_list"],
    )
    found = search_entries(site)
    assert found["guide/#_2"].title == "請假規定"
    assert found["guide/"].text == "第一天到職請先閱讀服務守則，再到更衣室領取制服。"
    assert "secret/" not in found
    assert "data-search" not in (site / "part/index.html").read_text(encoding="utf-8")


def test_the_index_is_the_same_for_the_same_pages_and_another_for_others(build_site: BuildSite) -> None:
    def names() -> set[str]:
        site = build_site(CORE, {"index.md": text})
        return {path.relative_to(site).as_posix() for path in (site / "search").rglob("*.js")}

    text = "# 首頁\n"
    first = names()
    assert names() == first
    text = "# 首頁\n\n新的一句。\n"
    assert names() & first == {"search/index.js"}


def test_neither_index_nor_worker_of_the_theme_is_in_the_site(build_site: BuildSite) -> None:
    site = build_site(CORE)
    assert not (site / "search/search_index.json").exists()
    assert not list(site.rglob("workers/*"))
    assert not list(site.rglob("lunr/*"))


def test_a_site_without_search_builds(build_site: BuildSite) -> None:
    site = build_site(CORE, search={"enabled": False})
    assert not (site / "search").exists()
    assert "search.js" not in (site / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def ask(build_site: BuildSite, serve: Callable[[Path], str], desk_page: Page) -> Callable[[str], list[str]]:
    """Type a question into the site's search; the answer is the titles of the articles found, best first."""
    address = serve(build_site(CORE, {"index.md": "# 首頁\n", "guide.md": GUIDE}))
    desk_page.goto(address)

    def run(question: str) -> list[str]:
        field, meta = desk_page.locator(".md-search__input"), desk_page.locator(".md-search-result__meta")
        field.fill("")
        expect(meta).to_have_text("輸入要找的內容")
        field.fill(question)
        expect(meta).to_contain_text("找到")
        return desk_page.locator(".md-search-result__item > a:first-child h1").all_inner_texts()

    return run


@pytest.mark.browser
def test_finds_by_chinese_and_english_words(ask: Callable[[str], list[str]]) -> None:
    assert {question: ask(question)[0] for question in BEST} == BEST


@pytest.mark.browser
def test_finds_nothing_in_drafts_or_for_words_that_are_not_there(ask: Callable[[str], list[str]]) -> None:
    assert "秘密草稿" not in ask("草稿")
    assert ask("火箭") == []


@pytest.mark.browser
def test_demanded_and_excluded_words(ask: Callable[[str], list[str]]) -> None:
    assert ask("+咖啡 -清潔") == ["製作拿鐵"]


@pytest.mark.browser
def test_results_are_readable_and_marked(ask: Callable[[str], list[str]], desk_page: Page) -> None:
    ask("退貨單")
    result = desk_page.locator(".md-search-result__item").first
    assert result.locator("h1").inner_text() == "網購退貨作業流程"
    section = result.locator("article", has_text="請顧客出示")
    assert section.locator("mark").all_inner_texts() == ["退貨單", "退貨單"]
    text = section.inner_text()
    assert "請顧客出示退貨單號，核對訂單與商品是否完整" in text
    assert "未包含" not in text
    ask("退款 火箭")
    assert "未包含：火箭" in result.inner_text()
    tags = result.locator(".md-tag").filter(has=desk_page.locator("mark"))
    assert [tag.strip() for tag in tags.all_inner_texts()] == ["退款", "退款 作業"]  # no tag is taken apart by its mark
    assert "並寄出通知 <b>&</b> 收據。" in result.inner_text()
