"""What the search finds in 1,000 SOPs, half of them Chinese, and what an answer costs a slow phone there and in 5,000.

Times are processor time of the page's main thread, taken four times, as in `page.py`. Bytes are those of the files as
they lie on the disk: a plain server does not compress them.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.building import OURS
from benchmarks.corpus import write_corpus
from benchmarks.measure import Figure
from benchmarks.page import CATEGORIES, SLOWER, tasks_of
from scripts.run_js_tests import node
from sop_plugin.model.page import SearchPage
from sop_plugin.pipeline.site import load_site
from sop_plugin.views.search.folding import folded
from sop_plugin.views.search.index import search_index
from tests.support.browsing import PHONE
from tests.support.chromium import find_chromium, launch_arguments
from tests.support.serving import served

SMALL, LARGE = 1_000, 5_000
ASK = Path(__file__).parent / "searching.mjs"
RUN = re.compile("[\u4e00-\u9fff]+")
EACH = 100
"""Questions of each kind."""

QUESTIONS = ("訂單編號", "核對證件", "應付金額", "order number", "signed form", "複誦確認 42")
"""The first is asked on a page that has fetched nothing yet. Most stand in every other procedure."""

FETCHED = "performance.getEntriesByType('resource').reduce((sum, one) => sum + one.decodedBodySize, 0)"

OBSERVE = """() => {
  globalThis.seen = undefined;
  new MutationObserver(() => {
    requestAnimationFrame(() => requestAnimationFrame(() => (globalThis.seen ??= performance.now())));
  }).observe(document.querySelector(".md-search-result__list"), { childList: true });
}"""
"""Notes when the frame has been made in which something of an answer is seen first."""

QUIET = 1_500
"""Milliseconds after which an answer has come, here; they do not count."""


def figures(folder: Path) -> Iterator[Figure]:
    """The figures of the search. `folder` is empty and ours to fill."""
    large = _pages(folder / "large", LARGE)
    small = [page for page in large if not page.url.startswith("part-") or page.url < f"part-{SMALL // 100:03}"]
    site = folder / "site"
    _build(site)
    _write_index(site, small)
    yield from _found(site, small)
    yield from _costs(site, SMALL, 1)
    _write_index(site, large)
    yield from _costs(site, LARGE, 2)


def _pages(folder: Path, count: int) -> list[SearchPage]:
    write_corpus(folder / "content", count)
    site = load_site(folder / "content")
    pages = []
    for path, ref in site.pages.items():
        if ref.listed:
            page = site.render(path, str)
            pages.append(site.search_page(path, f"{path.removesuffix('.md')}/", page.lang, page.search))
    return sorted(pages, key=lambda page: page.url)


def _build(site: Path) -> None:
    """A site of few pages, into which indexes of many are put."""
    root = site.parent / "few"
    write_corpus(root / "content", 10)
    (root / "mkdocs.yml").write_text(OURS, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)


def _write_index(site: Path, pages: Sequence[SearchPage]) -> None:
    shutil.rmtree(site / "search")
    for name, script in search_index(pages).items():
        path = site / "search" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(script, encoding="utf-8")


def _found(site: Path, pages: Sequence[SearchPage]) -> Iterator[Figure]:
    """Which of the right pages are missed by questions taken from the texts, and how often the one that is meant."""
    pick = random.Random(5)
    texts = [[folded(text) for entry in page.entries for text in (entry.title, entry.text)] for page in pages]
    runs = sorted({run for page in texts for text in page for run in RUN.findall(text)})
    for length in (2, 3, 4):
        words = sorted({run for run in runs if len(run) == length})
        yield _missed(f"words of {length} characters", pick.sample(words, min(EACH, len(words))), texts, site)
    rows = sorted({run[at : at + 4] for run in runs for at in range(len(run) - 3)})
    yield _missed("any 4 characters in a row", pick.sample(rows, EACH), texts, site)
    procedures = [page for page in pages if page.weight == max(page.weight for page in pages)]
    meant = pick.sample(procedures, EACH)
    asked = [page.entries[0].title if at % 2 else page.entries[0].names[0] for at, page in enumerate(meant)]
    answers = _answers(site, asked)
    missed = sum(page.url not in answer["best"] for page, answer in zip(meant, answers, strict=True))
    yield Figure("the procedure that is meant is not among the best ten", missed / EACH, 0.05, "")


def _missed(name: str, questions: Sequence[str], texts: Sequence[Sequence[str]], site: Path) -> Figure:
    right = missed = 0
    for question, answer in zip(questions, _answers(site, questions), strict=True):
        has_it = {number for number, page in enumerate(texts) if any(question in text for text in page)}
        right += len(has_it)
        missed += len(has_it - set(answer["all"]))
    return Figure(f"{name}: right pages that are not found", missed / right if right else 1, 0, "")


def _answers(site: Path, questions: Sequence[str]) -> list[dict[str, Any]]:
    done = subprocess.run(
        [node(), str(ASK), str(site / "search")],
        input=json.dumps(questions),
        capture_output=True,
        text=True,
        check=True,
    )
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers


def _costs(site: Path, count: int, times: int) -> Iterator[Figure]:
    """What the first answer and each further one cost."""
    with sync_playwright() as playwright, served(site) as address:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=launch_arguments())
        page = browser.new_context(**PHONE, reduced_motion="reduce").new_page()
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.evaluate("performance.clearResourceTimings()")
        page.locator(".md-search__input").focus()
        page.wait_for_timeout(QUIET)
        page.evaluate(OBSERVE)
        costs = [_cost(browser, page, question) for question in QUESTIONS]
        browser.close()
    (first, size), *others = costs
    yield Figure(f"{count:,} SOPs, first answer, all that is fetched", size / 1_000, 150 * times, "kB")
    yield Figure(f"{count:,} SOPs, first answer", SLOWER * first, 300 * times, "ms")
    yield Figure(
        f"{count:,} SOPs, further answers, median", SLOWER * median(took for took, _ in others), 50 * times, "ms"
    )
    yield Figure(f"{count:,} SOPs, slowest further answer", SLOWER * max(took for took, _ in others), 50 * times, "ms")


def _cost(browser: Browser, page: Page, question: str) -> tuple[float, int]:
    """Milliseconds of the main thread until the answer to a question is in sight, and the bytes fetched in all."""
    page.keyboard.press("Control+A")
    page.evaluate("seen = undefined")
    browser.start_tracing(page=page, categories=CATEGORIES)
    page.keyboard.insert_text(question)
    page.wait_for_timeout(QUIET)
    tasks = tasks_of(browser, page)
    seen, fetched = page.evaluate(f"[seen, {FETCHED}]")
    page.evaluate("performance.clearResourceTimings()")
    if not seen or not page.locator(".md-search-result__list mark").count():
        raise RuntimeError(f"no answer to {question}")
    return sum(task.took for task in tasks if task.begin <= seen), int(fetched)
