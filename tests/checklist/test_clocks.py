"""The clocks of limits over several steps: they start and stop of themselves, and nobody overlooks them."""

from playwright.sync_api import Locator, expect

from tests.checklist.conftest import Hand, HandIn
from tests.support.browsing import PHONE, OpenContext


def clock(hand: Hand, title: str) -> Locator:
    return hand.page.locator(".sop-clocks li", has_text=title)


def test_a_clock_runs_from_one_step_to_another_through_sleep_and_reload(hand: Hand) -> None:
    hand.page.clock.install(time=1_780_000_000)
    hand.open("flow/clocks")
    hand.begin()
    expect(clock(hand, "The whole procedure").get_by_role("timer")).to_have_text("10:00")
    expect(clock(hand, "From paying")).to_have_count(0)
    hand.done("pay")
    expect(hand.page.locator(".sop-run__said")).to_contain_text("The clock is running: From paying to the cup, 5 min")
    promise = clock(hand, "From paying")
    expect(promise).to_have_attribute("data-level", "calm")
    hand.saved()
    hand.page.clock.fast_forward(240_000)  # timers fire once at most, as in a tab that slept
    hand.page.clock.run_for(250)
    expect(promise).to_have_attribute("data-level", "warn")
    expect(promise).to_contain_text("hurry")
    expect(hand.page.locator(".sop-run__said")).to_have_text("Time is nearly up: From paying to the cup")
    hand.page.reload()
    hand.ready()
    expect(promise).to_have_attribute("data-level", "warn")
    minutes, seconds = promise.get_by_role("timer").inner_text().split(":")
    assert 55 <= int(minutes) * 60 + int(seconds) <= 60
    hand.page.clock.run_for(61_000)
    expect(promise).to_have_attribute("data-level", "over")
    expect(hand.page.locator(".sop-run__said")).to_contain_text("Time is up: From paying")
    hand.done("make")
    expect(clock(hand, "Serve it")).to_be_visible()
    hand.done("serve", "In any other case")
    expect(hand.page.locator(".sop-clocks li")).to_have_count(0)
    assert hand.faults == []


def test_the_step_that_comes_next_is_not_hidden_behind_them(open_context: OpenContext, hand_in: HandIn) -> None:
    hand = hand_in(open_context(**PHONE, reduced_motion="reduce"))
    hand.open("flow/clocks")
    hand.begin()
    hand.done("pay")
    expect(clock(hand, "From paying")).to_be_visible()
    heading = hand.place("make").locator("h3")
    expect(heading).to_be_focused()
    bar, step = hand.page.locator(".sop-run__bar").bounding_box(), heading.bounding_box()
    assert bar
    assert step
    assert step["y"] >= bar["y"] + bar["height"]
