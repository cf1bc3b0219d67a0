"""Look at every page of the built site in all its languages, light and dark, its menus closed and open: print what
the accessibility checker finds wrong, what is asked of other hosts, what the console complains of (what the
content-security policy refuses among it), and what a narrow phone cannot show without scrolling sideways.

`python -m scripts.audit_site [FOLDER...]` looks at the pages of these folders alone, such as `en/guide`.

The site is served with the headers that it tells static hosts, and its service worker may run."""

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import ViewportSize, sync_playwright

from tests.support.axe import violations
from tests.support.browsing import DESK, watched_context
from tests.support.chromium import find_page_browser, launch_arguments
from tests.support.menus import drawer_opened, search_opened
from tests.support.serving import served

QUESTIONS = {"en": "refund"}
"""What the search of the site in a language has an answer to."""

QUESTION = "退款"
"""The same in any other language."""

SPAWNED = multiprocessing.get_context("spawn")
"""How the two looks are seen side by side: a process that serves has threads, and is not to be forked."""

NARROW: ViewportSize = {"width": 320, "height": 640}


def build(place: Path) -> None:
    """Build the site of this folder into `place`."""
    subprocess.run(
        [Path(sys.executable).with_name("sop"), "build", "--site", str(place)],
        check=True,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )


def audit(executable: Path, address: str, names: Sequence[str], scheme: str) -> int:
    """Print the faults of pages in one colour scheme; give their number."""
    faults = 0
    looks: dict[str, Any] = DESK | {"color_scheme": scheme, "reduced_motion": "reduce", "service_workers": "allow"}
    complaints: list[str] = []
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=executable, args=launch_arguments()) as browser,
        watched_context(browser, **looks) as (context, strangers),
    ):
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        for name in names:
            page.goto(address + name)
            question = QUESTIONS.get(page.evaluate("document.documentElement.lang"), QUESTION)
            found = [str(one) for one in violations(page)]
            page.set_viewport_size(NARROW)
            if (width := page.evaluate("document.documentElement.scrollWidth")) > NARROW["width"]:
                found.append(f"is {width} points wide on a phone of {NARROW['width']}")
            for what, part in chain(drawer_opened(page), search_opened(page, question)):
                found += [f"with {what} open: {one}" for one in violations(page, include=part)]
            found += [f"asks another host: {url}" for url in strangers]
            found += [f"complains: {words}" for words in complaints]
            strangers.clear()
            complaints.clear()
            page.set_viewport_size(DESK["viewport"])
            for fault in found:
                print(f"/{name} ({scheme}): {fault}", flush=True)
            faults += len(found)
    return faults


def headers_of(site: Path) -> dict[str, str]:
    """The headers that the site wants sent with every file."""
    lines = (site / "_headers").read_text(encoding="utf-8").splitlines()[1:]
    return dict(line.strip().split(": ", 1) for line in lines)


def names_of(site: Path, folders: Sequence[str]) -> list[str]:
    """The addresses, within the site, of its pages in some folders, or of all."""
    paths = sorted(path for folder in folders or [""] for path in (site / folder).rglob("*.html"))
    return [path.relative_to(site).as_posix().removesuffix("index.html") for path in paths]


def main(folders: Sequence[str]) -> int:
    """Give 1 when anything is wrong."""
    executable = find_page_browser()
    if executable is None:
        print("No Chromium or Chrome that starts: run `make browser`.", file=sys.stderr)
        return 1
    with TemporaryDirectory() as folder:
        site = Path(folder, "site")
        build(site)
        names = names_of(site, folders)
        with served(site, headers=headers_of(site)) as address, ProcessPoolExecutor(2, SPAWNED) as pool:
            faults = sum(pool.map(partial(audit, executable, address, names), ("light", "dark")))
    print(f"{faults} faults on {len(names)} pages, each seen light and dark")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
