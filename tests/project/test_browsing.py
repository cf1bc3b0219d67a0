"""The guard around every page a test opens: it must see a request to another host, and stop it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.axe import violations
from tests.support.browsing import DESK, settle, watched_context

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="zh-TW"><meta charset="utf-8"><title>點餐</title><main><h1>點餐</h1>{body}</main></html>"""


def write_page(directory: Path, body: str) -> None:
    (directory / "index.html").write_text(PAGE.format(body=body), encoding="utf-8")


@pytest.mark.parametrize(
    "body",
    [
        '<img src="https://example.com/a.png" alt="">',
        '<img src="http://10.1.2.3/a.png" alt="">',
        '<script>fetch("https://example.com/a.json").catch(() => 0)</script>',
        '<script>new WebSocket("wss://example.com/a")</script>',
    ],
)
def test_a_request_to_another_host_is_seen_and_stopped(
    browser: Browser, serve: Callable[[Path], str], tmp_path: Path, body: str
) -> None:
    write_page(tmp_path, body)
    with watched_context(browser, **DESK) as (context, strangers):
        answers: list[str] = []
        context.on("response", lambda response: answers.append(response.url))
        address = serve(tmp_path)
        page = context.new_page()
        page.goto(address)
        settle(page)
        assert [url.partition("/a")[0] for url in strangers] in (
            ["https://example.com"],
            ["http://10.1.2.3"],
            ["wss://example.com"],
        )
        assert all(url.startswith(address) for url in answers)


def test_a_page_of_our_own_opens_on_a_phone(phone_page: Page, serve: Callable[[Path], str], tmp_path: Path) -> None:
    write_page(tmp_path, "<p>先問候。</p>")
    phone_page.goto(serve(tmp_path))
    assert phone_page.inner_text("h1") == "點餐"
    assert phone_page.evaluate("navigator.maxTouchPoints > 0 && devicePixelRatio === 2")


def test_axe_names_the_fault_and_its_place(desk_page: Page, serve: Callable[[Path], str], tmp_path: Path) -> None:
    write_page(tmp_path, '<img src="a.png" class="photo">')
    desk_page.goto(serve(tmp_path))
    assert [(one.rule, one.targets) for one in violations(desk_page)] == [("image-alt", ("img",))]
    assert violations(desk_page, disabled=["image-alt"]) == []
    assert violations(desk_page, exclude=[".photo"]) == []
