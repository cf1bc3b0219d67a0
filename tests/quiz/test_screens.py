"""Every screen of a quiz is accessible in both schemes, fits, is whole without a script, and light."""

import gzip
import io
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from sop_plugin.web.bundling import MODULES, Modules, bundle
from sop_plugin.words.catalogue import LANGUAGES, catalogue
from tests.quiz.conftest import Learner, LearnerOn
from tests.support.axe import violations
from tests.support.browsing import DESK, PHONE, OpenContext

BUDGET = 20 * 1024
"""Bytes after gzip of what a quiz asks for beyond the store, which other pages have too."""


def assert_accessible(learner: Learner, scheme: str, part: str = "article.sop") -> None:
    learner.page.evaluate("scheme => { document.body.dataset.mdColorScheme = scheme; }", scheme)
    assert not [str(one) for one in violations(learner.page, include=part)], scheme


@pytest.mark.browser
def test_every_screen_is_accessible_and_fits(open_context: OpenContext, learner_on: LearnerOn) -> None:
    learner = learner_on(open_context(**PHONE))
    learner.open("kinds")
    assert_accessible(learner, "slate")
    learner.begin()
    for _ in range(10):
        assert_accessible(learner, "default", "sop-quiz")
        learner.button("I do not know").click()
        assert_accessible(learner, "slate", "sop-quiz")
        learner.next()
    learner.page.wait_for_selector(".sop-result")
    for scheme in ("default", "slate"):
        assert_accessible(learner, scheme)
    assert learner.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    learner.page.get_by_role("link", name="Back to the overview").click()
    learner.button("Read all questions").click()
    learner.button("Open all answers").click()
    for scheme in ("default", "slate"):
        assert_accessible(learner, scheme)
    assert learner.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.browser
def test_without_a_script_and_on_paper_nothing_is_missing(open_context: OpenContext, address: str) -> None:
    page = open_context(**DESK, java_script_enabled=False).new_page()
    page.goto(f"{address}quizzes/kinds/")
    expect(page.locator(".sop-question")).to_have_count(10)
    expect(page.locator(".sop-question").last).to_be_visible()
    answer = page.locator("#first .sop-answer")
    expect(answer.get_by_text("It takes two seconds.")).to_be_hidden()
    answer.locator("summary").click()
    expect(answer.get_by_text("It takes two seconds.")).to_be_visible()
    for picture in page.locator("#cup .sop-options").first.locator("img").all():
        assert (picture.bounding_box() or {"width": 0})["width"] > 80
    page.emulate_media(media="print")
    expect(answer).to_be_hidden()
    expect(page.locator("#belong")).to_be_visible()


@pytest.mark.browser
def test_questions_are_printed_to_hand_out_and_with_answers_where_asked(learner: Learner) -> None:
    learner.open("kinds")
    learner.button("Read all questions").click()
    learner.button("Open all answers").click()
    learner.page.evaluate(
        "globalThis.print = () => {}"
    )  # no dialog opens here; the sheets below are what it would print
    learner.button("Print the questions").click()
    assert "It takes two seconds." not in printed(learner.page)
    learner.button("Print with answers").click()
    assert "It takes two seconds." in printed(learner.page)
    assert "It takes two seconds." not in printed(learner.page)


def printed(page: Page) -> str:
    """The text of the page on paper."""
    return " ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf())).pages)


@pytest.mark.browser
def test_a_question_named_by_the_address_is_shown(learner: Learner) -> None:
    learner.open("kinds", "#late.calm")
    expect(learner.page.locator("#late")).to_be_in_viewport()


@pytest.mark.parametrize("language", LANGUAGES)
def test_scripts_keep_to_the_budget(language: str, tmp_path: Path) -> None:
    shared = shutil.copytree(MODULES, tmp_path / "js")
    entry = 'import { openStore } from "../store/store.js";\n\nopenStore();\n'
    (shared / "features" / "store.js").write_text(entry, encoding="utf-8")
    words = catalogue(language)
    assert size(bundle("quiz", words)) - size(bundle("store", words, Modules(shared))) <= BUDGET


def size(script: str) -> int:
    return len(gzip.compress(script.encode(), mtime=0))
