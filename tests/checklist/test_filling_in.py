"""Every kind of answer, and what is said of it."""

from playwright.sync_api import expect

from tests.checklist.conftest import PHOTO, Hand


def begun(hand: Hand) -> Hand:
    hand.open("kinds")
    hand.begin()
    return hand


def fill_all(hand: Hand) -> None:
    hand.item("check.checklist.1").locator("input").check()
    hand.fill("check.record.cold", "4.5")
    hand.fill("check.record.lot", "L-77")
    hand.item("check.record.van").get_by_label("Hired").check()
    hand.fill("check.record.day", "2026-12-24")
    hand.item("check.record.label").locator("input").set_input_files(PHOTO)
    expect(hand.item("check.record.label").locator("img")).to_be_visible()
    hand.item("check.checked-by.lead").get_by_role("button", name="Sign as Ada").click()


def test_a_step_shows_what_is_to_be_known_first(hand: Hand) -> None:
    begun(hand)
    card = hand.place("check")
    expect(card.locator(".sop-caution--warning")).to_contain_text("Lift with your knees.")
    expect(card.locator(".sop-do strong")).to_have_text("every")
    expect(card.locator(".sop-run__script")).to_contain_text("Good morning.")
    expect(card.locator(".sop-run__facts")).to_contain_text("Shift lead")


def test_what_is_missing_is_marked_and_has_the_focus(hand: Hand) -> None:
    begun(hand)
    hand.done("check")
    assert hand.at == ["check"]
    expect(hand.item("check.record.cold").locator(".sop-item__missing")).to_be_visible()
    expect(hand.item("check.record.remark").locator(".sop-item__missing")).to_be_hidden()
    expect(hand.item("check.checklist.1").locator("input")).to_be_focused()


def test_every_kind_is_answered_and_comes_back_after_a_reload(hand: Hand) -> None:
    begun(hand)
    fill_all(hand)
    hand.saved()
    hand.page.reload()
    hand.ready()
    expect(hand.item("check.checklist.1").locator("input")).to_be_checked()
    expect(hand.item("check.record.cold").locator("input")).to_have_value("4.5")
    expect(hand.item("check.record.lot").locator("textarea")).to_have_value("L-77")
    expect(hand.item("check.record.van").get_by_label("Hired")).to_be_checked()
    expect(hand.item("check.record.day").locator("input")).to_have_value("2026-12-24")
    expect(hand.item("check.checked-by.lead").locator("input")).to_have_value("Ada")
    expect(hand.item("check.record.label").locator("img")).to_be_visible()
    hand.done("check")
    assert hand.at == ["store"]
    assert hand.faults == []


def test_a_number_out_of_range_is_marked_while_it_is_typed_and_leads_to_its_exception(hand: Hand) -> None:
    begun(hand)
    cold = hand.item("check.record.cold")
    cold.locator("input").press_sequentially("12")
    expect(cold.locator(".sop-item__verdict")).to_have_text("Too high")
    cold.locator("input").blur()
    cold.get_by_role("button", name="Do this: Core temperature: over 7 °C").click()
    fold = hand.place("check").locator('[data-exception="warm"]')
    expect(fold).to_have_attribute("open", "")
    fold.get_by_role("button", name="This happened").click()
    hand.done("check", "Follow the exception")
    assert hand.at == ["refuse"]


def test_a_field_that_nobody_left_counts_when_the_way_is_taken(hand: Hand) -> None:
    begun(hand)
    fill_all(hand)
    hand.item("check.record.lot").locator("textarea").fill("L-78")
    hand.place("check").locator("button.sop-way").evaluate(
        "button => button.click()"
    )  # as browsers do that keep the focus
    hand.page.locator(".sop-run__done > summary").click()
    hand.page.locator(".sop-done details > summary").click()
    expect(hand.item("check.record.lot").locator("textarea")).to_have_value("L-78")


def test_an_answer_is_corrected_afterwards_and_the_earlier_one_stays(hand: Hand) -> None:
    begun(hand)
    fill_all(hand)
    hand.done("check")
    hand.page.locator(".sop-run__done > summary").click()
    hand.page.locator(".sop-done details > summary").click()
    hand.fill("check.record.cold", "5")
    expect(hand.item("check.record.cold").locator(".sop-item__past")).to_contain_text("4.5")


def test_the_photo_that_is_kept_is_small_enough_to_keep_many(hand: Hand) -> None:
    begun(hand)
    size = hand.page.evaluate("""async () => {
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [4000, 3000];
        const paint = canvas.getContext("2d");
        const picture = paint.createImageData(4000, 3000);
        for (let at = 0; at < picture.data.length; at += 4) {
          picture.data[at] = (at * 7919) % 256;
          picture.data[at + 1] = (at >> 9) % 256;
          picture.data[at + 3] = 255;
        }
        paint.putImageData(picture, 0, 0);
        const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
        const input = document.querySelector('[data-item="check.record.label"] input');
        const files = new DataTransfer();
        files.items.add(new File([blob], "label.png", { type: "image/png" }));
        input.files = files.files;
        input.dispatchEvent(new Event("change"));
        return blob.size;
    }""")
    picture = hand.item("check.record.label").locator("img")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1600
    assert size > 0


def test_a_timer_is_right_after_ten_minutes_of_sleep(hand: Hand) -> None:
    hand.page.clock.install(time=1_780_000_000)
    begun(hand)
    timer = hand.place("check").locator(".sop-timer")
    expect(timer.locator(".sop-timer__figure")).to_have_text("0:10")
    timer.get_by_role("button", name="Start").click()
    hand.page.clock.run_for(8_250)
    expect(timer).to_have_attribute("data-level", "warn")
    hand.page.clock.fast_forward(600_000)  # timers fire once at most, as in a tab that slept
    hand.page.clock.run_for(250)
    expect(timer).to_have_attribute("data-level", "over")
    figure = timer.locator(".sop-timer__figure").inner_text()
    minutes, seconds = figure.split(":")
    assert abs(int(minutes) * 60 + int(seconds) - 598) <= 1
    expect(hand.page.locator(".sop-run__said")).to_contain_text("Time is up")
    timer.get_by_role("button", name="Pause").click()
    hand.page.clock.run_for(5_000)
    expect(timer.locator(".sop-timer__figure")).to_have_text(figure)


def test_a_time_to_be_held_is_told_when_it_is_reached(hand: Hand) -> None:
    hand.page.clock.install(time=1_780_000_000)
    begun(hand)
    fill_all(hand)
    hand.done("check")
    timer = hand.place("store").locator(".sop-timer")
    timer.get_by_role("button", name="Start").click()
    hand.page.clock.run_for(3_500)
    expect(timer).to_have_attribute("data-level", "reached")


def test_a_clock_that_is_set_back_is_told_and_leaves_the_order_as_it_was(hand: Hand) -> None:
    begun(hand)
    hand.page.evaluate("""() => {
        const real = Date.now.bind(Date);
        Date.now = () => real() - 3_600_000;
    }""")
    expect(hand.page.locator(".sop-run__said")).to_contain_text("set back")
    fill_all(hand)
    hand.done("check")
    expect(hand.page.locator(".sop-run__said")).to_be_empty()
    assert hand.at == ["store"]
