"""A result leaves the device as a file: to the trainer's records, and to another device."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.cli.conftest import Command
from tests.cli.conftest import run as run
from tests.quiz.conftest import FOLDER, Learner, LearnerOn
from tests.support.axe import violations
from tests.support.browsing import PHONE, OpenContext

pytestmark = pytest.mark.browser


def saved(page: Page, words: str, name: str | None, folder: Path) -> Path:
    """The file that a button offers, after the question for a name if there is one."""
    with page.expect_download() as download:
        page.get_by_role("button", name=words).first.click()
        if name is not None:
            page.locator("dialog").get_by_role("textbox").fill(name)
            page.keyboard.press("Enter")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def records(run: Command, file: Path) -> list[dict[str, object]]:
    """What stands in new records after a file was taken in."""
    database = file.with_suffix(".sqlite")
    content = ("--content", FOLDER / "content", "--quizzes", FOLDER / "quizzes", "--lang", "en")
    taken = run("records", "import", file, "--records", database, *content)
    assert taken.code == 0, taken
    told = run("records", "report", "--records", database, "--format", "json", *content)
    return list(json.loads(told.out)["done"])


def at_device_page(learner: Learner) -> Page:
    learner.page.goto(f"{learner.address}device/")
    learner.page.locator(".sop-device--ready").wait_for()
    return learner.page


def test_a_result_reaches_the_records_and_another_device(
    open_context: OpenContext, learner_on: LearnerOn, run: Command, tmp_path: Path
) -> None:
    learner = learner_on(open_context(accept_downloads=True, **PHONE))
    learner.open("kinds")
    learner.begin()
    learner.answer_all()
    page = learner.page
    shown = page.locator(".sop-result__title").inner_text()
    learner.button("Export result").click()
    expect(page.locator("dialog")).to_contain_text("Who took the quiz?")
    assert violations(page, include="dialog") == []
    page.keyboard.press("Escape")
    file = saved(page, "Export result", "Ada", tmp_path)
    assert file.name.startswith("kinds-Ada-")
    expect(page.get_by_role("status").filter(has_text=file.name)).to_be_visible()
    expect(page.locator(".sop-certificate__sheet")).to_contain_text("Ada")
    assert saved(page, "Export result", None, tmp_path).read_bytes() == file.read_bytes(), "a name is asked for once"

    (found,) = records(run, file)
    assert (found["people"], found["subject"], found["ending"], found["passed"]) == (["Ada"], "kinds", "finished", True)
    assert f"{round(float(str(found['score'])) * 100)} %" in shown

    page = at_device_page(learner)
    whole = saved(page, "Export everything", None, tmp_path)
    assert [each["people"] for each in records(run, whole)] == [["Ada"]]

    other = learner_on(open_context(**PHONE))
    page = at_device_page(other)
    page.locator("input[type=file]").set_input_files(whole)
    listed = page.locator('[data-place="quizzes"]')
    expect(listed.locator(".sop-kept__title")).to_have_text("Every way to ask")
    listed.get_by_role("link", name="Open").click()
    other.ready()
    expect(other.page.locator(".sop-result__title")).to_have_text(shown)
    assert learner.faults == other.faults == []


def test_what_has_no_name_yet_gets_one_with_all_the_rest(
    open_context: OpenContext, learner_on: LearnerOn, run: Command, tmp_path: Path
) -> None:
    learner = learner_on(open_context(accept_downloads=True, **PHONE))
    learner.open("exam")
    learner.begin()
    learner.button("Finish").click()
    learner.page.locator("dialog").get_by_role("button", name="Finish").click()
    expect(learner.page.locator(".sop-result")).to_be_visible()
    page = at_device_page(learner)
    unnamed = saved(page, "Export everything", "", tmp_path).rename(tmp_path / "unnamed.json")
    assert [each["people"] for each in records(run, unnamed)] == [[]]
    named = saved(page, "Export everything", "Bo", tmp_path)
    (found,) = records(run, named)
    assert (found["people"], found["subject"], found["passed"]) == (["Bo"], "exam", False)
    expect(page.get_by_role("status")).to_have_text("1 record exported.")
    expect(page.locator(".sop-device__names strong")).to_have_text("Bo")
    assert learner.faults == []
