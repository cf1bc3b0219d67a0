"""A small site with quizzes of every kind, and a hand that takes them."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.support.browsing import DESK, OpenContext
from tests.support.building import PROJECT, build_site

FOLDER = PROJECT / "tests" / "quiz"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    root = tmp_path_factory.mktemp("quizzes")
    for name in ("content", "quizzes"):
        shutil.copytree(FOLDER / name, root / name)
    shutil.copy(FOLDER / "mkdocs.yml", root)
    build_site(root)
    return root / "site"


@pytest.fixture(scope="session")
def address(site: Path, serve: Callable[[Path], str]) -> str:
    """Where the site answers."""
    return serve(site)


class Learner:
    """Somebody who takes quizzes on one page. `faults` are what the page's console complained of."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.faults: list[str] = []
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)

    def open(self, quiz: str, hash_: str = "") -> None:
        """Opens the page of a quiz."""
        self.page.goto(f"{self.address}quizzes/{quiz}/{hash_}")
        self.ready()

    def ready(self) -> None:
        """Waits until the quiz can be taken."""
        self.page.wait_for_selector(".sop-quiz[data-ready]")

    def begin(self, words: str = "Begin") -> None:
        """Begins an attempt."""
        self.button(words).click()
        self.page.wait_for_selector(".sop-ask")

    def button(self, words: str) -> Locator:
        """A button of the quiz by its words."""
        return self.quiz.get_by_role("button", name=words)

    @property
    def quiz(self) -> Locator:
        """What the script shows, above the sheet with all questions."""
        return self.page.locator("sop-quiz")

    def check(self) -> str:
        """Has the answer checked; what is said of it."""
        self.button("Check").click()
        return self.verdict

    def next(self) -> None:
        """Goes on to the next question, or to the result."""
        self.page.locator(".sop-attempt__buttons .sop-button--main").click()

    @property
    def verdict(self) -> str:
        """How right the answer is said to be."""
        return self.page.locator(".sop-attempt .sop-verdict").inner_text()

    @property
    def title(self) -> str:
        """The question in view."""
        return self.page.locator(".sop-ask__title").inner_text()

    def saved(self) -> None:
        """Waits until all is on the disk."""
        expect(self.page.locator('.sop-saved[data-saved="saved"]')).to_be_visible()

    def answer_all(self) -> None:
        """Answers all of the quiz `kinds`, right but for the questions on the order and on the case."""
        page = self.page
        page.get_by_label("A greeting").check()
        self._done()
        page.get_by_label("Ask about allergies").check()
        page.get_by_label("Take the payment").check()
        self._done()
        page.get_by_label("False").check()
        self._done()
        self.button("Move down").first.click()
        self._done()
        for left, right in {"Greet": "Cashier", "Sign the refund": "Shift lead", "Pay": "Customer"}.items():
            page.get_by_label(left, exact=True).select_option(right)
        self._done()
        page.get_by_label("Your answer").fill("0.5 min")
        self._done()
        page.get_by_label("Your answer").fill("The Till.")
        self._done()
        page.get_by_label("Blank 1").fill("30")
        page.get_by_label("Blank 2").fill("Allergies")
        self._done()
        page.get_by_role("radio", name="A mug with a handle").check()
        self._done()
        for words in ("Ask her to queue", "Apologise", "Offer oat milk"):
            self.button(words).click()
        self._done()
        expect(self.page.locator(".sop-result__title")).to_be_visible()  # it comes when the end is on the disk

    def _done(self) -> None:
        self.check()
        self.next()


LearnerOn = Callable[[BrowserContext], Learner]


@pytest.fixture
def learner_on(address: str) -> LearnerOn:
    """A learner on a new page of a device."""
    return lambda device: Learner(device.new_page(), address)


@pytest.fixture
def learner(open_context: OpenContext, learner_on: LearnerOn) -> Learner:
    """A learner at a desk, on a device that keeps nothing yet."""
    return learner_on(open_context(**DESK))
