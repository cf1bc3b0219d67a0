"""What the search finds in 1,000 SOPs, half of them Chinese, and what an answer costs a slow phone there and in 5,000.

What is right is told by looking through the texts. Times are processor time, taken four times, as in `page.py`, from
the moment a whole question is put into the box, as an input method does, to the frame in which its first page is shown:
of the page's main thread, and together with the thread that looks answers up, which comes between the question and the
frame. Not in them are what is drawn on other threads, what the network takes, and the pages that follow the first.
Bytes are those of the files as they lie on the disk: a plain server does not compress them.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, Worker, sync_playwright

from benchmarks.building import OURS
from benchmarks.corpus import write_corpus
from benchmarks.measure import Figure
from benchmarks.page import CATEGORIES, SLOWER, Task, tasks_of
from sop_plugin.model.page import SearchPage
from sop_plugin.pipeline.site import load_site
from sop_plugin.views.search.folding import folded, han_forms
from sop_plugin.views.search.index import search_index
from sop_plugin.views.search.terms import stem
from tests.support.asking import answers, put_index
from tests.support.browsing import PHONE
from tests.support.chromium import find_chromium, launch_arguments
from tests.support.serving import served

SMALL, LARGE = 1_000, 5_000
RUN = re.compile("[\u4e00-\u9fff]+")
WORD = re.compile("[a-z]+")
EACH = 100
"""Questions of each kind."""

NAMES = (("出貨單", "delivery note"), ("應付金額", "amount due"))
"""What the glossary calls two things."""

QUESTIONS = ("訂單編號", "核對證件", "應付金額", "order number", "signed form", "複誦確認 42")
"""The first is asked on a page that has fetched nothing yet. Most stand in every other procedure."""

OBSERVE = """() => {
  globalThis.seen = undefined;
  const made = new MessageChannel(); // its message comes behind the frame
  made.port1.onmessage = () => (globalThis.seen ??= performance.now());
  new MutationObserver(() => requestAnimationFrame(() => made.port2.postMessage(null))).observe(
    document.querySelector(".md-search-result__list"), { childList: true },
  );
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
    sizes = {}
    for pages, count, times in ((small, SMALL, 1), (large, LARGE, 2)):
        took, sizes[count] = _write_index(site, pages)
        if count == SMALL:
            yield Figure("1,000 SOPs, making the index", took, 3, "s")
            yield from _found(site, pages)
        yield from _costs(site, count, times)
    yield Figure("bytes of the index of 5,000 SOPs, by those of 1,000", sizes[LARGE] / sizes[SMALL], LARGE / SMALL)


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


def _write_index(site: Path, pages: Sequence[SearchPage]) -> tuple[float, int]:
    """Puts the index of pages into a site: seconds of processor time that making it took, and its bytes."""
    shutil.rmtree(site / "search")
    start = time.process_time()
    scripts = search_index(pages, NAMES)
    took = time.process_time() - start
    put_index(scripts, site / "search")
    return took, sum(len(script.encode()) for script in scripts.values())


def _found(site: Path, pages: Sequence[SearchPage]) -> Iterator[Figure]:
    """Which of the right pages are missed by questions taken from the texts, and how often the one that is meant."""
    pick = random.Random(5)
    texts = [[folded(text) for entry in page.entries for text in (entry.title, entry.text)] for page in pages]
    runs = sorted({run for page in texts for text in page for run in RUN.findall(text)})
    kinds = {
        f"words of {length} characters": _some(pick, {run for run in runs if len(run) == length})
        for length in (2, 3, 4)
    }
    kinds["any 4 characters in a row"] = _some(pick, {run[at : at + 4] for run in runs for at in range(len(run) - 3)})
    for name, asked in kinds.items():
        yield _missed(name, [(question, question) for question in asked], texts, site)
    traditional = {form: char for char, form in han_forms().items()}
    rows = kinds["any 4 characters in a row"]
    other = [("".join(traditional.get(char, char) for char in row), row) for row in rows]
    yield _missed("the same in the other script", [each for each in other if each[0] != each[1]], texts, site)
    yield from _words(pick, texts, site)
    for name, others in (NAMES[0], NAMES[0][::-1], NAMES[1], NAMES[1][::-1]):
        yield _missed(f"{name}, by its other name", [(others, folded(name))], texts, site)
    yield from _meant(site, pages, pick)


def _words(pick: random.Random, texts: Sequence[Sequence[str]], site: Path) -> Iterator[Figure]:
    """Questions of one English word each; what is right has the word as a whole, in the singular or in the plural."""
    stems = [[f" {' '.join(map(stem, WORD.findall(text)))} " for text in page] for page in texts]
    words = _some(pick, {word for page in stems for text in page for word in text.split() if len(word) > 5})
    yield _missed("English plurals", [(f"{word}s", f" {word} ") for word in words], stems, site)
    slips = [(word[:2] + word[3] + word[2] + word[4:], f" {word} ") for word in words]
    yield _missed("English words with a slip", slips, stems, site)


def _meant(site: Path, pages: Sequence[SearchPage], pick: random.Random) -> Iterator[Figure]:
    procedures = [page for page in pages if page.weight == max(page.weight for page in pages)]
    meant = pick.sample(procedures, EACH)
    asked = [page.entries[0].title if at % 2 else page.entries[0].names[0] for at, page in enumerate(meant)]
    answered = list(zip(meant, asked, answers(site / "search", "zh-TW", asked), strict=True))
    missed = sum(page.url not in answer["best"] for page, _, answer in answered)
    yield Figure("the procedure that is meant is not among the best ten", missed / EACH, 0.05, "")
    for kind, place in (("id", 0), ("version", -1)):
        asked = [page.entries[0].names[place] for page in meant]
        wrong = sum(
            pages[number].entries[0].names[place] != name
            for name, answer in zip(asked, answers(site / "search", "zh-TW", asked), strict=True)
            for number in answer["all"]
            if pages[number] in procedures
        )
        yield Figure(f"procedures of another {kind} than the one asked for", wrong, 0, "")


def _some(pick: random.Random, questions: Iterable[str]) -> list[str]:
    ordered = sorted(questions)
    return pick.sample(ordered, min(EACH, len(ordered)))


def _missed(name: str, questions: Sequence[tuple[str, str]], texts: Sequence[Sequence[str]], site: Path) -> Figure:
    """Of `questions`, each with what the right pages say, the share of right pages that are not found."""
    right = missed = 0
    for (_, said), answer in zip(
        questions, answers(site / "search", "zh-TW", [asked for asked, _ in questions]), strict=True
    ):
        has_it = {number for number, page in enumerate(texts) if any(said in text for text in page)}
        right += len(has_it)
        missed += len(has_it - set(answer["all"]))
    if not right:
        raise RuntimeError(f"no question of the kind: {name}")
    return Figure(f"{name}: right pages that are not found", missed / right, 0, "")


def _costs(site: Path, count: int, times: int) -> Iterator[Figure]:
    """What the first answer and each further one cost."""
    with sync_playwright() as playwright, served(site) as address:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=launch_arguments())
        page = browser.new_context(**PHONE, reduced_motion="reduce").new_page()
        page.goto(address)
        page.wait_for_load_state("networkidle")
        _fetched(page)
        page.locator(".md-search__input").focus()
        page.wait_for_timeout(QUIET)
        page.evaluate(OBSERVE)
        costs = [_cost(browser, page, question) for question in QUESTIONS]
        browser.close()
    (first, _, size), *others = costs
    yield Figure(f"{count:,} SOPs, first answer, all that is fetched", size / 1_000, 150 * times, "kB")
    yield Figure(f"{count:,} SOPs, first answer", SLOWER * first, 300 * times, "ms")
    for name, taken in (
        ("the page", [page for page, _, _ in others]),
        ("the page and what looks it up", [page + worker for page, worker, _ in others]),
    ):
        yield Figure(f"{count:,} SOPs, further answers, {name}, median", SLOWER * median(taken), 50 * times, "ms")
        yield Figure(f"{count:,} SOPs, slowest further answer, {name}", SLOWER * max(taken), 50 * times, "ms")


def _cost(browser: Browser, page: Page, question: str) -> tuple[float, float, int]:
    """Milliseconds until an answer is in sight, of the page and of its worker, and the bytes fetched since the last."""
    page.keyboard.press("Control+A")
    page.evaluate("seen = undefined")
    browser.start_tracing(page=page, categories=CATEGORIES)
    page.keyboard.insert_text(question)
    page.wait_for_timeout(QUIET)
    workers: list[Task] = []
    tasks = tasks_of(browser, page, workers)
    seen = page.evaluate("seen")
    if not seen or not page.locator(".md-search-result__list mark").count():
        raise RuntimeError(f"no answer to {question}")
    fetched = _fetched(page) + sum(_fetched(worker) for worker in page.workers)
    took, took_beside = (sum(task.took for task in each if task.begin <= seen) for each in (tasks, workers))
    return took, took_beside, fetched


def _fetched(thread: Page | Worker) -> int:
    """The bytes that a thread has fetched since it was last asked."""
    return int(
        thread.evaluate(
            """() => {
                const files = performance.getEntriesByType("resource");
                performance.clearResourceTimings();
                return files.reduce((sum, one) => sum + one.decodedBodySize, 0);
            }"""
        )
    )
