"""An assignment from the trainer's device to the learner's phone, and what comes of it back again, with no server."""

import datetime
import json
import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sop_plugin.model.assignment import Assignment, Task
from sop_plugin.model.assignment_link import assignment_in, fragment_of
from sop_plugin.model.result import ResultKind
from tests.cli.conftest import Command
from tests.cli.conftest import run as run
from tests.quiz.conftest import FOLDER, Learner, LearnerOn
from tests.support.axe import violations
from tests.support.browsing import DESK, PHONE, OpenContext

pytestmark = pytest.mark.browser

PUBLISHED = "https://handbook.example/"


def trainer_at(learner: Learner, hash_: str = "") -> Page:
    """The trainer's page on a device."""
    learner.page.goto(f"{learner.address}training/{hash_}")
    learner.page.locator(".sop-assign--ready").wait_for()
    return learner.page


def opened(learner: Learner, link: str) -> Page:
    """The learner's page as a link opens it."""
    learner.page.goto("about:blank")
    learner.page.goto(link.replace(PUBLISHED, learner.address))
    learner.page.locator(".sop-assigned--ready").wait_for()
    return learner.page


def saved(page: Page, words: str, folder: Path) -> Path:
    """The file that a button offers."""
    with page.expect_download() as download:
        page.get_by_role("button", name=words).last.click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def crafted(*tasks: tuple[ResultKind, str, str], due: datetime.date | None = None) -> str:
    """A link with such tasks."""
    made = int(time.time()) // 60 * 60_000
    return f"{PUBLISHED}assigned/#{fragment_of(Assignment('ab' * 8, made, 'Made by hand', tuple(Task(*task) for task in tasks), due))}"


def test_it_reaches_a_learner_and_its_result_comes_back(
    open_context: OpenContext, learner_on: LearnerOn, run: Command, tmp_path: Path
) -> None:
    trainer = learner_on(open_context(accept_downloads=True, **DESK))
    page = trainer_at(trainer)
    page.get_by_role("button", name="Make the assignment").click()
    expect(page.get_by_role("alert")).to_have_text("Choose at least one quiz or procedure.")
    page.get_by_label("Find").fill("ways")
    page.get_by_label("For the role").select_option("lead")
    expect(page.locator('[data-kind="quiz"] li:visible')).to_have_count(0)
    page.get_by_label("For the role").select_option("")
    page.get_by_label("Find").fill("EVERY way")
    page.get_by_label("Every way to ask").check()
    page.get_by_label("Find").fill("order")
    expect(page.locator('[data-kind="quiz"] li:visible')).to_have_text("Every way to ask")  # ticked, so it stays
    page.get_by_label("Take an order").check()
    page.get_by_label("Title, for").fill("First week")
    tomorrow = datetime.date.today() + datetime.timedelta(days=1)  # noqa: DTZ011, the browser's day
    page.get_by_label("Due on").fill(tomorrow.isoformat())
    told = page.locator('[data-place="people-told"]')
    page.get_by_label("Names or staff numbers").first.fill("Staff no.\tName\r\nE1\tAda\r\nE2\tBo\r\nE3\tBo\r\n")
    expect(told.get_by_role("status")).to_have_text("3 people. The heading “Staff no. Name” is not counted.")
    expect(told.get_by_role("list", name="The people as they were read").get_by_role("listitem")).to_have_text(
        ["E1 Ada", "E2 Bo", "E3 Bo"]
    )
    expect(told.locator(".sop-assign__notice li")).to_have_text("E2 Bo, E3 Bo")
    assert violations(page) == []
    page.get_by_label("Names or staff numbers").first.fill("E1\tAda\nBo, ａda, bo\n王小明")
    expect(told.get_by_role("status")).to_have_text("4 people. Listed more than once, counted once: bo.")
    page.get_by_label("Names or staff numbers").first.fill("E1\tAda\nBo, E1  ａda\n王小明")
    page.get_by_role("button", name="Make the assignment").click()
    expect(page.get_by_role("heading", name="First week").first).to_be_focused()
    assert violations(page) == []

    link = page.get_by_role("textbox", name="Link").input_value()
    assert link.startswith(f"{PUBLISHED}assigned/#a1.")
    assignment = assignment_in(link)
    assert (assignment.title, assignment.due) == ("First week", tomorrow)
    assert [(task.kind, task.subject) for task in assignment.tasks] == [("read", "order"), ("quiz", "kinds")]
    assert not {"Ada", "Bo", "王小明"} & set(re.findall(r"\w+", str(assignment)))
    calendar = saved(page, "Calendar entry", tmp_path).read_bytes().decode().replace("\r\n ", "")
    assert f"DTSTART;VALUE=DATE:{tomorrow:%Y%m%d}\r\n" in calendar
    assert f"URL:{link}\r\n" in calendar
    file = saved(page, "Save as file", tmp_path)
    page.emulate_media(media="print")
    sheet = page.locator(".sop-assign-sheet")
    expect(sheet.locator("tbody tr")).to_have_text(["E1 Ada", "Bo", "王小明"])
    expect(sheet.locator("svg.sop-qr")).to_be_visible()
    expect(page.locator(".sop-assign__screen")).to_be_hidden()
    page.emulate_media(media="screen")

    learner = learner_on(open_context(accept_downloads=True, **PHONE))
    page = opened(learner, link)
    card = page.locator(".sop-assigned__card")
    expect(card).to_contain_text("0 of 2 done")
    expect(card).to_contain_text("Due tomorrow")
    assert violations(page) == []
    small = "nodes => nodes.filter(n => n.getBoundingClientRect().height < 44).map(n => n.textContent)"
    assert page.locator("sop-assigned :is(a, button, input)").evaluate_all(small) == []
    card.get_by_label("Your name").fill(" Ada ")
    page.keyboard.press("Enter")
    expect(card).to_contain_text("For Ada")
    card.get_by_role("link", name="Take an order").click()
    page.get_by_role("button", name="I have read").first.click()
    expect(page.locator("dialog").get_by_role("textbox")).to_have_value("Ada")
    page.keyboard.press("Enter")
    expect(page.locator(".sop-read__said")).to_contain_text("Ada")
    learner.open("kinds")
    learner.begin()
    learner.answer_all()
    page.goto(f"{learner.address}start/")
    mine = page.get_by_role("region", name="Assigned to you")
    expect(mine).to_contain_text("Done. Return the result.")
    mine.get_by_role("link", name="First week").click()
    expect(card.locator('.sop-task[data-state="done"]')).to_have_count(2)
    expect(card).to_contain_text("Passed with")
    result = saved(
        page, "Save as file" if page.get_by_role("button", name="Save as file").count() else "Return result", tmp_path
    )
    expect(card).to_contain_text("Returned:")
    data = json.loads(result.read_bytes())
    assert (data["assignment"]["id"], data["assignment"]["by"]) == (assignment.id, "Ada")
    assert sorted(each["run"]["kind"] for each in data["results"]) == ["quiz", "read"]
    page.goto(f"{learner.address}start/")
    expect(page.get_by_role("region", name="Assigned to you")).to_have_count(0)

    page = trainer.page
    picker = page.locator("input[type=file]:visible, .sop-assign__screen input[type=file]").first
    picker.set_input_files(result)
    said = page.locator('[data-place="said"]')
    expect(said).to_contain_text("2 results of Ada for “First week”.")
    people = page.locator(".sop-assign__people > li")
    expect(page.locator(".sop-assign__sum")).to_have_text("1 of 3 people done")
    expect(people).to_contain_text([re.compile("Bo.*0 of 2 done"), re.compile("王小明"), re.compile("Ada.*Done")])
    page.locator(".sop-assign__screen input[type=file]").set_input_files(result)
    expect(said).to_contain_text("were here already")
    page.reload()
    expect(page.locator(".sop-assign__sum")).to_have_text("1 of 3 people done")

    where = ("--content", FOLDER / "content", "--quizzes", FOLDER / "quizzes", "--lang", "en")
    assert run("records", "import", result, *where).code == 0
    report = run("records", "report", "--assignment", file, "--format", "json", *where)
    told = json.loads(report.out)["assignment"]
    assert [(each["person"], each["done"]) for each in told["people"]] == [
        ("E1 Ada", True),
        ("Bo", False),
        ("王小明", False),
    ]
    assert told["link"] == link.partition("#")[2]

    page.goto(f"{trainer.address}device/")
    names = page.locator(".sop-device__names strong")
    expect(names).to_have_text(["E1 Ada", "Bo", "王小明", "Ada"])
    expect(page.locator('[data-place="assignments"]')).to_contain_text("First week")
    page.get_by_role("button", name="Delete all names").click()
    expect(names).to_have_count(0)
    page.locator('[data-place="assignments"]').get_by_role("link", name="Open").click()
    expect(page.locator(".sop-assign__screen")).to_contain_text("3 names were deleted")
    assert trainer.faults == learner.faults == []


def test_what_a_link_cannot_do_is_said(learner: Learner) -> None:
    link = crafted(
        (ResultKind.READ, "gone", "1.0"),
        (ResultKind.READ, "order", "0.9"),
        (ResultKind.QUIZ, "exam", "old123"),
        due=datetime.date(2026, 1, 2),
    )
    page = opened(learner, link)
    card = page.locator(".sop-assigned__card")
    expect(card.get_by_text("Overdue", exact=True)).to_be_visible()
    expect(card).to_contain_text("Was due on")
    states = card.locator(".sop-task")
    expect(states.nth(0)).to_contain_text("No longer on this site")
    expect(states.nth(1)).to_contain_text("Version 0.9 was assigned; version 1.0 is there now, and counts.")
    expect(states.nth(2)).to_contain_text("The quiz has changed since it was assigned")
    expect(card).to_contain_text("0 of 2 done")

    notice = page.get_by_role("alert")
    page = opened(learner, link[:-5])
    expect(notice).to_contain_text("damaged or not complete")
    expect(card).to_have_count(1)  # what was kept before stays
    page = opened(learner, link.replace("#a1.", "#a2."))
    expect(notice).to_contain_text("newer version")
    page = opened(learner, link)
    expect(notice).to_be_hidden()
    expect(card).to_have_count(1)  # the same link twice is one assignment
    page.goto(f"{learner.address}start/")
    mine = page.get_by_role("region", name="Assigned to you")
    expect(mine.get_by_text("Overdue", exact=True)).to_be_visible()
    assert violations(page) == []
    page = opened(learner, link)
    card.get_by_role("button", name="Remove").click()
    page.locator("dialog").get_by_role("button", name="Remove").click()
    expect(page.get_by_text("Nothing is assigned to you")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Nothing is assigned to you")).to_be_visible()
    assert learner.faults == []


def test_two_people_share_a_device(learner: Learner) -> None:
    page = opened(learner, crafted((ResultKind.READ, "order", "1.0")))
    cards = page.locator(".sop-assigned__card")
    cards.get_by_label("Your name").fill("Ada")
    page.keyboard.press("Enter")
    cards.get_by_role("button", name="Another person").click()
    expect(cards).to_have_count(2)
    expect(page.get_by_label("Your name")).to_be_focused()
    page.keyboard.type("Bo")
    page.keyboard.press("Enter")
    expect(page.get_by_text("For Bo")).to_be_visible()
    page.goto(f"{learner.address}order/")
    page.get_by_role("button", name="I have read").first.click()
    box = page.locator("dialog").get_by_role("textbox")
    expect(box).to_have_value("")  # two names: nobody's is put in
    box.fill("Bo")
    page.keyboard.press("Enter")
    expect(page.locator(".sop-read__said")).to_contain_text("Bo")
    page.goto(f"{learner.address}assigned/")
    expect(cards.filter(has_text="For Bo")).to_contain_text("Done")
    expect(cards.filter(has_text="For Ada")).to_contain_text("On this device it was done as “Bo”.")
    assert learner.faults == []


def test_it_is_made_by_keyboard_and_a_long_one_has_no_code(learner: Learner) -> None:
    page = trainer_at(learner)
    page.get_by_label("Find").focus()
    page.keyboard.type("quick")
    for key in ("Tab", "Tab", "Space", "Tab"):
        page.keyboard.press(key)
    expect(page.get_by_label("Title, for")).to_be_focused()
    page.get_by_label("Note to").fill("讀" * 500)
    page.get_by_label("Title, for").press("Enter")
    expect(page.locator("#assignment")).to_be_focused()
    expect(page.locator(".sop-assign__tasks")).to_contain_text("Quick check")
    expect(page.locator(".sop-assign__screen .sop-assign__notice")).to_contain_text("too long for a QR code")
    expect(page.locator("sop-qr:visible")).to_have_count(0)
    assert len(assignment_in(page.get_by_role("textbox", name="Link").input_value()).note) == 500
    assert learner.faults == []
