"""Pages in a real browser, on a desk and on a phone; a request to any other host fails the test."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.support.chromium import find_page_browser, launch_arguments

DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "has_touch": True,
    "is_mobile": True,
}

PATIENCE = 30_000
"""Milliseconds to wait for what a page is to come to."""

LOOK = 40
"""Milliseconds between two looks at it."""

OpenContext = Callable[..., BrowserContext]


def is_own(url: str) -> bool:
    """Whether the address is on this machine, or no address of a host at all."""
    parts = urlsplit(url)
    return parts.scheme in {"file", "data", "blob", "about"} or parts.hostname in {"127.0.0.1", "localhost"}


def settle(page: Page) -> None:
    """Wait until a page has loaded, its scripts have set themselves up and what they asked for has come.

    That is taken to be so when it answers four times in a row that nothing more has come. Playwright's own `networkidle`
    waits for half a second, and with some pages forever in a Chromium without windows.
    """
    page.wait_for_load_state("load")
    before, unchanged = -1, 0
    while unchanged < 3:
        page.wait_for_timeout(40)
        now = page.evaluate("performance.getEntriesByType('resource').length")
        unchanged = unchanged + 1 if now == before else 0
        before = now


def until(page: Page, expression: str) -> None:
    """Wait until a JavaScript expression, or a function without arguments, is true on a page.

    Playwright's own `wait_for_function` evaluates in the page from its second look on, which the site's content-security
    policy forbids: it then fails where it would have had to wait.
    """
    for _ in range(PATIENCE // LOOK):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(LOOK)
    pytest.fail(f"not true after {PATIENCE / 1000:g} s: {expression}")


@contextmanager
def watched_context(browser: Browser, **options: Any) -> Iterator[tuple[BrowserContext, list[str]]]:
    """A browser context, and the growing list of addresses on other hosts that its pages asked for.

    The browser resolves no other host (see `launch_arguments`), so such a request fails as well as being listed. The site's
    service worker, which would fetch the whole site for every test, does not start without `service_workers="allow"`.
    """
    context = browser.new_context(**({"service_workers": "block"} | options))
    strangers: list[str] = []

    def note(url: str) -> None:
        if not is_own(url):
            strangers.append(url)

    context.on("request", lambda request: note(request.url))
    context.on("page", lambda page: page.on("websocket", lambda socket: note(socket.url)))
    try:
        yield context, strangers
    finally:
        context.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The installed Chromium or Chrome, started once."""
    executable = find_page_browser()
    if executable is None:
        pytest.fail("No Chromium or Chrome that starts: run `make browser`.")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=launch_arguments())
        yield started
        started.close()


@pytest.fixture
def open_context(browser: Browser) -> Iterator[OpenContext]:
    """Open a context with Playwright's options, such as `**PHONE` or `java_script_enabled=False`.

    After the test each is closed, and the test fails if one of its pages asked another host for anything.
    """
    asked: list[list[str]] = []
    with ExitStack() as stack:

        def open_one(**options: Any) -> BrowserContext:
            context, strangers = stack.enter_context(watched_context(browser, **options))
            asked.append(strangers)
            return context

        yield open_one
    strangers = [url for urls in asked for url in urls]
    assert not strangers, f"requests to other hosts: {strangers}"


@pytest.fixture
def desk_page(open_context: OpenContext) -> Page:
    """An empty page on a desk: 1280 by 800."""
    return open_context(**DESK).new_page()


@pytest.fixture
def phone_page(open_context: OpenContext) -> Page:
    """An empty page on a phone: 390 by 844 at two pixels a point, touch."""
    return open_context(**PHONE).new_page()
