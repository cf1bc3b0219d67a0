from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sop_plugin.model.page import RenderedPage
from sop_plugin.model.sop import Status
from sop_plugin.views.entries import IndexEntry, ReviewDay, RoleName
from sop_plugin.views.start_page import SHOWN, start_page
from sop_plugin.web.bundling import bundle
from sop_plugin.words.catalogue import LANGUAGES, catalogue
from tests.support.axe import violations
from tests.support.browsing import OpenContext
from tests.views.listed import BARISTA, CASHIER, MANAGER, change, entry
from tests.views.pages import Seen

CSS = Path(__file__).parents[2] / "sop_plugin" / "web" / "css"


def review(due: str, announced: str = "2026-01-01", step: str = "") -> ReviewDay:
    return ReviewDay(datetime.date.fromisoformat(due), datetime.date.fromisoformat(announced), step)


ENTRIES = (
    entry(
        "order",
        title="櫃台點餐",
        roles=(CASHIER, BARISTA),
        owner=MANAGER,
        checklist="cafe/order/checklist.md",
        changes=(change("2026-03-01", "先覆誦再收款。"), change("2025-01-01", editorial=("greet.do",))),
        reviews=(review("2026-06-30", "2026-05-31"), review("2026-04-30", "2026-03-31", step="打奶泡")),
    ),
    entry("foam", title="打奶泡", roles=(BARISTA,), changes=(change("2026-05-01", "改用溫度計。"),)),
    entry("fire", title="火警疏散", reviews=(review("2027-01-01", "2026-12-01"),)),
    entry("next", title="新版點餐", roles=(BARISTA,), effective=datetime.date(2026, 7, 1), status=Status.APPROVED),
    entry("tea", title="泡茶", status=Status.DRAFT, roles=(BARISTA,), changes=(change("2026-06-01"),)),
)


def page_of(*entries: IndexEntry, language: str = "zh-TW") -> RenderedPage:
    return start_page(entries, catalogue(language), lambda path: f"../{path.removesuffix('.md')}")


def desk(page: RenderedPage, role: str) -> Seen:
    """What the section of a role holds."""
    return Seen(page.html.split(f'id="role-{role}"')[1].split("</section>")[0])


def test_a_role_finds_its_procedures_and_their_checklists() -> None:
    page = page_of(*ENTRIES)
    assert {"role-barista", "role-cashier", "role-shop-manager", "choose", "changed", "due"} <= page.anchors
    barista = desk(page, "barista")
    assert {"../cafe/order", "../cafe/order/checklist", "../cafe/foam"} <= set(barista.links)
    assert "../cafe/foam/checklist" not in barista.links
    assert "../cafe/fire" not in barista.links
    assert "../cafe/foam" not in desk(page, "cashier").links


def test_who_answers_for_a_procedure_finds_it() -> None:
    assert "../cafe/order" in desk(page_of(*ENTRIES), "shop-manager").links


def test_what_nobody_works_by_is_left_out() -> None:
    assert "泡茶" not in page_of(*ENTRIES).html


def test_changes_say_what_changed_and_stand_newest_first() -> None:
    text = desk(page_of(*ENTRIES), "barista").text
    assert text.index("改用溫度計。") < text.index("先覆誦再收款。") < text.index("只改文字")
    assert "改用溫度計。" not in desk(page_of(*ENTRIES), "cashier").text


def test_reviews_stand_by_their_day_and_name_the_step() -> None:
    text = desk(page_of(*ENTRIES), "cashier").text
    assert text.index("2026-04-30") < text.index("2026-06-30")
    assert "櫃台點餐 › 打奶泡" in text


def test_what_names_no_role_is_for_everyone() -> None:
    page = page_of(*ENTRIES)
    assert "../cafe/fire" in Seen(page.html.split('id="everyone"')[1].split("</section>")[0]).links
    assert "everyone" not in page_of(entry("order", roles=(CASHIER,))).anchors


def test_roles_stand_by_department_in_the_order_of_the_organisation() -> None:
    text = Seen(page_of(*ENTRIES).html.split('id="choose"')[1]).text
    order = ["餐飲事業部", "點餐人員", "咖啡師", "其他角色", "店長"]
    assert [text.index(word) for word in order] == sorted(text.index(word) for word in order)


def test_a_long_list_leads_on_to_all_procedures() -> None:
    page = page_of(*(entry(f"p{number}", roles=(BARISTA,)) for number in range(SHOWN + 1)))
    links = desk(page, "barista").links
    assert f"../cafe/p{SHOWN - 1}" in links
    assert f"../cafe/p{SHOWN}" not in links
    assert "../procedures.md#role-barista" in links


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_the_language_of_the_site(language: str) -> None:
    page = page_of(*ENTRIES, language=language)
    assert page.lang == language
    assert catalogue(language).text("start.mine") in page.html
    assert ('lang="zh-TW"' in page.html) is (language != "zh-TW")  # the authors' words


def test_a_site_without_procedures_says_so() -> None:
    page = page_of()
    assert catalogue("zh-TW").text("index.none") in page.html
    assert "everyone" not in page.anchors


HOSTILE = "</section><script>alert(1)</script><img src=x onerror=alert(1)>\"'"


def test_an_authors_words_are_text() -> None:
    role = RoleName("a", HOSTILE, HOSTILE)
    html = page_of(
        entry("order", title=HOSTILE, summary=HOSTILE, version=HOSTILE, roles=(role,), changes=(change("2026-01-01", HOSTILE),)),
        entry("fire", title=HOSTILE, reviews=(review("2026-01-01", step=HOSTILE),)),
    ).html  # fmt: skip
    assert "<script" not in html
    assert "<img" not in html


Open = Callable[..., Page]


@pytest.fixture
def opened(open_context: OpenContext, tmp_path: Path) -> Open:
    """Opens the page at 09:00 on a day, with what the device remembers."""

    def open_page(
        anchor: str = "", *, today: str = "2026-05-15", remembers: dict[str, object] | None = None, **options: object
    ) -> Page:
        (tmp_path / "start.js").write_text(bundle("start", catalogue("zh-TW")), encoding="utf-8")
        style = "".join((CSS / f"{name}.css").read_text(encoding="utf-8") for name in ("sop", "start"))
        (tmp_path / "start.html").write_text(
            f'<!doctype html><html lang="zh-TW"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
            f'<title>我的工作</title><style>{style}</style><script src="start.js" defer></script>'
            f'<body><main class="md-typeset">{page_of(*ENTRIES).html}</main></body></html>',
            encoding="utf-8",
        )
        page = open_context(**options).new_page()
        address = (tmp_path / "start.html").as_uri()
        if options.get("java_script_enabled", True):
            page.clock.set_fixed_time(f"{today}T09:00:00")
            page.goto(address + "#choose")
            for key, value in (remembers or {}).items():
                page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, json.dumps(value)])
            page.goto("about:blank")
        page.goto(address + anchor)
        return page

    return open_page


@pytest.mark.browser
def test_each_role_has_its_own_address_without_javascript(opened: Open) -> None:
    page = opened("#role-barista", java_script_enabled=False)
    expect(page.locator("#role-barista")).to_be_visible()
    expect(page.locator("#role-cashier")).to_be_hidden()
    expect(page.locator("#changed")).to_be_hidden()
    page.get_by_role("link", name="換角色").click()
    expect(page.locator("#role-barista")).to_be_hidden()
    page.get_by_role("link", name="點餐人員").click()
    expect(page.locator("#role-cashier")).to_be_visible()


@pytest.mark.browser
def test_the_role_is_remembered_and_changed_with_one_touch(opened: Open) -> None:
    page = opened()

    def is_mine(role: str) -> None:
        # A link to a place on the page is followed before the page hears of it: leaving at once would leave it untold.
        expect(page.locator(f'.sop-team a[href="#{role}"]')).to_have_attribute("aria-current", "true")

    page.get_by_role("link", name="咖啡師").click()
    is_mine("role-barista")
    page.goto(page.url.partition("#")[0] + "?again")
    expect(page.locator("#role-barista")).to_be_visible()
    page.get_by_role("link", name="換角色").click()
    is_mine("role-barista")
    page.get_by_role("link", name="點餐人員").click()
    is_mine("role-cashier")
    page.goto(page.url.partition("#")[0] + "?again")
    expect(page.locator("#role-cashier")).to_be_visible()


@pytest.mark.browser
@pytest.mark.parametrize("kept", ["role-gone", 7, {"a": 1}, "\" onload='x'"])
def test_a_role_that_is_no_more_is_passed_over(opened: Open, kept: object) -> None:
    expect(opened(remembers={"sop.role": kept}).locator("#choose")).to_be_visible()


@pytest.mark.browser
def test_what_is_due_depends_on_the_day(opened: Open) -> None:
    def due(day: str) -> list[str]:
        return opened("#role-cashier", today=day).locator("#role-cashier .sop-due :is(li, p):visible").all_inner_texts()

    assert [" ".join(text.split()) for text in due("2026-05-01")] == ["櫃台點餐 › 打奶泡 審查期限 2026-04-30 已逾期"]
    assert [text.split()[-1] for text in due("2026-06-30")] == ["已逾期", "即將到期"]
    waiting, first = due("2026-01-15")
    assert "沒有要審查" in waiting
    assert "2026-04-30" in first


@pytest.mark.browser
def test_a_day_that_has_come_is_not_announced(opened: Open) -> None:
    def announced(day: str) -> list[str]:
        return opened("#role-barista", today=day).locator("#role-barista [data-from]:visible").all_inner_texts()

    assert announced("2026-06-30") == ["生效日期 2026-07-01"]
    assert announced("2026-07-01") == []


@pytest.mark.browser
def test_what_was_opened_last_is_offered_and_forgotten(opened: Open, tmp_path: Path) -> None:
    place = tmp_path.parent.as_uri()
    visits = [
        {"address": f"{place}/cafe/foam.html", "title": "打奶泡 <b>"},
        {"address": "https://elsewhere.example/", "title": "別的網站"},
        {"address": "javascript:alert(1)", "title": "壞人"},
        {"nothing": 1},
    ]
    page = opened(remembers={"sop.recent": visits})
    expect(page.locator(".sop-recent a")).to_have_text(["打奶泡 <b>"])
    page.get_by_role("button", name="清除紀錄").click()
    expect(page.locator(".sop-recent")).to_have_count(0)
    assert page.evaluate("localStorage.getItem('sop.recent')") is None


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("anchor", ["#choose", "#role-barista"])
def test_it_is_accessible(opened: Open, anchor: str, scheme: str, tmp_path: Path) -> None:
    visits = [{"address": f"{tmp_path.parent.as_uri()}/cafe/foam.html", "title": "打奶泡"}]
    page = opened(anchor, color_scheme=scheme, remembers={"sop.recent": visits}, viewport={"width": 320, "height": 640})
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    small = page.evaluate(
        """() => [...document.querySelectorAll(".sop-team a, .sop-button, .sop-recent a")]
            .filter((one) => one.getClientRects().length && one.getBoundingClientRect().height < 44)
            .map((one) => one.outerHTML)"""
    )
    assert small == []
