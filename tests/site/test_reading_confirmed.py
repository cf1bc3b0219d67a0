"""That somebody has read a version: kept, exported, and brought in again like a run."""

import json
from pathlib import Path

from playwright.sync_api import expect

from tests.site.conftest import Open
from tests.support.browsing import PHONE


def test_that_a_version_was_read_is_kept_and_exported_like_a_run(visit: Open, tmp_path: Path) -> None:
    visited = visit("cafe/ordering/", **PHONE)
    page = visited.page
    page.get_by_role("button", name="我已讀過 3.2 版").click()
    dialog = page.locator("dialog[open]")
    dialog.get_by_label("你的姓名").fill("小嵐")
    dialog.get_by_role("button", name="確認").click()
    expect(page.locator(".sop-read__said")).to_contain_text("小嵐")
    with page.expect_download() as waiting:
        page.locator(".sop-read__said").get_by_role("button", name="匯出").click()
    file = tmp_path / "read.json"
    waiting.value.save_as(file)
    found = json.loads(file.read_text(encoding="utf-8"))
    assert found["run"]["kind"] == "read"
    assert [(event["type"], event["by"], event["version"]) for event in found["events"]] == [("read", "小嵐", "3.2")]
    assert found["checklist"]["fingerprint"] == page.locator("article.sop").get_attribute("data-fingerprint")
    page.goto(page.url.split("cafe/")[0] + "device/")
    confirmed = page.locator('[data-place="confirmed"]')
    expect(confirmed).to_contain_text("咖啡廳點餐與出餐")
    confirmed.get_by_role("button", name="刪除").click()
    page.locator("dialog[open]").get_by_role("button", name="刪除").click()
    expect(confirmed).not_to_contain_text("咖啡廳點餐與出餐")
    page.locator("input[type=file]").set_input_files(file)
    expect(confirmed).to_contain_text("咖啡廳點餐與出餐")
    assert visited.faults == []


def test_whoever_confirms_is_told_of_what_the_browser_lost_before(visit: Open) -> None:
    page = visit("cafe/ordering/", **PHONE).page
    for words in ("小嵐", "已從備份取回 1 筆"):
        page.get_by_role("button", name="我已讀過 3.2 版").click()
        dialog = page.locator("dialog[open]")
        dialog.get_by_label("你的姓名").fill("小嵐")
        dialog.get_by_role("button", name="確認").click()
        expect(page.locator(".sop-read__said")).to_contain_text(words)
        page.evaluate("new Promise((done) => { indexedDB.deleteDatabase('sop').onsuccess = done; })")
        page.reload()
