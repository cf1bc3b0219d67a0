"""Pages that hold the modules of the store, without a site around them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from sop_plugin.web.bundling import MODULES
from tests.support.browsing import OpenContext

PRELUDE = """
const { openStore } = await import("/store/store.js");
const { UPGRADES } = await import("/store/schema.js");
const event = (id, more = {}) => ({ id, at: 1000, by: "", type: "set", ...more });
const started = (id = "s") => event(id, { type: "started" });
"""


@pytest.fixture(scope="session")
def modules_url(serve: Callable[[Path], str]) -> str:
    """The address of `web/js`."""
    return serve(MODULES)


@pytest.fixture
def context(open_context: OpenContext) -> BrowserContext:
    """A browser that keeps nothing of an earlier test."""
    return open_context()


@pytest.fixture
def new_tab(context: BrowserContext, modules_url: str) -> Callable[[], Page]:
    """Opens a page from which the modules can be imported."""

    def open_one() -> Page:
        page = context.new_page()
        page.goto(f"{modules_url}store/store.js")
        return page

    return open_one


@pytest.fixture
def tab(new_tab: Callable[[], Page]) -> Page:
    """A first page."""
    return new_tab()


def run_in(page: Page, code: str, argument: Any = None) -> Any:
    """What `code`, the body of an async function, returns; it knows openStore, UPGRADES, event and started."""
    return page.evaluate(f"async (argument) => {{ {PRELUDE} {code} }}", argument)
