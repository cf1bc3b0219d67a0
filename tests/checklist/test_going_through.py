"""A procedure gone through on the screen: ways, loops, tracks, exceptions and work beside."""

import re

from playwright.sync_api import expect

from tests.checklist.conftest import Hand


def test_a_run_goes_from_the_start_to_its_end(hand: Hand) -> None:
    hand.open("flow/loops")
    expect(hand.page.get_by_text("Begin only when this is so:").locator("..")).to_contain_text("The shaker is clean.")
    hand.begin()
    expect(hand.page.locator(".sop-run__round").first).to_contain_text("Round 1 of 3")
    hand.done("shake", "Once more")
    hand.done("shake", "Once more")
    expect(hand.page.locator(".sop-run__round").first).to_contain_text("Round 3 of 3")
    hand.done("shake")
    hand.done("taste", "It is sweet")
    hand.done("rinse")
    hand.done("look")
    hand.done("wash", "No longer")
    hand.done("ready")
    hand.page.get_by_role("button", name="Finish").click()
    over = hand.page.locator('.sop-over[data-over="finished"]')
    expect(over).to_be_visible()
    expect(hand.page.locator(".sop-evidence tbody tr").first).to_contain_text("Started")
    assert hand.at == []
    hand.saved()
    assert hand.faults == []


def test_tracks_stand_side_by_side_and_join(hand: Hand) -> None:
    hand.open("flow/tracks")
    hand.begin()
    hand.done("take")
    assert hand.at == ["grind", "food"]
    hand.done("grind")
    assert hand.at == ["pour", "food"], "the next step of a track takes the place of the one before"
    hand.done("food")
    hand.done("pour")
    assert hand.at == ["make"]
    hand.item("make.standard.1").locator("input").check()
    hand.done("make")
    assert hand.at == ["serve"]


def test_an_exception_leads_out_of_open_tracks_only_after_a_question(hand: Hand) -> None:
    hand.open("flow/tracks")
    hand.begin()
    hand.done("take")
    group = hand.page.locator(".sop-place--group")
    group.locator("summary").first.click()
    group.locator('[data-exception="fire"] summary').click()
    group.get_by_role("button", name="This happened").first.click()
    group.locator("button.sop-way").click()
    dialog = hand.dialog
    expect(dialog).to_contain_text("Grind")
    dialog.get_by_role("button", name="Cancel").click()
    assert hand.at == ["grind", "food"]
    group.locator("button.sop-way").click()
    dialog.get_by_role("button", name="Leave them").click()
    assert hand.at == ["clean"]


def test_the_start_asks_where_it_begins_and_a_number_speaks_for_a_way(hand: Hand) -> None:
    hand.open("flow/choices")
    hand.begin()
    hand.page.get_by_role("button", name="The guest comes").click()
    hand.fill("look.record.log~.price", "50")
    expect(hand.place("look").locator("button.sop-way.sop-button--main")).to_contain_text("Price: under 100")
    hand.place("look").locator("button.sop-button--main").click()
    expect(hand.page.locator(".sop-ways__ask")).to_have_text("Which of these?")
    hand.done("pay", "Card")
    assert hand.at == ["card"]


def test_who_must_agree_signs_at_the_way(hand: Hand) -> None:
    hand.open("flow/choices")
    hand.begin(by="Ada")
    hand.page.get_by_role("button", name="The guest comes").click()
    hand.fill("look.record.log~.price", "300")
    hand.done("look", "In any other case")
    expect(hand.place("look").locator(".sop-run__missing")).to_be_visible()
    hand.place("look").get_by_role("button", name="Sign as Ada").click()
    hand.done("look", "In any other case")
    assert hand.at == ["decide"]


def test_a_step_is_left_out_with_a_reason(hand: Hand) -> None:
    hand.open("flow/tracks")
    hand.begin()
    hand.place("take").get_by_role("button", name="Leave out").click()
    dialog = hand.dialog
    dialog.get_by_role("button", name="Leave out").click()
    expect(dialog).to_be_visible()
    dialog.get_by_label("Reason").fill("Already taken")
    dialog.get_by_role("button", name="Leave out").click()
    assert hand.at == ["grind", "food"]
    hand.page.locator(".sop-run__done > summary").click()
    expect(hand.page.locator(".sop-done")).to_contain_text("Already taken")


def test_work_beside_is_begun_when_something_happens(hand: Hand) -> None:
    hand.open("flow/beside")
    hand.begin()
    hand.page.locator(".sop-run__beside summary").click()
    hand.page.get_by_role("button", name=re.compile("A product is recalled")).click()
    assert hand.at == ["open", "pull"]
    hand.done("pull")
    hand.done("open")
    assert hand.at == ["sell"]
    expect(hand.page.locator(".sop-way--due")).to_contain_text("Watch the door")


def test_the_last_entry_is_undone(hand: Hand) -> None:
    hand.open("flow/tracks")
    hand.begin()
    undo = hand.page.get_by_role("button", name="Undo")
    expect(undo).to_be_disabled()
    hand.done("take")
    undo.click()
    assert hand.at == ["take"]
    expect(undo).to_be_disabled()


def test_a_run_is_broken_off_with_a_reason_and_goes_on_after_an_undo(hand: Hand) -> None:
    hand.open("flow/tracks")
    hand.begin()
    hand.page.get_by_role("button", name="Break off").click()
    dialog = hand.dialog
    dialog.get_by_label("Reason").fill("The guest left")
    dialog.get_by_role("button", name="Break off").click()
    expect(hand.page.locator('.sop-over[data-over="abandoned"]')).to_contain_text("The guest left")
    hand.page.get_by_role("button", name="Undo").click()
    assert hand.at == ["take"]


def test_the_next_step_has_the_focus(hand: Hand) -> None:
    hand.open("flow/tracks")
    hand.begin()
    hand.place("take").locator("button.sop-way").focus()
    hand.page.keyboard.press("Enter")
    expect(hand.place("grind").locator(".sop-run__title")).to_be_focused()


def test_many_places_at_once_are_folded_to_their_titles_but_one(hand: Hand) -> None:
    hand.open("many")
    hand.begin()
    assert len(hand.at) == 60
    assert hand.page.locator("button.sop-way:visible").count() == 1
    hand.place("shelf-7").get_by_role("button", name="Open Shelf 7").click()
    expect(hand.place("shelf-7").locator(".sop-run__title")).to_be_focused()
    hand.done("shelf-7")
    assert "shelf-7" not in hand.at
    hand.done("shelf-1")
    assert len(hand.at) == 58


def test_earlier_steps_are_shown_when_they_are_asked_for(hand: Hand) -> None:
    hand.open("many")
    hand.begin()
    hand.page.evaluate("""() => {
        const way = () => document.querySelector(".sop-place:not(.sop-place--folded) .sop-way");
        for (let count = 0; count < 45; count += 1) way().click();
    }""")
    hand.page.locator(".sop-run__done > summary").click()
    rows = hand.page.locator(".sop-done > li")
    expect(rows).to_have_count(40)
    expect(rows.first).to_contain_text("Shelf 45")
    hand.page.get_by_role("button", name="Show earlier steps").click()
    expect(rows).to_have_count(45)
    expect(rows.last).to_contain_text("Shelf 1")
