"""What is kept, on which device, and what the screen says when it cannot be."""

import json
from pathlib import Path

from playwright.sync_api import BrowserContext, Download, expect

from tests.checklist.conftest import Hand, HandIn
from tests.support.browsing import DESK, OpenContext, until
from tests.support.building import build_site


def exported(hand: Hand, button: str, folder: Path) -> Path:
    with hand.page.expect_download() as waiting:
        hand.page.get_by_role("button", name=button, exact=True).click()
    download: Download = waiting.value
    path = folder / download.suggested_filename
    download.save_as(path)
    return path


def test_several_runs_stand_side_by_side(hand: Hand) -> None:
    hand.open("flow/tracks")
    hand.begin("table 4")
    hand.done("take")
    hand.page.get_by_role("link", name="All runs").click()
    hand.begin("table 7")
    assert hand.at == ["take"]
    chips = hand.page.get_by_role("navigation", name="Under way")
    chips.get_by_role("link", name="table 4").click()
    expect(hand.page.locator(".sop-run__name")).to_have_text("table 4")
    assert hand.at == ["grind", "food"]


def test_the_name_is_asked_for_each_run(hand: Hand) -> None:
    hand.open("flow/tracks")
    hand.begin("table 4", by="Ada")
    hand.page.get_by_role("link", name="All runs").click()
    expect(hand.page.get_by_label("Your name")).to_have_value("")


def test_another_tab_goes_on_with_the_same_run(device: BrowserContext, hand_in: HandIn) -> None:
    one, other = hand_in(device), hand_in(device)
    one.open("flow/tracks")
    one.begin()
    one.saved()
    other.page.goto(one.page.url)
    other.ready()
    one.done("take")
    expect(other.place("grind")).to_be_visible()
    other.done("grind")
    expect(one.place("pour")).to_be_visible()
    assert one.at == other.at == ["pour", "food"]
    other.done("pour")
    other.done("food")
    expect(one.place("make")).to_be_visible()
    assert one.faults == other.faults == []


def test_a_run_that_is_deleted_in_another_tab_says_so_and_can_be_exported(
    device: BrowserContext, hand_in: HandIn, tmp_path: Path
) -> None:
    one, other = hand_in(device), hand_in(device)
    one.open("flow/tracks")
    one.begin()
    one.done("take")
    one.saved()
    other.page.goto(f"{other.address}device/")
    other.page.get_by_role("button", name="Delete Serve an order").click()
    other.dialog.get_by_role("button", name="Delete").click()
    expect(one.page.locator(".sop-run__notice--error")).to_contain_text("deleted")
    assert len(json.loads(exported(one, "Export", tmp_path).read_text(encoding="utf-8"))["events"]) == 2


def test_a_full_disk_is_told_nothing_is_lost_and_it_can_be_tried_again(hand: Hand) -> None:
    hand.open("flow/tracks")
    hand.begin()
    hand.saved()
    hand.page.evaluate("""() => {
        const add = IDBObjectStore.prototype.add;
        globalThis.restore = () => { IDBObjectStore.prototype.add = add; };
        IDBObjectStore.prototype.add = () => { throw new DOMException("full", "QuotaExceededError"); };
    }""")
    hand.done("take")
    expect(hand.page.locator(".sop-saved")).to_have_text("Not saved")
    expect(hand.page.locator(".sop-run__notice--error")).to_contain_text("no space left")
    assert hand.at == ["grind", "food"], "the screen shows what was done"
    hand.page.evaluate("restore()")
    hand.page.get_by_role("button", name="Try again").click()
    hand.saved()
    hand.page.reload()
    hand.ready()
    assert hand.at == ["grind", "food"]


def test_a_browser_that_keeps_nothing_says_so_and_the_run_can_be_exported(hand: Hand, tmp_path: Path) -> None:
    hand.page.add_init_script(
        "delete globalThis.indexedDB; Object.defineProperty(globalThis, 'indexedDB', {value: undefined})"
    )
    hand.open("flow/tracks")
    expect(hand.page.locator(".sop-run__notice--error")).to_contain_text("keeps nothing")
    hand.begin()
    hand.done("take")
    expect(hand.page.locator(".sop-saved")).to_have_text("Not kept")
    assert json.loads(exported(hand, "Export", tmp_path).read_text(encoding="utf-8"))["events"][1]["type"] == "done"


def test_a_run_goes_on_on_another_device(
    hand: Hand, open_context: OpenContext, hand_in: HandIn, tmp_path: Path
) -> None:
    hand.open("flow/tracks")
    run = hand.begin()
    hand.done("take")
    hand.saved()
    file = exported(hand, "Export", tmp_path)
    other = hand_in(open_context(**DESK))
    other.open("flow/tracks")
    other.page.locator("input[type=file]").set_input_files(file)
    expect(other.page.locator(".sop-run")).to_be_visible()
    assert other.run_id == run
    assert other.at == ["grind", "food"]
    other.page.get_by_role("button", name="Hand over").click()
    dialog = other.dialog
    dialog.get_by_label("Name of the person").fill("Ben")
    dialog.get_by_role("button", name="Hand over").click()
    expect(other.page.locator(".sop-run__progress")).to_contain_text("By Ben")
    other.saved()
    back = exported(other, "Export", tmp_path)
    hand.page.get_by_role("link", name="All runs").click()
    hand.page.locator("input[type=file]").set_input_files(back)
    expect(hand.page.locator(".sop-run__progress")).to_contain_text("By Ben")


def test_a_damaged_file_is_refused_with_the_reason(hand: Hand, tmp_path: Path) -> None:
    hand.open("flow/tracks")
    hand.begin()
    hand.saved()
    file = exported(hand, "Export", tmp_path)
    file.write_text(file.read_text(encoding="utf-8").replace("table 4", "table 5"), encoding="utf-8")
    hand.page.get_by_role("link", name="All runs").click()
    hand.page.locator("input[type=file]").set_input_files(file)
    expect(hand.page.locator(".sop-run__said")).to_contain_text("digest does not match")


def test_the_record_of_a_run_is_a_table_for_spreadsheets(hand: Hand, tmp_path: Path) -> None:
    hand.open("flow/tracks")
    hand.begin("table 4", by="Ada")
    hand.done("take")
    table = exported(hand, "CSV table", tmp_path).read_text(encoding="utf-8-sig")
    assert "table 4" in table
    assert "Ada" in table
    assert "Take the order" in table


def test_a_run_goes_on_as_it_was_begun_when_the_site_is_updated(hand: Hand, root: Path) -> None:
    source = root / "content" / "flow" / "loops.md"
    before = source.read_text(encoding="utf-8")
    hand.open("flow/loops")
    hand.begin()
    hand.done("shake", "Once more")
    hand.saved()
    try:
        source.write_text(
            before.replace("version: 1.0", "version: 2.0").replace("repeat: 3", "repeat: 5"), encoding="utf-8"
        )
        build_site(root)
        hand.page.reload()
        hand.ready()
        expect(hand.page.locator(".sop-run__notice--warning").first).to_contain_text("version 1.0")
        expect(hand.page.locator(".sop-run__round").first).to_contain_text("Round 2 of 3")
    finally:
        source.write_text(before, encoding="utf-8")
        build_site(root)


def test_a_run_that_is_not_here_leads_to_the_beginning(hand: Hand) -> None:
    hand.page.goto(f"{hand.address}flow/tracks/checklist/#run-nowhere")
    hand.ready()
    expect(hand.page.locator(".sop-run__said")).to_contain_text("not kept on this device")
    hand.begin()
    assert hand.at == ["take"]


def test_a_finished_run_is_printed_as_its_record(hand: Hand) -> None:
    hand.open("flow/loops")
    hand.begin()
    hand.page.evaluate(
        "globalThis.print = () => { globalThis.printed = document.querySelectorAll('.sop-evidence tbody tr').length }"
    )
    hand.done("shake", "Once more")
    hand.page.get_by_role("button", name="Print the record").click()
    until(hand.page, "globalThis.printed === 2")
    hand.page.emulate_media(media="print")
    assert not hand.page.locator(".sop-sheet__body").is_visible()


def test_what_the_browser_threw_away_comes_back_and_the_screen_says_so(hand: Hand) -> None:
    hand.open("kinds")
    run = hand.begin("table 4")
    hand.fill("check.record.cold", "4.5")
    hand.saved()
    hand.page.evaluate("new Promise((done) => { indexedDB.deleteDatabase('sop').onsuccess = done; })")
    hand.page.reload()
    hand.ready()
    assert hand.run_id == run
    expect(hand.item("check.record.cold").locator("input")).to_have_value("4.5")
    notice = hand.page.locator(".sop-run__notice", has_text="One record came back from the second copy")
    expect(notice).to_be_visible()
    hand.fill("check.record.lot", "L-77")
    hand.saved()
    hand.page.reload()
    hand.ready()
    expect(hand.item("check.record.lot").locator("input, textarea")).to_have_value("L-77")
    expect(notice).to_have_count(0)
