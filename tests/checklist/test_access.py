"""The checklist for everybody: axe finds nothing, light and dark, in every state; a finger hits what it aims at."""

from collections.abc import Callable

import pytest

from tests.checklist.conftest import Hand, HandIn
from tests.support.axe import violations
from tests.support.browsing import PHONE, OpenContext


def at_the_beginning(hand: Hand) -> None:
    hand.open("kinds")


def at_a_step_with_everything(hand: Hand) -> None:
    hand.open("kinds")
    hand.begin()
    hand.done("check")
    hand.fill("check.record.cold", "12")
    for fold in hand.page.locator(".sop-run details").all():
        if fold.is_visible():
            fold.evaluate("fold => { fold.open = true; }")


def at_a_question(hand: Hand) -> None:
    at_a_step_with_everything(hand)
    hand.page.get_by_role("button", name="Hand over").click()


def at_the_end(hand: Hand) -> None:
    hand.open("flow/loops")
    hand.begin()
    hand.page.get_by_role("button", name="Break off").click()
    hand.dialog.get_by_label("Reason").fill("Enough")
    hand.dialog.get_by_role("button", name="Break off").click()
    hand.page.wait_for_selector(".sop-evidence")


def while_clocks_run(hand: Hand) -> None:
    hand.page.clock.install(time=1_780_000_000)
    hand.open("flow/clocks")
    hand.begin()
    hand.done("pay")
    hand.page.clock.fast_forward(250_000)
    hand.page.wait_for_selector('.sop-clocks [data-level="over"]')
    hand.page.wait_for_selector('.sop-clocks [data-level="warn"]')


def when_a_run_came_back(hand: Hand) -> None:
    hand.open("flow/clocks")
    hand.begin()
    hand.saved()
    hand.page.evaluate("new Promise((done) => { indexedDB.deleteDatabase('sop').onsuccess = done; })")
    hand.page.reload()
    hand.ready()
    hand.page.wait_for_selector(".sop-run__notice:has-text('came back')")


STATES = (
    at_the_beginning,
    at_a_step_with_everything,
    at_a_question,
    at_the_end,
    while_clocks_run,
    when_a_run_came_back,
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("reach", STATES)
def test_axe_finds_nothing(
    reach: Callable[[Hand], None], scheme: str, open_context: OpenContext, hand_in: HandIn
) -> None:
    hand = hand_in(open_context(**PHONE, color_scheme=scheme, reduced_motion="reduce"))
    reach(hand)
    assert violations(hand.page) == []


SMALL = """() => [...document.querySelectorAll("sop-checklist :is(button, a, input, summary, textarea)")]
  .filter((each) => each.checkVisibility() && !each.matches(".sop-unseen"))
  .map((each) => each.closest("label") ?? each)
  .filter((each) => each.getBoundingClientRect().height < 44)
  .map((each) => each.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("reach", STATES[:3])
def test_every_target_is_high_enough_for_a_finger(
    reach: Callable[[Hand], None], open_context: OpenContext, hand_in: HandIn
) -> None:
    hand = hand_in(open_context(**PHONE))
    reach(hand)
    assert hand.page.evaluate(SMALL) == []


def test_nothing_is_wider_than_a_page_at_400_percent(open_context: OpenContext, hand_in: HandIn) -> None:
    hand = hand_in(open_context(viewport={"width": 320, "height": 640}))
    at_a_step_with_everything(hand)
    assert hand.page.evaluate("document.documentElement.scrollWidth") <= 320
