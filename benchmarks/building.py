"""Building 1,000 and 4,000 SOP pages, against plain Material on the same Markdown."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import write_corpus
from benchmarks.measure import Figure, in_turn, taken

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


def figures(folder: Path) -> Iterator[Figure]:
    """The figures of building. `folder` is empty and ours to fill."""
    small, large = folder / "1000", folder / "4000"
    for place, count in ((small, 1_000), (large, 4_000)):
        write_corpus(place / "content", count)
        (place / "plain.yml").write_text(PLAIN, encoding="utf-8")
        (place / "ours.yml").write_text(OURS, encoding="utf-8")
    runs = in_turn({name: _build(name) for name in ("plain", "ours")}, small, ROUNDS)
    yield Figure(
        "1,000 pages, CPU, of plain Material with navigation.prune", runs["ours"].cpu / runs["plain"].cpu, 0.75
    )
    yield Figure("4,000 pages, CPU, of 1,000 pages", taken(_build("ours"), large).cpu / runs["ours"].cpu, 4.4)


def _build(name: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", f"{name}.yml", "--site-dir", name]
