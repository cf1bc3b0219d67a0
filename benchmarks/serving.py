"""How soon a writer sees an edit: from the moment a file is saved to the one in which an open browser shows it.

Time as it passes, unlike in the other files, since it is waiting that matters here: for the change to be noticed, for
the build, for the page to load itself anew. A busy machine makes it longer.
"""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from benchmarks.building import OURS
from benchmarks.corpus import write_corpus
from benchmarks.measure import Figure
from tests.support.chromium import find_chromium, launch_arguments

QUIZZES = 50
QUIZ = """---
quiz: 1
id: quiz-{number}
title: 測驗 {number}
sops: [sop-{number}]
derive: order
---

## 第一步是這個嗎？ {{#q1}}
tests: sop-{number}/step-0

= true
"""

EDITS = 5
REST = 8
"""Seconds in which what an edit puts off is done."""

PAINTED = """() => {
  const paint = performance.getEntriesByType("paint").find(({ name }) => name === "first-contentful-paint");
  return paint && performance.timeOrigin + paint.startTime;
}"""
"""When the page was painted first, in milliseconds of the clock; nothing as long as it has not been."""


def figures(folder: Path) -> Iterator[Figure]:
    """The figures of an edit under `sop serve`. `folder` is empty and ours to fill."""
    write_corpus(folder / "content", 1_000)
    (folder / "ours.yml").write_text(OURS, encoding="utf-8")
    (folder / "quizzes").mkdir()
    for number in range(QUIZZES):
        (folder / "quizzes" / f"quiz-{number}.md").write_text(QUIZ.format(number=number), encoding="utf-8")
    file = folder / "content" / "part-000" / "sop-7.md"
    with _serving(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=launch_arguments())
        page = browser.new_page()
        page.goto(f"{address}part-000/sop-7/")
        for field in ("summary", "title"):
            took = median(_until_shown(page, file, field, f"Edit {number}") for number in range(EDITS))
            yield Figure(
                f"sop serve, 1,000 SOPs and {QUIZZES} quizzes, a {field}, until a browser shows it", took, 1, "s"
            )
        browser.close()


@contextmanager
def _serving(folder: Path) -> Iterator[str]:
    """The address of the site while it is served."""
    command = [sys.executable, "-m", "sop_plugin.cli", "serve", "--lang", "en", "--config", "ours.yml", "--port", "0"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield next(found[0] for line in process.stdout if (found := re.search(r"http://\S+/", line)))
        finally:
            process.send_signal(signal.SIGINT)  # what Ctrl+C sends


def _until_shown(page: Page, file: Path, field: str, words: str) -> float:
    """Seconds until the page shows words that an edit puts before those of a field."""
    time.sleep(REST)
    text = file.read_text(encoding="utf-8")
    edited = text.replace(f"\n{field}: ", f"\n{field}: {words} ", 1)
    start = time.time()
    file.write_text(edited, encoding="utf-8")
    page.get_by_text(words).first.wait_for()
    took = float(page.wait_for_function(PAINTED).json_value()) / 1_000 - start
    file.write_text(text, encoding="utf-8")
    page.get_by_text(words).first.wait_for(state="detached")
    return took
