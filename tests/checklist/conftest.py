"""A small site with the checklists of procedures that were made for tests, and a hand that works on them."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.support.browsing import DESK, OpenContext
from tests.support.building import PROJECT, build_site

CONFIG = """\
site_name: Handbook
docs_dir: content
theme:
  name: material
  language: en
  font: false
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default, toggle: {icon: material/weather-night, name: Dark}}
    - {media: "(prefers-color-scheme: dark)", scheme: slate, toggle: {icon: material/weather-sunny, name: Light}}
plugins: [search, sop]
"""

MANY = """---
sop: 1
id: many
title: Count the shelves
version: 1.0
owner: manager
steps:
  - id: all
    title: All shelves
    order: any-order
    steps:
{parts}
  - {{id: report, title: Report}}
---
"""

PHOTO = PROJECT / "docs" / "img" / "procedure.webp"


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of which every test may build a later state with `build_site`."""
    root = tmp_path_factory.mktemp("checklists")
    shutil.copytree(PROJECT / "tests" / "checklist" / "content", root / "content")
    shutil.copytree(PROJECT / "tests" / "js" / "flow" / "procedures", root / "content" / "flow")
    parts = "\n".join(f"      - {{id: shelf-{number}, title: Shelf {number}}}" for number in range(1, 61))
    (root / "content" / "many.md").write_text(MANY.format(parts=parts), encoding="utf-8")
    (root / "content" / "index.md").write_text("# Handbook\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    build_site(root)
    return root


@pytest.fixture(scope="session")
def address(root: Path, serve: Callable[[Path], str]) -> str:
    """Where the site answers."""
    return serve(root / "site")


class Hand:
    """Works on one page as somebody at a counter does. `faults` are what the page's console complained of."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.faults: list[str] = []
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: self.faults.append(str(error)))

    def open(self, path: str) -> None:
        """Opens the checklist of a procedure, such as `flow/loops`."""
        self.page.goto(f"{self.address}{path}/checklist/")
        self.ready()

    def ready(self) -> None:
        """Waits until the page can be used."""
        self.page.wait_for_selector("sop-checklist[data-ready]")

    def begin(self, label: str = "table 4", by: str = "Ada") -> str:
        """Begins a run; its id."""
        self.page.get_by_label("What for").fill(label)
        self.page.get_by_label("Your name").fill(by)
        self.page.get_by_role("button", name="Begin").click()
        self.page.wait_for_selector(".sop-run")
        return self.run_id

    @property
    def dialog(self) -> Locator:
        """The question that is asked."""
        return self.page.locator("dialog[open]")

    @property
    def run_id(self) -> str:
        """The run in view."""
        return str(self.page.locator(".sop-run").get_attribute("data-run"))

    @property
    def at(self) -> list[str]:
        """The ids of the steps where something is to do."""
        cards = self.page.locator(".sop-run__places > .sop-place")
        return [str(card.get_attribute("data-step")) for card in cards.all()]

    def place(self, step: str) -> Locator:
        """The card of a step."""
        return self.page.locator(f'.sop-run__places > [data-step="{step}"]')

    def item(self, item: str) -> Locator:
        """The field of an item, wherever it is."""
        return self.page.locator(f'[data-item="{item}"]').last

    def fill(self, item: str, value: str) -> None:
        """Types an answer and leaves the field."""
        field = self.item(item).locator("input, textarea").first
        field.fill(value)
        field.blur()

    def done(self, step: str, words: str = "Done") -> None:
        """Takes the way with these words from a step."""
        self.place(step).locator("button.sop-way", has_text=words).click()

    def saved(self) -> None:
        """Waits until all is saved."""
        expect(self.page.locator('.sop-saved[data-saved="saved"]')).to_be_visible()


HandIn = Callable[..., Hand]


@pytest.fixture
def device(open_context: OpenContext) -> BrowserContext:
    """A device that keeps nothing of an earlier test."""
    return open_context(**DESK)


@pytest.fixture
def hand_in(address: str) -> HandIn:
    """A hand on a new page of a device."""
    return lambda device: Hand(device.new_page(), address)


@pytest.fixture
def hand(device: BrowserContext, hand_in: HandIn) -> Hand:
    """A hand on the first page of a device."""
    return hand_in(device)
