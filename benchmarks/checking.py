"""Reading and checking 10,000 SOPs, against what parsing the same text takes alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import write_corpus
from benchmarks.measure import Figure, in_turn, taken

COUNT = 10_000
ROUNDS = 3

# The floor: libyaml's events of the front matter and markdown-it-py's tokens of the body, in one process, with the
# parser set up for the same Markdown, and without keeping any of it.
PARSE = """
import pathlib, yaml
from sop_plugin.reading.markdown import commonmark_with_extensions
parser = commonmark_with_extensions()
for path in pathlib.Path("content").rglob("sop-*.md"):
    _, header, body = path.read_bytes().decode().split("---\\n", 2)
    for _ in yaml.parse(header, Loader=yaml.CLoader):
        pass
    parser.parse(body)
"""

SAFE_LOAD = """
import pathlib, yaml
for path in pathlib.Path("content").rglob("sop-*.md"):
    _, header, _ = path.read_bytes().decode().split("---\\n", 2)
    yaml.load(header, Loader=yaml.CSafeLoader)
"""


def figures(folder: Path) -> Iterator[Figure]:
    """The figures of reading and checking. `folder` is empty and ours to fill."""
    write_corpus(folder / "content", COUNT)
    python = sys.executable
    check = [python, "-m", "sop_plugin.cli", "check"]
    runs = in_turn(
        {
            "parse": [python, "-c", PARSE],
            "safe-load": [python, "-c", SAFE_LOAD],
            "cold": [*check, "--no-cache"],
        },
        folder,
        ROUNDS,
    )
    environment = {"XDG_CACHE_HOME": str(folder / "cache")}
    taken(check, folder, environment)
    warm = sorted(taken(check, folder, environment).cpu for _ in range(5))[2]
    yield Figure("cold check, CPU, of parsing the same text alone", runs["cold"].cpu / runs["parse"].cpu, 1.3)
    yield Figure("cold check, wall clock on two cores, of the same", runs["cold"].wall / runs["parse"].wall, 0.7)
    yield Figure("unchanged check, CPU, of CSafeLoader on the front matter", warm / runs["safe-load"].cpu, 0.1)
    yield Figure("cold check, most memory of one process", runs["cold"].memory, 1024, "MiB")
