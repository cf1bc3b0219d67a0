"""A quiz is taken from its beginning to its certificate: by keyboard, by touch, at once and at the end."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Route, expect

from tests.quiz.conftest import Learner, LearnerOn
from tests.support.browsing import DESK, PHONE, OpenContext

pytestmark = pytest.mark.browser


def focused(learner: Learner) -> str:
    return str(learner.page.evaluate("document.activeElement.textContent"))


def test_every_kind_by_the_keyboard_alone(learner: Learner) -> None:
    learner.open("kinds")
    keys = learner.page.keyboard

    def press_until(words: str, key: str = "Tab") -> None:
        for _ in range(15):
            keys.press(key)
            if words in str(
                learner.page.evaluate(
                    "document.activeElement.ariaLabel || document.activeElement.labels?.[0]?.textContent || document.activeElement.textContent"
                )
            ):
                return
        raise AssertionError(f"the keyboard does not reach {words}")

    def check_and_go_on(expected: str) -> None:
        press_until("Check")
        keys.press("Enter")
        assert expected in focused(learner)
        press_until("See the result" if "waited" in learner.title else "Next question")
        keys.press("Enter")

    learner.button("Begin").focus()
    keys.press("Enter")
    learner.page.wait_for_selector(".sop-ask")
    assert "What comes first" in focused(learner)
    press_until("A greeting")
    keys.press("Space")
    check_and_go_on("Right")
    press_until("Ask about allergies")
    keys.press("Space")
    press_until("Take the payment")
    keys.press("Space")
    check_and_go_on("Right")
    press_until("True")
    keys.press("ArrowDown")
    check_and_go_on("Right")
    for item, place in (("Greet the customer", 0), ("Ask about allergies", 1)):
        lines = learner.page.locator(".sop-order__words")
        while item not in lines.nth(place).inner_text():
            learner.page.get_by_role("button", name=f"Move up: {item}").focus()
            keys.press("ArrowUp")
    assert "now place" in learner.page.locator("sop-quiz > [role=status]").inner_text()
    check_and_go_on("Right")
    for left, letters in (("Greet", "Ca"), ("Sign", "Sh"), ("Pay", "Cu")):
        press_until(left)
        keys.type(letters)
    check_and_go_on("Right")
    for typed in ("30", "till"):
        press_until("Your answer")
        keys.type(typed)
        keys.press("Enter")
        assert "Right" in focused(learner)
        press_until("Next question")
        keys.press("Enter")
    press_until("Blank 1")
    keys.type("30 s")
    press_until("Blank 2")
    keys.type("allergy")
    check_and_go_on("Right")
    keys.press("Tab")
    keys.press("Space")
    check_and_go_on("Right")
    for words in ("Apologise, and ask", "Offer oat milk"):
        press_until(words)
        keys.press("Enter")
    check_and_go_on("Right")
    learner.page.wait_for_selector(".sop-result")
    assert "Passed: 100 %" in focused(learner)
    assert learner.faults == []


def test_by_touch_closed_and_gone_on_with(open_context: OpenContext, learner_on: LearnerOn) -> None:
    device = open_context(**PHONE)
    learner = learner_on(device)
    learner.open("kinds")
    learner.button("Begin").tap()
    learner.quiz.get_by_text("The price", exact=True).tap()
    learner.button("Check").tap()
    assert learner.verdict == "✗ Not right"
    expect(learner.quiz.get_by_text("The customer has not even ordered.")).to_be_visible()
    step = learner.page.locator(".sop-outcome .sop-answer__from a")
    assert str(step.get_attribute("href")).endswith("/order/#greet")
    learner.saved()
    learner.page.close()

    again = learner_on(device)
    again.open("kinds")
    again.page.get_by_role("link", name="Continue (1 of 10 answered)").tap()
    assert "Which of these belong" in again.title
    for words in ("Ask about allergies", "Clean the machine"):
        again.quiz.get_by_text(words, exact=True).tap()
    again.button("Check").tap()
    assert again.verdict == "✗ Not right"
    expect(again.page.locator('[data-mark="right"]', has_text="Take the payment")).to_contain_text("right, not chosen")
    sizes = again.page.evaluate(
        "[...document.querySelectorAll('sop-quiz :is(button, label, summary, select)')].map((one) => one.offsetHeight)"
    )
    assert min(sizes) >= 44
    assert again.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert again.faults == []


def test_a_line_is_dragged_to_its_place(learner: Learner) -> None:
    learner.open("kinds")
    learner.begin()
    for _ in range(3):
        learner.button("I do not know").click()
        learner.next()
    lines = learner.page.locator(".sop-order__line")
    last = lines.nth(2).inner_text().split("\n")[1]
    middle, top = lines.nth(2).bounding_box(), lines.nth(0).bounding_box()
    assert middle
    assert top
    mouse = learner.page.mouse
    mouse.move(middle["x"] + 60, middle["y"] + 15)
    mouse.down()
    mouse.move(top["x"] + 60, top["y"] - 5, steps=12)
    mouse.up()
    assert last in lines.nth(0).inner_text()


def test_setting_the_clock_back_wins_no_time(open_context: OpenContext, learner_on: LearnerOn) -> None:
    device = open_context(**DESK)
    learner = learner_on(device)
    now = datetime(2026, 3, 2, 9, tzinfo=UTC)
    learner.page.clock.install(time=now)
    learner.open("exam")
    learner.begin()
    learner.page.clock.run_for(50_000)
    learner.button("Next").click()
    expect(learner.page.locator(".sop-saved")).to_contain_text("Saved")
    said = learner.page.locator(".sop-attempt").get_by_text("The clock of this device was set back")
    assert said.count() == 0
    learner.page.clock.set_system_time(now - timedelta(hours=1))
    learner.page.clock.run_for(20_000)
    expect(said).to_be_visible()
    expect(learner.page.locator(".sop-attempt__clock")).to_contain_text(re.compile(r"(0:5\d|0:4\d) left"))


def test_nor_does_setting_it_back_while_the_page_is_closed(open_context: OpenContext, learner_on: LearnerOn) -> None:
    device = open_context(**DESK)
    learner = learner_on(device)
    now = datetime(2026, 3, 2, 9, tzinfo=UTC)
    learner.page.clock.install(time=now)
    learner.open("exam")
    learner.begin()
    learner.saved()
    address = learner.page.url
    learner.page.clock.run_for(70_000)  # nothing is answered
    learner.page.close()

    again = learner_on(device)
    again.page.clock.install(time=now + timedelta(seconds=5))
    again.page.goto(address)
    again.ready()
    again.page.clock.run_for(2_000)
    expect(again.page.locator(".sop-attempt__clock")).to_contain_text(re.compile(r"0:[45]\d left"))
    expect(again.page.locator(".sop-attempt")).to_contain_text("behind the moment when this attempt was last open")
    again.page.clock.run_for(60_000)
    expect(again.page.locator(".sop-result")).to_contain_text("The time is up.")
    assert again.page.evaluate("localStorage.getItem('sop.seen')") is None
    assert learner.faults == again.faults == []


def test_told_at_the_end_within_its_time(open_context: OpenContext, learner_on: LearnerOn) -> None:
    device = open_context(**DESK)
    learner = learner_on(device)
    learner.page.clock.install()
    learner.open("exam")
    expect(learner.page.locator(".sop-quiz__begin")).to_contain_text("2 attempts left")
    learner.begin()
    expect(learner.page.locator(".sop-attempt__clock")).to_contain_text(re.compile(r"(2:00|1:5\d) left"))
    assert learner.page.locator(".sop-verdict").count() == 0
    learner.page.clock.run_for(70_000)
    assert "One minute left" in learner.page.locator("sop-quiz > [role=status]").inner_text()
    learner.page.clock.run_for(60_000)
    expect(learner.page.locator(".sop-result")).to_contain_text("The time is up.")
    expect(learner.page.locator(".sop-result__title")).to_contain_text("Not passed yet: 0 %")
    learner.button("Try again").click()
    learner.button("Finish").click()
    expect(learner.page.locator("dialog")).to_contain_text("3 questions have no answer yet")
    learner.page.locator("dialog").get_by_role("button", name="Finish").click()
    learner.page.get_by_role("link", name="Back to the overview").click()
    expect(learner.page.locator(".sop-quiz__begin")).to_contain_text("0 attempts left")
    assert learner.button("Begin").count() == 0
    assert learner.faults == []


def test_what_was_missed_comes_back_the_next_day(open_context: OpenContext, learner_on: LearnerOn) -> None:
    device = open_context(**DESK)
    learner = learner_on(device)
    now = datetime(2026, 3, 2, 9, tzinfo=UTC)
    learner.page.clock.install(time=now)
    learner.open("kinds")
    learner.begin()
    learner.button("I do not know").click()
    learner.saved()
    learner.page.goto(f"{learner.address}start/")
    expect(learner.page.locator("h1")).to_be_visible()
    learner.page.wait_for_timeout(300)
    assert learner.page.locator("#due-for-you").count() == 0

    learner.page.clock.set_system_time(now + timedelta(days=1))
    learner.page.reload()
    due = learner.page.locator("section", has=learner.page.locator("#due-for-you"))
    expect(due).to_contain_text("1 question to repeat")
    due.get_by_role("link", name="Every way to ask").click()
    learner.page.wait_for_selector(".sop-ask")
    assert "What comes first" in learner.title
    learner.page.get_by_label("A greeting").check()
    learner.check()
    learner.next()
    expect(learner.page.locator(".sop-result__title")).to_contain_text("Repeated: 100 %")
    learner.page.goto(f"{learner.address}start/")
    expect(learner.page.locator("h1")).to_be_visible()
    learner.page.wait_for_timeout(300)
    assert learner.page.locator("#due-for-you").count() == 0
    learner.page.clock.set_system_time(now + timedelta(days=4))
    learner.page.reload()
    expect(due).to_contain_text("1 question to repeat")
    assert learner.faults == []


def test_a_certificate_says_what_it_is_and_is_void_once_a_step_changed(learner: Learner) -> None:
    learner.open("kinds")
    learner.begin()
    learner.answer_all()
    page = learner.page
    expect(page.locator(".sop-result__title")).to_contain_text("Passed: ")
    page.get_by_label("Your name").fill("Ada")
    learner.button("Make the certificate").click()
    sheet = page.locator(".sop-certificate__sheet")
    for words in ("Ada", "Every way to ask", "nobody supervised it", "Greet the customer", "order/greet @"):
        expect(sheet).to_contain_text(words)
    with page.expect_download() as download:
        learner.button("Save").click()
    saved = download.value.path().read_text(encoding="utf-8")
    assert "Ada" in saved
    assert "nobody supervised it" in saved
    page.emulate_media(media="print")
    expect(sheet).to_be_visible()
    expect(page.locator(".sop-quiz__sheet")).to_be_hidden()
    page.emulate_media(media="screen")

    def with_changed_step(route: Route) -> None:
        body = route.fetch().text()
        data = re.search(r'<script type="application/json" id="sop-quiz">(.*?)</script>', body)
        assert data
        quiz = json.loads(data[1])
        quiz["places"]["order/greet"]["print"] = "000000"
        route.fulfill(body=body.replace(data[1], json.dumps(quiz)), content_type="text/html; charset=utf-8")

    page.route("**/quizzes/kinds/", with_changed_step)
    page.reload()
    learner.ready()
    expect(page.locator(".sop-certificate")).to_contain_text("This certificate is void.")
    expect(page.locator(".sop-certificate a")).to_have_attribute("href", "../../order/#greet")
    assert sheet.count() == 0


def test_questions_that_changed_end_an_attempt_that_is_under_way(learner: Learner) -> None:
    learner.open("kinds")
    learner.begin()
    learner.button("I do not know").click()
    learner.saved()

    def with_changed_question(route: Route) -> None:
        body = route.fetch().text()
        route.fulfill(
            body=re.sub(r'("key":"belong","print":")\w+', r"\g<1>000000", body), content_type="text/html; charset=utf-8"
        )

    learner.page.route("**/quizzes/kinds/", with_changed_question)
    learner.page.reload()
    learner.ready()
    expect(learner.page.get_by_role("alert")).to_contain_text("The questions have changed since you began")
    expect(learner.page.locator(".sop-quiz__begin")).to_contain_text("5 attempts left")
