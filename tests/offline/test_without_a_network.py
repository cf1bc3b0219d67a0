"""The site with its server stopped, and what happens when another version is published."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.offline.conftest import Host
from tests.support.axe import violations
from tests.support.browsing import DESK, PHONE, OpenContext

pytestmark = pytest.mark.browser

KEPT = ".sop-keeping__said"
DONE = "are kept on this device"


@pytest.fixture
def device(open_context: OpenContext) -> BrowserContext:
    """A device that was never here."""
    context = open_context(**DESK, service_workers="allow")
    context.set_default_timeout(15_000)
    return context


def keep_all(device: BrowserContext, host: Host, start: str = "start/") -> Page:
    """The start page of a device that has kept what it is to keep."""
    page = device.new_page()
    page.goto(host.address + start)
    expect(page.locator(KEPT)).to_contain_text(DONE, timeout=20_000)
    return page


def cache_names(page: Page) -> list[str]:
    names = page.evaluate("caches.keys()")
    assert isinstance(names, list)
    return names


def wait_until(page: Page, condition: str) -> None:
    """Waits for a promise to be fulfilled with something true; Playwright takes a promise itself for true."""
    page.evaluate(f"""async () => {{
        while (!(await {condition})) await new Promise((next) => setTimeout(next, 50));
    }}""")


def test_pages_pictures_search_and_checklists_work_with_the_server_stopped(device: BrowserContext, host: Host) -> None:
    page = keep_all(device, host)
    host.stop()
    page.goto(f"{host.address}coffee/make/")
    expect(page.locator("#first")).to_contain_text("Grind the beans.")
    assert page.locator("img[src$='cup.svg']").first.evaluate("one => one.complete && one.naturalWidth > 0")
    page.goto(f"{host.address}cash/make")  # without the slash, as people type it
    expect(page).to_have_url(f"{host.address}cash/make/")
    expect(page.locator("#first")).to_contain_text("Count the coins.")
    page.locator(".sop-floor-open").click()
    expect(page.locator("dialog.sop-floor")).to_be_visible()
    page.goto(f"{host.address}coffee/make/checklist/")
    page.get_by_label("What for").fill("table 4")
    page.get_by_role("button", name="Begin").click()
    page.locator(".sop-run button.sop-way").first.click()
    expect(page.locator('.sop-saved[data-saved="saved"]')).to_be_visible()
    page.goto(f"{host.address}?q")
    search = page.locator(".md-search__input")
    search.click()
    search.fill("coins")
    search.press("End")
    page.locator(".md-search-result__link").first.wait_for()
    assert "/repo/cash/make/" in str(page.locator(".md-search-result__link").first.evaluate("one => one.href"))


def test_a_build_without_folders_for_pages_works_as_well(
    device: BrowserContext, builds: dict[str, Path], host: Host
) -> None:
    host.publish(builds["files"])
    page = keep_all(device, host, "start.html")
    host.stop()
    page.goto(host.address)
    page.goto(f"{host.address}coffee/make.html")
    expect(page.locator("#first")).to_contain_text("Grind the beans.")


def test_a_page_that_is_not_kept_says_so_and_comes_when_the_network_does(device: BrowserContext, host: Host) -> None:
    page = keep_all(device, host)
    host.stop()
    page.goto(f"{host.address}nowhere/")
    expect(page.get_by_role("heading")).to_have_text("This page is not on this device")
    assert violations(page) == []
    page.get_by_role("link", name="To “My work”").click()
    expect(page).to_have_url(f"{host.address}start/")
    host.start()
    page.goto(f"{host.address}sitemap.xml")
    assert "urlset" in page.content()


def test_it_says_so_in_the_language_of_the_address(device: BrowserContext, host: Host) -> None:
    page = keep_all(device, host)
    host.stop()
    for path in ("zh-TW/", "zh-TW", "zh-TW/coffee/make/", "zh-TW/coffee/make/index.html?q=1#first"):
        page.goto(f"{host.address}{path}")
        expect(page.get_by_role("heading")).to_have_text("這一頁不在這台裝置上")
        assert page.locator("html").get_attribute("lang") == "zh-TW"
        expect(page).to_have_title("這一頁不在這台裝置上")
    assert violations(page) == []
    page.goto(f"{host.address}zh-TWO/")
    expect(page.get_by_role("heading")).to_have_text("This page is not on this device")
    page.goto(f"{host.address}zh-TW/start/")
    page.get_by_role("link", name="到「我的工作」").click()
    expect(page).to_have_url(f"{host.address}start/")


def test_only_what_the_chosen_roles_need_is_kept(device: BrowserContext, host: Host) -> None:
    page = keep_all(device, host)
    keeping = page.locator(".sop-keeping")
    for choice in ("The procedures of some roles", "Barista"):
        said = page.locator(KEPT).inner_text()
        keeping.get_by_label(choice).check()
        expect(page.locator(KEPT)).not_to_have_text(said)
    expect(page.locator(KEPT)).to_contain_text(DONE)
    host.stop()
    page.goto(f"{host.address}coffee/make/")
    expect(page.locator("#first")).to_contain_text("Grind the beans.")
    page.goto(f"{host.address}procedures/")
    expect(page.get_by_role("link", name="Make cash").first).to_be_visible()
    page.goto(f"{host.address}cash/make/")
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not on this device")
    page.goto(f"{host.address}start/")
    expect(page.get_by_label("Barista")).to_be_checked()


def test_a_new_version_is_offered_and_comes_only_when_asked_for(
    device: BrowserContext, host: Host, builds: dict[str, Path]
) -> None:
    page = keep_all(device, host)
    page.goto(f"{host.address}coffee/make/checklist/")
    page.get_by_label("What for").fill("table 4")
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url("**/checklist/#run-*")
    running = page.url
    host.publish(builds["second"])
    other = device.new_page()
    other.goto(f"{host.address}coffee/make/")
    expect(other.locator("#first")).to_contain_text("Grind the beans.")
    offer = other.locator(".sop-offer")
    expect(offer).to_contain_text("A new version of the handbook is here.", timeout=20_000)
    assert [str(one) for one in violations(other, include=".sop-offer")] == []
    other.reload()
    expect(other.locator("#first")).to_contain_text("Grind the beans.")
    offer.get_by_role("button", name="Later").click()
    expect(offer).to_have_count(0)
    expect(page.locator(".sop-run")).to_be_visible()
    assert page.url == running
    page.evaluate("globalThis.isTheSame = true")
    other.reload()
    other.locator(".sop-offer").get_by_role("button", name="Show it").click()
    expect(other.locator("#first")).to_contain_text("Weigh the beans.")
    assert page.evaluate("globalThis.isTheSame")  # nobody took the checklist away
    expect(page.locator(".sop-run")).to_contain_text("Grind the beans.")
    host.stop()
    other.reload()
    expect(other.locator("#first")).to_contain_text("Weigh the beans.")


def test_a_version_that_comes_in_part_changes_nothing(
    device: BrowserContext, host: Host, builds: dict[str, Path], tmp_path: Path
) -> None:
    page = keep_all(device, host)
    shutil.copytree(builds["second"], tmp_path / "half")
    half = tmp_path / "half" / "repo" / "coffee" / "make" / "index.html"
    half.write_bytes((builds["first"] / "repo" / "coffee" / "make" / "index.html").read_bytes())
    host.publish(tmp_path / "half")
    asked = "navigator.serviceWorker.getRegistration().then((one) => one.update()).then(() => true, () => true)"
    assert page.evaluate(asked)
    wait_until(page, "navigator.serviceWorker.getRegistration().then((one) => !one.installing && !one.waiting)")
    page.goto(f"{host.address}coffee/make/")
    expect(page.locator("#first")).to_contain_text("Grind the beans.")
    expect(page.locator(".sop-offer")).to_have_count(0)


def test_a_site_that_is_kept_no_longer_takes_everything_away(
    device: BrowserContext, host: Host, builds: dict[str, Path]
) -> None:
    page = keep_all(device, host)
    page.goto(f"{host.address}coffee/make/checklist/")
    page.get_by_role("button", name="Begin").click()
    page.locator(".sop-run").wait_for()
    assert cache_names(page) == ["sop /repo/"]
    host.publish(builds["off"])
    page.goto(host.address)
    wait_until(page, "caches.keys().then((names) => names.length === 0)")
    wait_until(page, "navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)")
    page.goto(f"{host.address}coffee/make/")
    expect(page.locator("#first")).to_contain_text("Grind the beans.")
    assert page.evaluate("navigator.serviceWorker.controller") is None
    page.goto(f"{host.address}device/")
    expect(page.locator('[data-place="under-way"] .sop-kept')).to_have_count(1)  # what was done stays


def test_what_the_browser_lost_comes_from_the_network(device: BrowserContext, host: Host) -> None:
    page = keep_all(device, host)
    page.evaluate("caches.delete('sop /repo/')")
    page.goto(f"{host.address}coffee/make/")
    expect(page.locator("#first")).to_contain_text("Grind the beans.")
    page.goto(f"{host.address}start/")
    expect(page.locator(KEPT)).to_contain_text(DONE, timeout=20_000)
    host.stop()
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("My work")


def test_a_full_device_says_so_and_every_page_still_works(device: BrowserContext, host: Host) -> None:
    page = device.new_page()
    client = device.new_cdp_session(page)
    origin = host.address.removesuffix("/repo/")
    page.goto(f"{host.address}sitemap.xml")
    client.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 300_000})
    page.goto(f"{host.address}start/")
    expect(page.locator(KEPT)).to_contain_text("There is no room left", timeout=20_000)
    page.goto(f"{host.address}coffee/make/")
    expect(page.locator("#first")).to_contain_text("Grind the beans.")


@pytest.mark.parametrize(
    ("is_secure", "words"), [("false", "begins with http"), ("true", "This browser cannot keep the handbook")]
)
def test_where_nothing_can_be_kept_the_page_says_why(
    open_context: OpenContext, host: Host, is_secure: str, words: str
) -> None:
    context = open_context(**PHONE)
    context.add_init_script(
        "delete Navigator.prototype.serviceWorker;"
        f"Object.defineProperty(globalThis, 'isSecureContext', {{ value: {is_secure} }});"
    )
    page = context.new_page()
    for path in ("start/", "device/"):
        page.goto(host.address + path)
        expect(page.locator(KEPT)).to_contain_text(words)
        assert [str(one) for one in violations(page, include=".sop-keeping")] == []


def test_a_part_of_a_kept_file_is_given_without_a_server(device: BrowserContext, host: Host) -> None:
    page = keep_all(device, host)
    host.stop()
    answer = page.evaluate(
        """async () => {
            const answer = await fetch("../coffee/cup.svg", { headers: { Range: "bytes=1-3" } });
            return [answer.status, answer.headers.get("content-range").split("/")[0], await answer.text()];
        }"""
    )
    assert answer == [206, "bytes 1-3", "svg"]


def test_the_browser_takes_the_site_for_an_app(device: BrowserContext, host: Host) -> None:
    page = keep_all(device, host)
    client = device.new_cdp_session(page)
    assert client.send("Page.getAppManifest")["errors"] == []
    faults = [each["errorId"] for each in client.send("Page.getInstallabilityErrors")["installabilityErrors"]]
    assert [fault for fault in faults if fault != "in-incognito"] == []
