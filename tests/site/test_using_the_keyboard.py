import pytest
from playwright.sync_api import expect

from tests.site.conftest import Open
from tests.site.pages import PROCEDURES
from tests.support.browsing import DESK, PHONE

pytestmark = pytest.mark.browser


def test_the_first_stop_leads_past_the_header(visit: Open) -> None:
    page = visit(PROCEDURES[0], **DESK).page
    page.keyboard.press("Tab")
    skip = page.locator("a.md-skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("article.md-content__inner")).to_be_focused()
    expect(page.locator("h1")).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_the_skip_link_leaves_what_the_address_shows(visit: Open) -> None:
    page = visit("start/#role-barista", **DESK).page
    page.locator("a.md-skip").press("Enter")
    expect(page.locator("article.md-content__inner")).to_be_focused()
    expect(page.locator("#role-barista")).to_be_visible()


def test_the_skip_link_needs_no_script(visit: Open) -> None:
    page = visit("procedures/", **DESK, java_script_enabled=False).page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("article.md-content__inner")).to_be_focused()


def test_the_drawer_opens_and_closes_and_nothing_else_is_reached_meanwhile(visit: Open) -> None:
    page = visit(PROCEDURES[0], viewport={"width": 320, "height": 256}, reduced_motion="reduce").page
    button = page.locator(".md-header button[aria-expanded]")
    for _ in range(6):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.md-sidebar') === null"), "a closed drawer is reached"
        if button.evaluate("one => one === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".sop-close")).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "true")
    for _ in range(12):
        page.keyboard.press("Tab")
        place = page.evaluate(
            """() => {
              const at = document.activeElement;
              if (at === document.body) return "";
              const shown = at.matches(".md-toggle") ? at.parentElement : at;
              return at.closest(".md-sidebar--primary") && shown.checkVisibility({ visibilityProperty: true })
                ? "" : at.outerHTML.slice(0, 120);
            }"""
        )
        assert place == ""
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(page.locator(".md-sidebar--primary")).not_to_be_in_viewport()


def test_a_list_in_the_drawer_is_opened_by_keyboard(visit: Open) -> None:
    page = visit(PROCEDURES[0], viewport={"width": 390, "height": 844}, reduced_motion="reduce").page
    page.locator(".md-header button[aria-expanded]").press("Enter")
    contents = page.get_by_role("checkbox", name="咖啡廳點餐與出餐")
    contents.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".md-nav--primary .md-nav--secondary a").first).to_be_visible()


def test_escape_closes_the_search_and_its_answers_are_not_reached(visit: Open) -> None:
    page = visit(PROCEDURES[0], **DESK, reduced_motion="reduce").page
    field = page.locator(".md-search__input")
    field.focus()
    field.press_sequentially("退款")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".md-search__output")).to_be_hidden()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.md-search') === null")


def test_what_is_touched_on_a_phone_is_large_enough(visit: Open) -> None:
    page = visit("guide/writing/", **PHONE, reduced_motion="reduce").page
    small = """(all) => all.map((one) => [one, one.getBoundingClientRect()])
        .filter(([one, box]) => one.checkVisibility({ visibilityProperty: true }) && box.width && !one.hidden)
        .filter(([, box]) => box.height < 43.9 || box.width < 43.9).map(([one]) => one.outerHTML.slice(0, 120))"""
    assert page.locator(".md-header .md-header__button, .md-footer a").evaluate_all(small) == []
    page.locator(".md-header button[aria-expanded]").click()
    drawn = ".md-nav--primary :is(a.md-nav__link, label.md-nav__link, .sop-close)"
    assert page.locator(drawn).evaluate_all(small) == []


def test_the_search_is_reached_and_answers_the_keyboard(visit: Open) -> None:
    page = visit(PROCEDURES[0], **DESK).page
    search = page.locator(".md-search__input")
    for _ in range(6):
        page.keyboard.press("Tab")
        if search.evaluate("one => one === document.activeElement"):
            break
    expect(search).to_be_focused()
    page.keyboard.type("退款")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: not url.endswith(PROCEDURES[0]))


@pytest.mark.parametrize("path", ["procedures/", PROCEDURES[0]])
def test_what_is_folded_opens_with_enter(visit: Open, path: str) -> None:
    page = visit(path, **DESK).page
    folded = page.locator(".sop details:not([open])").first
    summary = folded.locator("> summary")
    handle = folded.element_handle()
    summary.focus()
    page.keyboard.press("Enter")
    assert handle.evaluate("one => one.open")


def test_the_place_of_the_focus_is_seen(visit: Open) -> None:
    page = visit(PROCEDURES[0], **DESK).page
    link = page.locator(".sop a[href]:visible").first
    page.keyboard.press("Tab")  # the browser shows the focus of those who use the keyboard
    link.focus()
    assert link.evaluate("one => getComputedStyle(one).outlineStyle") != "none"
