"""A build killed at random moments leaves the site whole, and two builds of the same content are alike."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.building import OURS
from benchmarks.corpus import write_corpus
from benchmarks.measure import Figure

KILLS = 50
COUNT = 100


def figures(folder: Path) -> Iterator[Figure]:
    """How many of 50 killed builds damaged the site, and how many files differ between two builds."""
    write_corpus(folder / "content", COUNT)
    (folder / "mkdocs.yml").write_text(OURS, encoding="utf-8")
    build = [sys.executable, "-m", "sop_plugin.cli", "build"]
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
    start = time.perf_counter()
    subprocess.run(build, cwd=folder, check=True, capture_output=True)
    length = time.perf_counter() - start
    whole = digest(folder / "site")
    pick = random.Random(1)
    damaged = 0
    for _ in range(KILLS):
        child = subprocess.Popen(
            build, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(pick.uniform(0, length * 1.1))
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        damaged += digest(folder / "site") != whole
    yield Figure(f"sites damaged by {KILLS} killed builds", damaged, 0, "")
    subprocess.run(build, cwd=folder, check=True, capture_output=True)
    yield Figure("files that differ between two builds", digest(folder / "site") != whole, 0, "")


def digest(site: Path) -> str:
    """One digest over the names and bytes of all files."""
    found = hashlib.sha256()
    for path in sorted(site.rglob("*")):
        if path.is_file():
            found.update(str(path.relative_to(site)).encode() + b"\0" + path.read_bytes())
    return found.hexdigest()
