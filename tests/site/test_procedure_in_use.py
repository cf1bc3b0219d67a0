"""The procedure page in use: whose steps are shown, links into folds, pictures, the QR code, and the day it is."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from sop_plugin.model.site_address import SiteAddress
from sop_plugin.model.sop import Status
from sop_plugin.views.context import OtherVersion
from tests.site.conftest import Open
from tests.support.axe import violations
from tests.support.browsing import DESK, PHONE, OpenContext
from tests.support.procedure_page import write_page
from tests.views.pages import context, read

pytestmark = pytest.mark.browser

SHOP = """
version: 1.0
status: effective
effective: 2026-05-01
steps:
  - {id: ask, title: Ask, role: clerk, do: "Ask kindly.\\n\\n![A sign](sign.svg)"}
  - {id: weigh, title: Weigh, role: packer, do: Weigh it.}
  - id: send
    title: Send
    steps:
      - {id: pack, title: Pack, role: packer, do: Pack it well.}
      - id: label
        title: Label
        role: packer
        media: [{file: sign.svg, alt: The label, caption: It goes here.}]
        exceptions: [{id: torn, when: It is torn, then: Print another.}]
  - {id: say, title: Say goodbye}
"""

NEXT = OtherVersion("2.0", Status.APPROVED, datetime.date(2026, 9, 1), "cafe/latte.next.md")

Opened = Callable[..., Page]


@pytest.fixture
def opened(open_context: OpenContext, serve: Callable[[Path], str], tmp_path: Path) -> Opened:
    """`opened("#send", day="2026-05-01", told={...}, **PHONE)`: the page of a site that told it so, on that day."""

    def open_page(hash_: str = "", day: str = "2026-06-01", told: dict[str, Any] | None = None, **options: Any) -> Page:
        write_page(tmp_path, read(SHOP), dataclasses.replace(context(), **(told or {})))
        (tmp_path / "at" / "cafe").mkdir(parents=True)
        svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>'
        (tmp_path / "at" / "cafe" / "sign.svg").write_text(svg, encoding="utf-8")
        page = open_context(**(options or DESK)).new_page()
        page.clock.install(time=datetime.datetime.fromisoformat(f"{day}T12:00:00"))
        page.goto(f"{serve(tmp_path)}index.html{hash_}")
        return page

    return open_page


def choose(page: Page, role: str) -> None:
    page.get_by_label("Show the steps of").select_option(role)


def test_steps_of_other_roles_fold_to_a_line_and_open_again(opened: Opened) -> None:
    page = opened()
    choose(page, "clerk")
    expect(page.get_by_text("Ask kindly.")).to_be_visible()
    expect(page.get_by_text("Weigh it.")).to_be_hidden()
    expect(page.locator("#weigh > .sop-step__title")).to_contain_text("packer")
    expect(page.locator("#pack > .sop-step__title")).to_be_hidden()  # the group is folded as a whole
    expect(page.locator("#say .sop-unfold")).to_have_count(0)  # nobody's step is everybody's
    expect(page.get_by_role("status").first).to_have_text(
        "2 steps are shown. 3 of other roles are folded to a line each."
    )
    page.locator("#weigh .sop-unfold").click()
    expect(page.get_by_text("Weigh it.")).to_be_visible()
    expect(page.locator("#weigh > .sop-step__title")).to_be_focused()
    choose(page, "")
    expect(page.get_by_text("Pack it well.")).to_be_visible()
    expect(page.locator(".sop-unfold, .sop-step--other")).to_have_count(0)


def test_the_device_remembers_whose_steps_are_shown(opened: Opened) -> None:
    page = opened()
    choose(page, "clerk")
    page.reload()
    expect(page.get_by_text("Weigh it.")).to_be_hidden()
    choose(page, "")
    page.reload()
    expect(page.get_by_text("Weigh it.")).to_be_visible()


def test_folded_steps_are_accessible(opened: Opened) -> None:
    page = opened(**PHONE)
    choose(page, "clerk")
    assert [str(one) for one in violations(page, include="article")] == []
    sizes = page.locator(".sop-unfold:visible").evaluate_all("all => all.map((one) => one.offsetHeight)")
    assert min(sizes) >= 44


@pytest.mark.parametrize("place", ["weigh", "pack"])
def test_a_link_to_a_folded_step_opens_it_and_what_holds_it(opened: Opened, place: str) -> None:
    page = opened()
    choose(page, "clerk")
    page.evaluate(f"location.hash = '#{place}'")
    expect(page.locator(f"#{place} > .sop-step__body .sop-do")).to_be_visible()
    expect(page.locator(f"#{place}")).to_be_in_viewport()


def test_a_link_opens_an_exception_in_a_folded_group_at_arrival(opened: Opened) -> None:
    page = opened()
    choose(page, "clerk")
    page.goto(f"{page.url}#label.exception.torn")
    page.reload()
    expect(page.get_by_text("Print another.")).to_be_visible()
    expect(page.get_by_text("Print another.")).to_be_in_viewport()
    expect(page.get_by_text("Weigh it.")).to_be_hidden()


def test_a_picture_is_enlarged_and_the_focus_returns(opened: Opened) -> None:
    page = opened()
    picture = page.locator("#label .sop-picture")
    picture.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="The label")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("It goes here.")
    assert [str(one) for one in violations(page, include="dialog")] == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(picture).to_be_focused()


def test_a_picture_in_the_text_is_enlarged_by_the_keyboard(opened: Opened) -> None:
    page = opened()
    picture = page.get_by_role("button", name="A sign")
    picture.focus()
    page.keyboard.press(" ")
    dialog = page.get_by_role("dialog", name="A sign")
    dialog.get_by_role("button").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(picture).to_be_focused()


def test_buttons_are_seen_when_all_of_them_have_arrived(opened: Opened) -> None:
    # Painted before, one without its words would move when they come.
    page = opened()
    seen = page.locator("article > .sop-actions").evaluate(
        """(actions) => {
            const { visibility } = getComputedStyle(actions);
            while (actions.nextSibling) actions.nextSibling.remove(); // as the page stands while the last of them arrives
            return [visibility, getComputedStyle(actions).visibility];
        }"""
    )
    assert seen == ["visible", "hidden"]


def test_a_step_has_its_link_and_its_code(opened: Opened) -> None:
    page = opened(
        told={"site": SiteAddress("https://sop.example/"), "feedback": "https://git.example/?t={sop}/{step}@{version}"}
    )
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#weigh > .sop-share").click()
    dialog = page.get_by_role("dialog")
    address = "https://sop.example/cafe/latte/#weigh"
    expect(dialog.locator("sop-qr svg")).to_be_visible()
    expect(dialog.get_by_label("Link to this step")).to_have_value(address)
    dialog.get_by_role("button", name="Copy").click()
    expect(dialog.get_by_role("status")).to_have_text("The link is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == address
    suggest = dialog.get_by_role("link", name="Suggest an improvement")
    expect(suggest).to_have_attribute("href", "https://git.example/?t=latte/weigh@1.0")
    assert [str(one) for one in violations(page, include="dialog")] == []
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(page.locator("#weigh > .sop-share")).to_be_focused()


def test_without_a_published_address_there_is_a_notice_in_place_of_the_code(opened: Opened) -> None:
    page = opened()
    page.locator("#weigh > .sop-share").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("site_url")
    expect(dialog.locator("sop-qr")).to_have_count(0)
    expect(dialog.get_by_label("Link to this step")).to_have_value(f"{page.url}#weigh")
    expect(dialog.get_by_role("link", name="Suggest an improvement")).to_have_count(0)


DAYS = {
    "before its day": ("2026-04-30", "Not in force yet: applies from 2026-05-01"),
    "on its day": ("2026-05-01", "In force from 2026-05-01"),
    "on the day of its review": ("2026-06-30", "In force from 2026-05-01"),
    "on the day after": ("2026-07-01", "The review was due on 2026-06-30; it still applies"),
    "when the next has come": ("2026-09-01", "Replaced since 2026-09-01 by Version 2.0"),
}


@pytest.mark.parametrize(("day", "words"), DAYS.values(), ids=DAYS)
def test_one_line_says_whether_it_holds_on_the_day_of_reading(opened: Opened, day: str, words: str) -> None:
    page = opened(day=day, told={"review_due": datetime.date(2026, 6, 30), "versions": (NEXT,)})
    shown = page.locator(".sop-standing__one[data-shown]")
    expect(shown).to_have_count(1)
    expect(shown).to_have_text(words)
    assert (
        page.locator(".sop-standing__one").evaluate_all(
            "all => all.filter((one) => getComputedStyle(one).visibility === 'visible').length"
        )
        == 1
    )


def test_without_a_script_the_line_that_is_true_every_day_stands(opened: Opened) -> None:
    page = opened(day="2026-04-30", java_script_enabled=False)
    expect(page.locator(".sop-standing__one").first).to_be_visible()
    expect(page.locator(".sop-standing__one").first).to_have_text("In force from 2026-05-01")
    expect(page.locator(".sop-standing__one").nth(1)).to_be_hidden()
    expect(page.get_by_role("button", name="One step at a time")).to_be_hidden()


@pytest.mark.parametrize("place", ["decline", "sign-region", "sop.terms"])
def test_the_table_of_contents_marks_the_place_of_the_address(visit: Open, place: str) -> None:
    page = visit(f"bank/loan/#{place}", **DESK).page
    expect(page.locator(".md-sidebar--secondary .md-nav__link--active").last).to_have_attribute("href", f"#{place}")


def test_what_is_far_down_is_not_laid_out_to_measure_places(visit: Open) -> None:
    page = visit("bank/loan/", **PHONE).page
    inside = """() => [...document.querySelectorAll(".sop-section [id]")].filter((place) => {
      const skipped = place.parentElement.closest(".sop-step, .sop-section ~ .sop-section");
      return skipped && getComputedStyle(skipped).contentVisibility === "auto"
        && document.querySelector(`.md-nav__link[href="#${CSS.escape(place.id)}"]`) && !place.matches(".sop-step");
    }).map((place) => place.id)"""
    assert page.evaluate(inside) == []
