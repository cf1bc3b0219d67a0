"""Building 1,000 and 4,000 SOP pages against plain Material on the same Markdown, and building again after an edit."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.corpus import write_corpus
from benchmarks.measure import Figure, Taken, taken

ROUNDS = 3

PLAIN = """site_name: Benchmark
docs_dir: content
theme:
  name: material
  language: zh-TW
  font: false
  features: [navigation.prune]
plugins: [search]
markdown_extensions: [admonition, attr_list, def_list, footnotes, tables]
"""

OURS = PLAIN.replace("plugins: [search]", "plugins: [search, sop]").replace("  features: [navigation.prune]\n", "")

# With its address a site has QR codes: one of each procedure on sheets, one on each checklist.
PUBLISHED = "site_url: https://sop.example.com/\n"

# A process that shows the site again and again, as `sop serve` keeps one; it says how long an edit takes.
PREVIEW = """
import contextlib, io, pathlib, statistics, time
from sop_plugin.adapter.preview import Preview
place = pathlib.Path("preview/site")
place.mkdir(parents=True)
file = pathlib.Path("content/part-000/sop-7.md")
text = file.read_text(encoding="utf-8")
preview = Preview("ours.yml", place, "http://127.0.0.1:1/")
with contextlib.redirect_stdout(io.StringIO()):
    preview.show("")
    while preview.go_on({""}):
        pass
    took = []
    for number in range(5):
        file.write_text(text.replace("summary: ", f"summary: {number} ", 1), encoding="utf-8")
        start = time.process_time()
        preview.show("")
        took.append(time.process_time() - start)
        while preview.go_on({""}):
            pass
file.write_text(text, encoding="utf-8")
print(statistics.median(took))
"""

# A process that builds as `mkdocs serve` does; it says how long ours takes for an edit, and plain Material for any.
SERVED = """
import pathlib, statistics, time
from mkdocs.commands.build import build
from mkdocs.config import load_config
file = pathlib.Path("content/part-000/sop-8.md")
text = file.read_text(encoding="utf-8")
def took(name, is_first=False):
    start = time.process_time()
    config = load_config(f"{name}.yml", site_dir=f"served-{name}", site_url="http://127.0.0.1:1/")
    if is_first:
        config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1:1/")
    return time.process_time() - start
plain = took("plain", is_first=True)
took("ours", is_first=True)
ours = []
for number in range(3):
    file.write_text(text.replace("summary: ", f"summary: {number} ", 1), encoding="utf-8")
    ours.append(took("ours"))
file.write_text(text, encoding="utf-8")
print(statistics.median(ours) / plain)
"""


def figures(folder: Path) -> Iterator[Figure]:
    """The figures of building. `folder` is empty and ours to fill."""
    small, large = folder / "1000", folder / "4000"
    for place, count in ((small, 1_000), (large, 4_000)):
        write_corpus(place / "content", count)
        (place / "plain.yml").write_text(PLAIN, encoding="utf-8")
        (place / "ours.yml").write_text(OURS, encoding="utf-8")
        (place / "published.yml").write_text(PUBLISHED + OURS, encoding="utf-8")
    plain, full, coded, first, edited, same = [], [], [], [], [], []
    for number in range(ROUNDS):  # in turn, so that whatever else the machine does falls on all alike
        cache = folder / f"cache-{number}"
        plain.append(taken(_mkdocs("plain"), small))
        full.append(taken(_mkdocs("ours"), small, {"XDG_CACHE_HOME": str(cache / "mkdocs")}))
        coded.append(taken(_mkdocs("published"), small, {"XDG_CACHE_HOME": str(cache / "published")}))
        whole, one, another, none = _again(small, cache, number)
        first.append(one.cpu / whole.cpu)
        edited.append(another.cpu / whole.cpu)
        same.append(none.cpu / whole.cpu)
    cpu, of_plain = (median(run.cpu for run in runs) for runs in (full, plain))
    yield Figure("1,000 pages, CPU, of plain Material with navigation.prune", cpu / of_plain, 0.5)
    yield Figure("the same with an address, and so with QR codes", median(run.cpu for run in coded) / of_plain, 0.5)
    yield Figure("sop build, one of 1,000 changed, CPU, of a full build", median(edited), 0.1)
    yield Figure("sop build, the first edit after a full build, CPU, of that", median(first), 0.1)
    yield Figure("sop build, nothing changed, CPU, of a full build", median(same), 0.03)
    yield Figure("sop serve, one of 1,000 changed, CPU until shown, of a full build", _said(PREVIEW, small) / cpu, 0.05)
    yield Figure("mkdocs serve, one of 1,000 changed, CPU, of plain Material's", _said(SERVED, small), 0.25)
    many = taken(_mkdocs("ours"), large, {"XDG_CACHE_HOME": str(folder / "large")})
    yield Figure("4,000 pages, CPU, of 1,000 pages", many.cpu / cpu, 4.4)
    yield Figure("4,000 pages, most memory, of 1,000 pages", many.memory / median(r.memory for r in full), 4)
    yield Figure("4,000 pages, most memory of one process", many.memory, 1024, "MiB")


def _again(place: Path, cache: Path, number: int) -> tuple[Taken, Taken, Taken, Taken]:
    """A full build, one after an edit, which must make all folders a second time, one after another, one after none."""
    environment = {"XDG_CACHE_HOME": str(cache)}
    command = [sys.executable, "-m", "sop_plugin.cli", "build", "--config", "ours.yml", "--site", f"site-{number}"]
    file = place / "content" / "part-000" / f"sop-{number}.md"

    def edited(word: str) -> Taken:
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("summary: ", f"summary: {word}, ", 1), encoding="utf-8")
        return taken(command, place, environment)

    whole = taken(command, place, environment)
    return whole, edited("Now"), edited("Then"), taken(command, place, environment)


def _said(program: str, place: Path) -> float:
    """What a program says that lives on from build to build."""
    environment = os.environ | {"XDG_CACHE_HOME": str(place / "cache")}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=place, env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return float(done.stdout)


def _mkdocs(name: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", f"{name}.yml", "--site-dir", name]
