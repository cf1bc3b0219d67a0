"""A quiz of a hundred questions on a phone whose processor is four times as slow: how long an answer waits.

Times are processor time of the page's main thread, taken four times, as in `benchmarks/page.py`.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from benchmarks.building import OURS
from benchmarks.measure import Figure
from benchmarks.page import CATEGORIES, SLOWER, tasks_of
from tests.support.browsing import PHONE
from tests.support.chromium import find_chromium, launch_arguments
from tests.support.serving import served

COUNT = 100

QUIZ = """---
quiz: 1
id: hundred
title: A hundred questions
---

"""

QUESTION = """\
## What is done at place {number}? {{#q{number}}}

- [x] A greeting, as in every one of them
  The customer sees that she is seen.
- [ ] The price, number {number}
- [ ] The receipt
- [ ] Nothing at all

> A greeting tells the customer that we have seen her.

"""

ANSWER = """async () => {
  const main = () => document.querySelector(".sop-attempt__buttons .sop-button--main");
  for (let count = 0; count < 20; count += 1) {
    document.querySelector(".sop-ask input").click();
    await new Promise((done) => setTimeout(done, 100));
    main().click();
    await new Promise((done) => setTimeout(done, 100));
    main().click();
    await new Promise((done) => setTimeout(done, 100));
  }
}"""


def figures(folder: Path) -> Iterator[Figure]:
    """The figures of quizzes. `folder` is empty and ours to fill."""
    _build(folder)
    with sync_playwright() as playwright, served(folder / "site") as address:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=launch_arguments())
        took = median(_answered(browser, f"{address}quizzes/hundred/") for _ in range(3))
        yield Figure(f"{COUNT} questions, longest task from an answer to what is said of it", SLOWER * took, 50, "ms")
        browser.close()


def _build(root: Path) -> None:
    (root / "content").mkdir(parents=True)
    (root / "quizzes").mkdir()
    questions = "".join(QUESTION.format(number=number) for number in range(1, COUNT + 1))
    (root / "quizzes" / "hundred.md").write_text(QUIZ + questions, encoding="utf-8")
    (root / "content" / "index.md").write_text("# Handbook\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(OURS, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=root, check=True, capture_output=True)


def _answered(browser: Browser, url: str) -> float:
    """Processor time of the longest task while questions are answered one after the other."""
    page = browser.new_context(**PHONE).new_page()
    page.set_default_timeout(0)
    page.goto(url)
    page.wait_for_selector(".sop-quiz[data-ready]")
    page.locator("sop-quiz .sop-button--main").click()
    page.wait_for_selector(".sop-ask")
    page.wait_for_timeout(1_000)
    browser.start_tracing(page=page, categories=CATEGORIES)
    page.evaluate(ANSWER)
    tasks = tasks_of(browser, page)
    page.context.close()
    return max(task.took for task in tasks)
