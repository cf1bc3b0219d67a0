"""A browser that is killed in the middle of a run: what the screen called saved is there when it is started again."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Browser, expect
from playwright.sync_api import Error as BrowserError

from tests.checklist.conftest import Hand, HandIn
from tests.support.chromium import find_chromium, launch_arguments
from tests.support.durability import kill_browser_over


def test_what_was_saved_is_there_after_a_kill_and_the_run_goes_on(
    browser: Browser, hand_in: HandIn, tmp_path: Path
) -> None:
    def started() -> Hand:
        chromium = browser.browser_type
        context = chromium.launch_persistent_context(tmp_path, executable_path=find_chromium(), args=launch_arguments())
        return hand_in(context)

    hand = started()
    hand.open("kinds")
    hand.begin("table 4", by="Ada")
    hand.fill("check.record.cold", "4.5")
    hand.item("check.record.van").get_by_label("Hired").check()
    hand.saved()
    address = hand.page.url
    kill_browser_over(tmp_path)
    with suppress(BrowserError):
        hand.page.context.close()

    hand = started()
    hand.page.goto(address)
    hand.ready()
    expect(hand.page.locator(".sop-run__name")).to_have_text("table 4")
    expect(hand.item("check.record.cold").locator("input")).to_have_value("4.5")
    expect(hand.item("check.record.van").get_by_label("Hired")).to_be_checked()
    hand.fill("check.record.lot", "L-77")
    hand.saved()
    hand.page.context.close()
