"""One step at a time, on a phone and with a keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.site.conftest import Open
from tests.site.pages import PROCEDURES
from tests.support.axe import violations
from tests.support.browsing import DESK, PHONE, OpenContext, until
from tests.support.procedure_page import write_page
from tests.views.pages import context, read

pytestmark = pytest.mark.browser

SHOP = """
role: [clerk]
ends:
  - {id: sold, title: Sold and packed, outcome: done, then: Say goodbye.}
events:
  - {id: alarm, title: The alarm rings}
steps:
  - id: ask
    title: Ask what it is to be
    cautions: [{danger: The knife is sharp.}]
    do: |
      Ask, and look.

      | Size | Price |
      |---|---|
      | small | 3 |
    media: [{file: knife.svg, alt: A knife}]
    exceptions:
      - id: nothing-left
        when: Nothing is left
        then: Say so.
        escalate: {to: lead}
        go: stop-selling
  - id: pay
    title: Take the money
    order: one-of
    exceptions: [{id: no-money, when: There is no money, then: Put it back., go: ask}]
    steps:
      - {id: cash, title: In cash}
      - {id: card, title: By card}
  - id: check
    title: Is anything else wanted?
    branches:
      - {id: more, when: The customer wants more, go: ask}
      - {id: done, when: That is all, then: Count it again., go: pack}
      - {id: unsure, when: otherwise, then: Ask again., go: check}
  - id: pack
    title: Pack it
    role: packer
    branches: [{id: gift, when: It is a gift, go: ask}]
  - {id: seal, title: Seal it, go: sold}
  - {id: stop-selling, title: Put up the sign, go: end}
triggered:
  - {id: leave, title: Leave the shop, event: alarm}
"""

Opened = Callable[..., Page]


@pytest.fixture
def opened(open_context: OpenContext, serve: Callable[[Path], str], tmp_path: Path) -> Opened:
    """`opened("#floor=pay", **PHONE)` opens the shop's procedure there."""
    write_page(tmp_path, read(SHOP), context())
    (tmp_path / "at" / "cafe").mkdir(parents=True)
    (tmp_path / "at" / "cafe" / "knife.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    address = serve(tmp_path)

    def open_page(hash_: str = "", **options: object) -> Page:
        browser: BrowserContext = open_context(**(options or PHONE))
        page = browser.new_page()
        page.goto(f"{address}index.html{hash_}")
        if hash_.startswith("#floor"):
            expect(page.locator("dialog.sop-floor")).to_be_visible()
        return page

    return open_page


def at(page: Page, title: str) -> None:
    """The screen shows a step, which has the focus so that it is read out."""
    expect(page.locator("dialog.sop-floor h2.sop-step__title")).to_contain_text(title)
    expect(page.locator("dialog.sop-floor h2.sop-step__title")).to_be_focused()


def onward(page: Page) -> None:
    page.locator(".sop-floor__next").click()


def back(page: Page) -> None:
    page.locator(".sop-floor__before").click()


def swipe(page: Page, by: int, *, down: int = 0, start: str = ".sop-floor h2") -> None:
    """A finger moves so many pixels to the right, or to the left where it is less than nought."""
    box = page.locator(start).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    client = page.context.new_cdp_session(page)
    client.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for part in (0.3, 0.6, 1):
        point = {"x": x + by * part, "y": y + down * part}
        client.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_the_button_shows_the_first_step_and_the_way_leads_to_an_end(opened: Opened) -> None:
    page = opened()
    page.get_by_role("button", name="One step at a time").click()
    at(page, "Ask what it is to be")
    expect(page.locator(".sop-floor__said")).to_have_text("Step 1 of 8")
    assert page.url.endswith("#floor=ask")
    onward(page)
    at(page, "Take the money")
    page.get_by_role("button", name="By card").click()
    at(page, "By card")
    onward(page)
    at(page, "Is anything else wanted?")
    page.locator(".sop-floor__way", has_text="Pack it").click()
    at(page, "Pack it")
    page.get_by_role("button", name="None of these").click()
    at(page, "Seal it")
    onward(page)
    at(page, "Sold and packed")
    expect(page.locator("dialog.sop-floor")).to_contain_text("The procedure ends here")
    onward(page)
    expect(page.locator("dialog.sop-floor")).to_be_hidden()


def test_what_endangers_stands_before_what_is_to_be_done(opened: Opened) -> None:
    page = opened("#floor=ask")
    text = page.locator(".sop-floor__step").inner_text()
    assert text.index("Ask what it is") < text.index("The knife is sharp") < text.index("Ask, and look")


def test_where_it_branches_nobody_is_led_past_the_choice(opened: Opened) -> None:
    page = opened("#floor=check")
    onward(page)
    choice = page.locator(".sop-floor__way", has_text="The customer wants more")
    expect(choice).to_be_focused()
    expect(choice).to_contain_text("Back to 1 Ask what it is to be")
    page.keyboard.press("Enter")
    at(page, "Ask what it is to be")


def test_no_key_passes_over_a_choice(opened: Opened) -> None:
    page = opened("#floor=pack")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".sop-floor__way", has_text="It is a gift")).to_be_focused()
    expect(page.locator("dialog.sop-floor h2.sop-step__title")).to_contain_text("Pack it")


def test_back_is_the_way_that_was_taken(opened: Opened) -> None:
    page = opened("#floor=check")
    page.locator(".sop-floor__way", has_text="The customer wants more").click()
    at(page, "Ask what it is to be")
    back(page)
    at(page, "Is anything else wanted?")
    page.go_forward()
    at(page, "Ask what it is to be")
    page.reload()
    at(page, "Ask what it is to be")
    back(page)
    at(page, "Is anything else wanted?")
    back(page)  # nothing was before it: the order of the page
    at(page, "By card")


def test_an_exception_says_who_is_called_and_leads_on(opened: Opened) -> None:
    page = opened("#floor=ask")
    page.locator("dialog summary", has_text="Nothing is left").click()
    expect(page.locator("dialog .sop-fold[open]")).to_contain_text("lead")
    page.get_by_role("button", name="Put up the sign").click()
    at(page, "Put up the sign")
    back(page)
    at(page, "Ask what it is to be")


def test_a_part_has_the_exceptions_of_its_group(opened: Opened) -> None:
    page = opened("#floor=cash")
    page.locator("dialog summary", has_text="There is no money").click()
    page.get_by_role("button", name="Back to 1").click()
    at(page, "Ask what it is to be")


def test_what_an_event_starts_is_reached_and_returns(opened: Opened) -> None:
    page = opened("#floor=check")
    page.get_by_role("button", name="All steps").click()
    expect(page.locator(".sop-floor__all [aria-current=step]")).to_contain_text("Is anything else wanted?")
    page.locator(".sop-floor__all").get_by_role("button", name="Leave the shop").click()
    at(page, "Leave the shop")
    expect(page.locator(".sop-floor__said")).to_have_text("When something happens")
    onward(page)
    at(page, "This is done")
    onward(page)
    at(page, "Is anything else wanted?")


def test_closing_leads_to_the_step_on_the_page_and_the_focus_with_it(opened: Opened) -> None:
    page = opened()
    page.get_by_role("button", name="One step at a time").click()
    at(page, "Ask what it is to be")
    page.keyboard.press("ArrowRight")
    at(page, "Take the money")
    page.keyboard.press("Escape")
    expect(page.locator("dialog.sop-floor")).to_be_hidden()
    assert page.url.endswith("#pay")
    expect(page.locator("#pay > .sop-step__title")).to_be_focused()
    expect(page.locator("#pay")).to_be_in_viewport()


def test_the_browser_s_back_closes_what_was_opened(opened: Opened) -> None:
    page = opened()
    button = page.get_by_role("button", name="One step at a time")
    button.click()
    at(page, "Ask what it is to be")
    page.go_back()
    expect(page.locator("dialog.sop-floor")).to_be_hidden()
    expect(button).to_be_focused()


def test_an_old_link_leads_to_the_first_step(opened: Opened) -> None:
    at(opened("#floor=no-longer-there"), "Ask what it is to be")


def test_keys_lead_on_and_back(opened: Opened) -> None:
    page = opened("#floor=ask", viewport={"width": 1280, "height": 1600})
    at(page, "Ask what it is to be")
    for key, title in (
        ("ArrowRight", "Take the money"),
        ("ArrowLeft", "Ask what it is to be"),
        ("PageDown", "Take the money"),
        ("PageUp", "Ask what it is to be"),
    ):
        page.keyboard.press(key)
        at(page, title)
    page.keyboard.press("ArrowLeft")
    at(page, "Ask what it is to be")
    page.goto(page.url.replace("ask", "check"))
    at(page, "Is anything else wanted?")
    page.keyboard.press("Home")
    at(page, "Ask what it is to be")


def test_page_down_shows_the_rest_of_a_step_before_it_leads_on(opened: Opened) -> None:
    page = opened("#floor=ask", viewport={"width": 700, "height": 260})
    page.keyboard.press("PageDown")
    until(page, "document.querySelector('.sop-floor').scrollTop > 0")
    at(page, "Ask what it is to be")


def test_a_swipe_leads_on_and_back(opened: Opened) -> None:
    page = opened("#floor=ask")
    at(page, "Ask what it is to be")
    swipe(page, -150)
    at(page, "Take the money")
    swipe(page, 150)
    at(page, "Ask what it is to be")


def test_scrolling_and_tables_are_not_swiped(opened: Opened) -> None:
    page = opened("#floor=ask")
    at(page, "Ask what it is to be")
    swipe(page, -70, down=-200)
    swipe(page, -120, start=".sop-floor table")
    page.wait_for_timeout(100)
    at(page, "Ask what it is to be")


def test_a_picture_is_enlarged_over_it(opened: Opened) -> None:
    page = opened("#floor=ask")
    page.locator("dialog .sop-picture").click()
    expect(page.locator("dialog.sop-enlarged")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.sop-enlarged")).to_have_count(0)
    expect(page.locator("dialog.sop-floor")).to_be_visible()


def test_steps_of_others_are_told_and_not_left_out(opened: Opened) -> None:
    page = opened()
    page.locator("#sop\\.roles").select_option("clerk")
    page.evaluate("location.hash = '#floor=pack'")
    at(page, "Pack it")
    expect(page.locator(".sop-floor__other")).to_have_text("Done by: packer. Go on when it is done.")
    page.evaluate("location.hash = '#floor=check'")
    at(page, "Is anything else wanted?")
    expect(page.locator(".sop-floor__other")).to_have_count(0)


def test_the_screen_stays_lit_or_a_line_says_that_it_may_not(opened: Opened) -> None:
    page = opened()
    page.evaluate(
        """() => {
            globalThis.locks = [];
            const request = async () => {
                const lock = { isReleased: false, release() { this.isReleased = true; } };
                locks.push(lock);
                return lock;
            };
            Object.defineProperty(navigator, "wakeLock", { configurable: true, value: { request } });
        }"""
    )
    page.get_by_role("button", name="One step at a time").click()
    until(page, "locks.length === 1")
    expect(page.locator(".sop-floor__dark")).to_be_hidden()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    until(page, "locks.length === 2")
    page.keyboard.press("Escape")
    until(page, "locks.at(-1).isReleased")
    page.evaluate("Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: undefined })")
    page.get_by_role("button", name="One step at a time").click()
    expect(page.locator(".sop-floor__dark")).to_be_visible()


def test_without_network_a_line_says_so(opened: Opened) -> None:
    page = opened()
    page.context.set_offline(True)
    page.get_by_role("button", name="One step at a time").click()
    expect(page.locator(".sop-missing")).to_be_visible()
    page.context.set_offline(False)
    page.get_by_role("button", name="One step at a time").click()
    at(page, "Ask what it is to be")


@pytest.mark.parametrize(
    ("path", "look"),
    list(
        zip(
            PROCEDURES,
            [PHONE, DESK | {"color_scheme": "dark"}, {"viewport": {"width": 320, "height": 256}}],
            strict=True,
        )
    ),
    ids=["phone", "desk-dark", "enlarged-fourfold"],
)
def test_it_is_accessible_and_fits(visit: Open, path: str, look: dict[str, object]) -> None:
    opened = visit(f"{path}#floor=", **look)
    page = opened.page
    floor = page.locator("dialog.sop-floor")
    expect(floor).to_be_visible()
    page.evaluate("document.querySelectorAll('.sop-floor details').forEach((fold) => (fold.open = true))")
    assert violations(page, include="dialog.sop-floor") == []
    assert floor.evaluate("one => one.scrollWidth <= one.clientWidth")
    small = floor.locator("button:visible, summary:visible").evaluate_all(
        "all => all.filter((one) => Math.min(one.offsetHeight, one.offsetWidth) < 44).map((one) => one.textContent)"
    )
    assert small == []
    page.locator(".sop-floor__bar button").first.click()
    assert violations(page, include="dialog.sop-floor") == []
    assert opened.faults == []


SEVERAL_WAYS_IN = """
entries:
  - {id: by-phone, when: The customer calls, go: answer}
steps:
  - {id: greet, title: Greet the customer, go: serve}
  - {id: answer, title: Answer the phone}
  - {id: serve, title: Serve them}
"""


def test_with_several_ways_in_it_asks_first_where_to_begin_by_touch_and_by_key(
    open_context: OpenContext, serve: Callable[[Path], str], tmp_path: Path
) -> None:
    write_page(tmp_path, read(SEVERAL_WAYS_IN), context())
    page = open_context(**PHONE).new_page()
    page.goto(f"{serve(tmp_path)}index.html")
    page.get_by_role("button", name="One step at a time").click()
    at(page, "Where to start")
    assert violations(page) == []
    onward(page)
    expect(page.get_by_role("button", name="The customer calls")).to_be_focused()
    page.keyboard.press("Enter")
    at(page, "Answer the phone")
    back(page)
    at(page, "Where to start")
    page.get_by_role("button", name="Greet the customer").click()
    at(page, "Greet the customer")
    page.keyboard.press("ArrowRight")
    at(page, "Serve them")
    page.keyboard.press("Home")
    at(page, "Where to start")
