import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sop_plugin.model.page import RenderedPage
from sop_plugin.model.service import Channel
from sop_plugin.model.sop import Status
from sop_plugin.views.entries import IndexEntry, RoleName
from sop_plugin.views.index_page import index_page
from sop_plugin.words.catalogue import catalogue
from tests.support.axe import violations
from tests.support.browsing import OpenContext

BARISTA = RoleName("barista", "吧台手")
CASHIER = RoleName("cashier", "收銀員")


def entry(
    name: str,
    *,
    title: str = "",
    summary: str = "",
    status: Status = Status.EFFECTIVE,
    roles: tuple[RoleName, ...] = (),
    channels: tuple[Channel, ...] = (),
    tags: tuple[str, ...] = (),
    department: str = "",
) -> IndexEntry:
    return IndexEntry(
        path=f"cafe/{name}.md",
        id=name,
        title=title or name.title(),
        summary=summary,
        version="2.1",
        status=status,
        effective=datetime.date(2026, 3, 1),
        owner=RoleName("shop-manager", "門市經理"),
        roles=roles,
        channels=channels,
        tags=tags,
        lang="zh-TW",
        department=department,
    )


ENTRIES = (
    entry("order", title="櫃台點餐", roles=(CASHIER, BARISTA), channels=(Channel.IN_PERSON,), tags=("咖啡",)),
    entry("refund", title="退款", roles=(CASHIER,), channels=(Channel.PHONE, Channel.IN_PERSON)),
    entry("foam", title="打奶泡", roles=(BARISTA,), tags=("咖啡", "門市 作業")),
    entry("tea", title="泡茶", status=Status.DRAFT, roles=(BARISTA,)),
)


def page_of(*entries: IndexEntry, language: str = "zh-TW") -> RenderedPage:
    return index_page(entries, catalogue(language), lambda path: f"../{path.removesuffix('.md')}/")


def standalone(page: RenderedPage, style: str = "") -> str:
    return (
        f'<!doctype html><html lang="{page.lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{page.title}</title><style>{style}</style>'
        f'<body><main class="md-typeset">{page.html}</main></body></html>'
    )


def test_each_entry_shows_what_one_chooses_by() -> None:
    html = page_of(entry("order", title="櫃台點餐", summary="從點餐到取餐")).html
    for fact in ("../cafe/order/", "櫃台點餐", "從點餐到取餐", "2.1 版", "生效中", "2026-03-01", "門市經理"):
        assert fact in html


def test_the_facets_have_stable_addresses_and_counts() -> None:
    page = page_of(*ENTRIES)
    assert {
        "role-barista",
        "role-cashier",
        "channel-phone",
        "status-draft",
        "tag-咖啡",
        "tag-門市-作業",
    } <= page.anchors
    assert '吧台手 <span class="sop-index__count">3</span>' in page.html


def test_drafts_stand_apart() -> None:
    page = page_of(*ENTRIES)
    first, second = page.html.split('id="set-aside"')
    assert "泡茶" in second.split("<ul", 1)[1]
    assert "泡茶" not in first
    assert [each.id for each in page.toc] == ["in-force", "set-aside"]
    assert "3 份" in page.description


@pytest.mark.parametrize("status", [Status.APPROVED, Status.IN_REVIEW, Status.EFFECTIVE])
def test_what_is_or_will_be_in_force_stands_first(status: Status) -> None:
    assert [each.id for each in page_of(entry("order", status=status)).toc] == ["in-force"]


def test_departments_are_headings_and_those_without_come_last() -> None:
    page = page_of(
        entry("till"),
        entry("order", department="門市"),
        entry("loan", department="銀行 一"),
        entry("tea", department="門市"),
    )
    (in_force,) = page.toc
    assert [(each.id, each.title) for each in in_force.children] == [
        ("department-門市", "門市"),
        ("department-銀行-一", "銀行 一"),
        ("department-未指定部門", "未指定部門"),
    ]
    assert {each.id for each in in_force.children} <= page.anchors
    order = [page.html.index(f"../cafe/{name}/") for name in ("order", "tea", "loan", "till")]
    assert order == sorted(order)


def test_a_narrowed_list_hides_departments_without_a_match() -> None:
    html = page_of(
        entry("order", department="門市", roles=(CASHIER,)), entry("loan", department="銀行", roles=(BARISTA,))
    ).html
    assert html.count('<div data-facets="0 2">') + html.count('<div data-facets="1 2">') == 2


def test_no_procedure_yet() -> None:
    page = page_of()
    assert page.toc == ()
    assert catalogue("zh-TW").text("index.none") in page.html


def test_a_single_procedure_in_english() -> None:
    assert page_of(entry("order"), language="en").description.startswith("1 procedure ")


HOSTILE = "</style><script>alert(1)</script><img src=x onerror=alert(1)>\"']{}*"


def test_an_authors_words_are_text() -> None:
    html = page_of(
        entry("order", title=HOSTILE, summary=HOSTILE, tags=(HOSTILE,), roles=(RoleName("a", HOSTILE),))
    ).html
    assert "<script" not in html
    assert "<img" not in html
    assert html.count("</style") == 1


@pytest.mark.browser
def test_a_facet_narrows_the_list_without_javascript(open_context: OpenContext, tmp_path: Path) -> None:
    tag = "Wi-Fi \"5\" </style> & 'co'"
    (tmp_path / "index.html").write_text(
        standalone(page_of(*ENTRIES, entry("wifi", title="網路", tags=(tag,)))), encoding="utf-8"
    )
    browser_page = open_context(java_script_enabled=False).new_page()
    browser_page.goto((tmp_path / "index.html").as_uri())
    entries = browser_page.locator(".sop-entry:visible .sop-entry__title")
    expect(entries).to_have_text(["櫃台點餐", "退款", "打奶泡", "網路", "泡茶"])

    browser_page.locator("summary", has_text="角色").click()
    browser_page.get_by_role("link", name="收銀員").click()
    expect(entries).to_have_text(["櫃台點餐", "退款"])
    expect(browser_page.locator("#set-aside")).to_be_hidden()

    browser_page.locator("summary", has_text="標籤").click()
    browser_page.get_by_role("link", name="門市 作業").click()
    expect(entries).to_have_text(["打奶泡"])
    browser_page.get_by_role("link", name="Wi-Fi").click()
    expect(entries).to_have_text(["網路"])
    browser_page.locator("summary", has_text="狀態").click()
    browser_page.get_by_role("link", name="草稿").click()
    expect(entries).to_have_text(["泡茶"])


@pytest.mark.browser
def test_the_list_is_accessible(phone_page: Page, tmp_path: Path) -> None:
    style = (Path(__file__).parents[2] / "sop_plugin/web/css/index.css").read_text(encoding="utf-8")
    (tmp_path / "index.html").write_text(standalone(page_of(*ENTRIES), style), encoding="utf-8")
    phone_page.goto((tmp_path / "index.html").as_uri() + "#role-barista")
    assert violations(phone_page) == []
    assert phone_page.evaluate("document.documentElement.scrollWidth") <= 390
