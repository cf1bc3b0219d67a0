"""Pages on a phone whose processor is four times as slow: what moves, and what keeps a finger waiting.

Times are processor time of the page's main thread, taken four times: that is what a slow phone takes that has nothing
else to do, and it hardly depends on what this machine does beside. Pages come from a server on this machine.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.building import OURS
from benchmarks.corpus import write_corpus
from benchmarks.editing import long_sop
from benchmarks.measure import Figure
from tests.support.browsing import PHONE
from tests.support.chromium import find_chromium, launch_arguments
from tests.support.serving import served

PROJECT = Path(__file__).parent.parent
PAGES = ("cafe/ordering/", "bank/loan/", "shop/returns/")
"""The longest procedures of the project's own content."""

SLOWER = 4
ROUNDS = 5
STEPS = 850
LONG_TASK = 50
"""Milliseconds from which on a task keeps a finger waiting (W3C, Long Tasks API)."""

QUIET = 1_000
"""Milliseconds without a long task after which a page has come to rest."""

CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline"]

OBSERVE = """
globalThis.seen = { shifts: 0, busy: 0, ready: 0 };
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) seen.shifts += shift.value;
}).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) seen.busy = task.startTime + task.duration;
}).observe({ type: "longtask", buffered: true });
customElements.whenDefined("sop-standing").then(() => (seen.ready = performance.now()));
"""

AT_REST = """(quiet) => document.readyState === "complete" && seen.ready
  && performance.now() - Math.max(seen.ready, seen.busy) > quiet"""

SCROLL = """() => new Promise((done) => {
  const further = () => {
    const from = scrollY;
    scrollBy({ top: 0.8 * innerHeight, behavior: "instant" });
    if (scrollY > from) requestAnimationFrame(further);
    else setTimeout(done, 500);
  };
  requestAnimationFrame(further);
})"""

DONE_BEFORE = 600
"""Steps of the long checklist that are done before ticking is measured: they must not slow down what is to do."""

TICK = """async ([count, pause]) => {
  for (let step = 0; step < count; step += 1) {
    const place = document.querySelector(".sop-run__places .sop-place");
    for (const box of place.querySelectorAll(".sop-item input[type=checkbox]")) box.click();
    for (const field of place.querySelectorAll(".sop-item .sop-input")) {
      field.value = "5";
      field.dispatchEvent(new Event("change"));
    }
    place.querySelector(".sop-way").click();
    await new Promise((done) => setTimeout(done, pause));
  }
}"""


@dataclass(frozen=True, slots=True)
class Task:
    """What the main thread did without a break: when it began, and how much processor time it took, in milliseconds."""

    begin: float
    took: float


def figures(folder: Path) -> Iterator[Figure]:
    """The figures of pages. `folder` is empty and ours to fill."""
    _build_own(folder / "own")
    _build_long(folder / "long")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=launch_arguments())
        with served(folder / "own" / "site") as address:
            for path in PAGES:
                yield Figure(f"{path} layout shift", _shifts(browser, address + path), 0, "")
                took = median(_interactive(browser, address + path) for _ in range(ROUNDS))
                yield Figure(f"{path} interactive after the HTML arrived", SLOWER * took, 1_000, "ms")
        with served(folder / "long" / "site") as address:
            took = median(_scrolled(browser, f"{address}sop-of-{STEPS}/") for _ in range(ROUNDS))
            yield Figure(f"{STEPS} steps, longest task while scrolling through", SLOWER * took, 200, "ms")
            took = median(_ticked(browser, f"{address}sop-of-{STEPS}/checklist/") for _ in range(ROUNDS))
            yield Figure(f"{STEPS} steps, longest task while ticking", SLOWER * took, 200, "ms")
        browser.close()


def _build_own(root: Path) -> None:
    root.mkdir()
    for name in ("content", "quizzes"):
        shutil.copytree(PROJECT / name, root / name)
    shutil.copy(PROJECT / "mkdocs.yml", root)
    _build(root)


def _build_long(root: Path) -> None:
    write_corpus(root / "content", 10)
    (root / "content" / f"sop-of-{STEPS}.md").write_text(long_sop(STEPS), encoding="utf-8")
    (root / "mkdocs.yml").write_text(OURS, encoding="utf-8")
    _build(root)


def _build(root: Path) -> None:
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=root, check=True, capture_output=True)


def _shifts(browser: Browser, url: str) -> float:
    """The sum of layout shifts of a load, on a slowed processor so that whatever is painted too early is seen."""
    page = _new_page(browser)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    _come_to_rest(page, url)
    shifts = float(page.evaluate("seen.shifts"))
    page.context.close()
    return shifts


def _interactive(browser: Browser, url: str) -> float:
    """Processor time from the HTML's arrival to the end of the last task that would be long on a phone."""
    page = _new_page(browser)
    browser.start_tracing(page=page, categories=CATEGORIES)
    _come_to_rest(page, url)
    tasks = tasks_of(browser, page)
    arrived, ready = page.evaluate(
        """() => {
            const [{ responseEnd, domContentLoadedEventEnd }] = performance.getEntriesByType("navigation");
            return [responseEnd, Math.max(domContentLoadedEventEnd, seen.ready)];
        }"""
    )
    page.context.close()
    last = max(task.begin for task in tasks if task.begin <= ready or SLOWER * task.took > LONG_TASK)
    return sum(task.took for task in tasks if arrived <= task.begin <= last)


def _scrolled(browser: Browser, url: str) -> float:
    """Processor time of the longest task while the page is scrolled from top to bottom, a screen at a time."""
    page = _new_page(browser)
    _come_to_rest(page, url)
    browser.start_tracing(page=page, categories=CATEGORIES)
    page.evaluate(SCROLL)
    tasks = tasks_of(browser, page)
    page.context.close()
    return max(task.took for task in tasks)


def _ticked(browser: Browser, url: str) -> float:
    """Processor time of the longest task while steps are ticked far down a checklist, the list of what is done open."""
    page = _new_page(browser)
    page.goto(url)
    page.locator("sop-checklist[data-ready] .sop-begin__form button").click()
    page.wait_for_selector(".sop-run")
    page.evaluate(TICK, [DONE_BEFORE, 0])
    page.locator(".sop-run__done").evaluate("list => { list.open = true; }")
    page.wait_for_timeout(QUIET)
    browser.start_tracing(page=page, categories=CATEGORIES)
    page.evaluate(TICK, [10, 200])
    tasks = tasks_of(browser, page)
    page.context.close()
    return max(task.took for task in tasks)


def _new_page(browser: Browser) -> Page:
    """A page in a context of its own, so that nothing is cached."""
    page = browser.new_context(**PHONE).new_page()
    page.set_default_timeout(0)
    page.add_init_script(OBSERVE)
    return page


def _come_to_rest(page: Page, url: str) -> None:
    page.goto(url)
    page.wait_for_function(AT_REST, arg=QUIET, polling=100)


def tasks_of(browser: Browser, page: Page, workers: list[Task] | None = None) -> list[Task]:
    """Ends tracing and gives the tasks of the page's main thread, on its clock. `workers` takes its workers'."""
    now = page.evaluate("() => { const now = performance.now(); console.timeStamp('now'); return now; }")
    events = json.loads(browser.stop_tracing())["traceEvents"]
    mark = next(event for event in events if event["name"] == "TimeStamp" and event["args"]["data"]["message"] == "now")
    threads = {event["tid"]: event["args"]["name"] for event in events if event["name"] == "thread_name"}
    tasks: list[Task] = []
    for event in events:
        if event["name"] == "RunTask" and event["pid"] == mark["pid"]:
            task = Task(now + (event["ts"] - mark["ts"]) / 1_000, event.get("tdur", 0) / 1_000)
            if event["tid"] == mark["tid"]:
                tasks.append(task)
            elif workers is not None and threads.get(event["tid"], "").startswith("DedicatedWorker"):
                workers.append(task)
    return tasks
