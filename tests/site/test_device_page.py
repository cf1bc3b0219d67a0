"""What is kept on a device: seen, taken out, brought in and deleted."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page

from sop_plugin.web.bundling import MODULES
from tests.site.conftest import Open
from tests.support.axe import violations
from tests.support.browsing import PHONE, until

pytestmark = pytest.mark.browser

CHECKLIST: dict[str, Any] = {
    "format": 1,
    "sop": "cafe.order",
    "version": "2.1",
    "lang": "zh-TW",
    "title": "外帶點餐",
    "status": "effective",
    "fingerprint": "ab12",
    "nodes": [
        {"kind": "start", "id": "start", "title": ""},
        {
            "kind": "step",
            "id": "greet",
            "title": "招呼",
            "items": [{"id": "greet.done", "kind": "tick", "source": "do", "title": "完成"}],
        },
        {"kind": "end", "id": "end", "title": "結束"},
    ],
    "edges": [{"source": 0, "target": 1, "kind": "next"}, {"source": 1, "target": 2, "kind": "next"}],
}

FILL = """
async (checklist) => {
  const { openStore } = await import("/modules/store/store.js");
  const store = await openStore();
  const { sop, version, lang, title } = checklist;
  const event = (id, type, more = {}) => ({ id, type, at: 1_790_000_000_000, by: "王小明", ...more });
  const run = (id, label) => ({ id, label, sop, version, lang, title, address: `${location.origin}/cafe/ordering/checklist/` });
  await store.create(run("one", "4 號桌"), checklist, event("s1", "started", { label: "4 號桌" }));
  await store.append(
    "one", event("v1", "set", { node: 1, visit: 1, item: "greet.done", value: true }),
    [{ id: "photo", name: "杯子.jpg", blob: new Blob(["\\u0000\\u0001picture"], { type: "image/jpeg" }) }],
  );
  await store.create({ ...run("two", "<img src=x onerror=alert(1)>"), address: "javascript:alert(1)" }, checklist,
    event("s2", "started", { by: "Lee" }));
  await store.append("two", event("f2", "abandoned", { by: "Lee", reason: "closed" }));
  await store.create({ ...run("three", ""), kind: "read" }, checklist, event("s3", "read"));
}
"""

KEPT = """
async () => {
  const { openStore } = await import("/modules/store/store.js");
  const store = await openStore();
  const runs = await store.runs();
  return Promise.all(runs.map(async (run) => ({
    id: run.id, label: run.label, events: await store.events(run.id), snapshot: (await store.run(run.id)).snapshot,
    files: await Promise.all((await store.files(run.id)).map(async (file) => [file.name, file.type, await file.blob.text()])),
  })));
}
"""


@pytest.fixture(scope="module", autouse=True)
def _modules(built: Path) -> None:
    copytree(MODULES, built / "modules", dirs_exist_ok=True)


@pytest.fixture
def device(visit: Open) -> Page:
    """The page, with a run under way, one given up and a confirmation."""
    page = visit("device/", accept_downloads=True, **PHONE).page
    page.locator(".sop-device--ready").wait_for()
    page.evaluate(FILL, CHECKLIST)
    page.locator("[data-key=erase-three]").wait_for()
    return page


def titles(page: Page, place: str) -> list[str]:
    return page.locator(f'[data-place="{place}"] .sop-kept__title').all_inner_texts()


def exported(page: Page, key: str) -> tuple[str, str]:
    with page.expect_download() as download:
        page.locator(f"[data-key={key}]").click()
    return download.value.suggested_filename, Path(download.value.path()).read_text(encoding="utf-8")


def payload(name: str, text: str) -> FilePayload:
    return {"name": name, "mimeType": "application/json", "buffer": text.encode()}


def told(page: Page) -> str:
    until(page, "document.querySelector('.sop-device__said').textContent !== ''")
    return page.locator(".sop-device__said").inner_text()


def test_runs_stand_where_they_belong_and_lead_only_to_this_site(device: Page) -> None:
    assert titles(device, "under-way") == ["外帶點餐 · 4 號桌"]
    assert titles(device, "finished") == ["外帶點餐 · <img src=x onerror=alert(1)>"]
    assert titles(device, "confirmed") == ["外帶點餐"]
    links = device.locator(".sop-kept a").evaluate_all("links => links.map((link) => link.hash)")
    assert links == ["#run-one"], "a confirmation is not gone on with"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible_with_its_dialog_open_too(visit: Open, scheme: str) -> None:
    page = visit("device/", color_scheme=scheme, **PHONE).page
    page.evaluate(FILL, CHECKLIST)
    page.locator("[data-key=erase-three]").wait_for()
    assert violations(page) == []
    small = "nodes => nodes.filter((each) => each.offsetHeight > 0 && each.offsetHeight < 44).length"
    assert page.locator(".sop-device .sop-button").evaluate_all(small) == 0
    page.locator("[data-key=erase-one]").click()
    page.locator("dialog[open]").wait_for()
    assert violations(page) == []


def test_an_exported_run_comes_back_as_it_was(device: Page) -> None:
    before = device.evaluate(KEPT)
    name, text = exported(device, "json-one")
    assert name == "cafe.order-4-號桌-2026-09-21.json"
    device.locator('[data-place="erase-all"]').click()
    device.locator("dialog .sop-button--danger").click()
    device.locator("[data-key=json-one]").wait_for(state="detached")
    assert device.evaluate(KEPT) == []
    upload = payload(name, text)
    device.locator("input[type=file]").set_input_files(upload)
    device.locator("[data-key=json-one]").wait_for()
    until(device, "document.querySelector('.sop-device__said').textContent.includes('2')")
    after = device.evaluate(KEPT)
    assert after == [run for run in before if run["id"] == "one"]
    device.locator("input[type=file]").set_input_files(upload)
    until(device, "document.querySelector('.sop-device__said').textContent.includes('0')")
    assert device.evaluate(KEPT) == after
    assert exported(device, "json-one")[1] == text


def test_a_table_is_exported(device: Page) -> None:
    name, text = exported(device, "csv-one")
    assert name.endswith(".csv")
    assert "王小明" in text
    assert len(text.splitlines()) == 3


def test_a_damaged_file_is_refused_with_the_reason(device: Page) -> None:
    _, text = exported(device, "json-one")
    before = device.evaluate(KEPT)
    changed = json.loads(text)
    changed["events"][0]["by"] = "somebody else"
    for content in (json.dumps(changed), text[: len(text) // 2], "", "{}"):
        device.evaluate("document.querySelector('[role=status]').textContent = ''")
        device.locator("input[type=file]").set_input_files(payload("run.json", content))
        assert told(device).startswith("run.json: ")
        assert device.locator(".sop-device__said--bad").is_visible()
    assert device.evaluate(KEPT) == before


def test_a_run_is_deleted_by_keyboard_only_when_it_is_meant(device: Page) -> None:
    button = device.locator("[data-key=erase-one]")
    button.focus()
    device.keyboard.press("Enter")
    device.keyboard.press("Escape")
    device.locator("dialog").wait_for(state="detached")
    assert device.evaluate("document.activeElement.dataset.key") == "erase-one"
    assert titles(device, "under-way") != []
    button.press("Enter")
    device.keyboard.press("Tab")
    device.keyboard.press("Enter")
    device.locator("[data-key=erase-one]").wait_for(state="detached")
    assert [run["id"] for run in device.evaluate(KEPT)] == ["three", "two"]
    assert device.evaluate("document.activeElement.id") == "under-way"


def test_all_names_go_at_one_touch(device: Page) -> None:
    assert device.locator(".sop-device__names strong").all_inner_texts() == ["王小明", "Lee"]
    before = device.evaluate(KEPT)
    device.locator('[data-place="forget-names"]').click()
    device.locator(".sop-device__names").wait_for(state="detached")
    after = device.evaluate(KEPT)
    assert "王小明" not in json.dumps(after, ensure_ascii=False)
    assert [len(run["events"]) for run in after] == [len(run["events"]) for run in before]
    assert after[-1]["events"][0]["by"] == "（姓名已刪除）"
    assert len(json.loads(exported(device, "json-one")[1])["events"]) == 2


def test_where_nothing_is_kept_it_says_so(visit: Open) -> None:
    page = visit("device/").page
    page.add_init_script("Object.defineProperty(globalThis, 'indexedDB', { value: undefined })")
    page.reload()
    page.locator(".sop-device--ready").wait_for()
    assert "匯出" in page.locator('[data-place="transient"]').inner_text()
    assert page.locator('[data-place="persist"]').is_hidden()


def test_the_browser_is_asked_to_keep_it(device: Page) -> None:
    device.evaluate("navigator.storage.persist = async () => false")
    device.locator('[data-place="persist"]').click()
    assert "沒有同意" in told(device)


def test_another_tab_is_followed(device: Page) -> None:
    other = device.context.new_page()
    other.goto(device.url)
    other.locator("[data-key=erase-one]").wait_for()
    device.locator("[data-key=erase-one]").click()
    device.locator("dialog .sop-button--danger").click()
    other.locator("[data-key=erase-one]").wait_for(state="detached")


def test_without_a_script_it_says_that_it_needs_one(visit: Open) -> None:
    page = visit("device/", java_script_enabled=False).page
    assert "JavaScript" in page.locator(".sop-device__notice").first.inner_text()
    assert page.locator(".sop-button:visible").count() == 0
