"""A keystroke in one of 1,000 SOPs, from the text to the findings of every file that it changes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.corpus import sop_text, write_corpus
from benchmarks.measure import Figure
from sop_plugin.pipeline.workspace import Workspace

COUNT = 1_000
KEYSTROKES = 25
ASKED = {12: 50, 850: 300}
"""Milliseconds within which a keystroke in an SOP of so many steps is answered."""


def figures(folder: Path) -> Iterator[Figure]:
    """The median time of a keystroke; of processor time, for that is what a server on an idle machine takes."""
    content = folder / "content"
    write_corpus(content, COUNT)
    for steps in ASKED:
        (content / f"sop-of-{steps}.md").write_text(long_sop(steps), encoding="utf-8")
    workspace = Workspace(content)
    for _ in workspace.catch_up():
        pass
    workspace.findings()
    for steps, asked in ASKED.items():
        name = f"a keystroke in an SOP of {steps} steps among {COUNT:,} SOPs"
        yield Figure(name, 1_000 * _keystroke(workspace, steps), asked, "ms")
        name = f"a new id at the top of an SOP of {steps} steps, in the same"
        yield Figure(name, 1_000 * _renaming(workspace, steps), asked, "ms")


def long_sop(steps: int) -> str:
    """An SOP of so many steps."""
    number = 2
    header, body = sop_text(number).split("---\n")[1:]
    before, nine = header.split("steps:\n")
    rounds = [nine.replace("step-", f"step-{each}-").replace("trouble-", f"trouble-{each}-") for each in range(steps)]
    parts = "".join(rounds).split("  - id: ")[1 : steps + 1]
    listed = "".join(f"  - id: {part}" for part in parts)
    identifier = before.replace(f"id: sop-{number}\n", f"id: sop-of-{steps}\n")
    intro = body.partition("#")[0]
    return f"---\n{identifier}steps:\n{listed}---\n{intro}"


def _keystroke(workspace: Workspace, steps: int) -> float:
    text = long_sop(steps)
    at = text.index("title: ", len(text) // 2) + len("title: ")
    return median(_taken(workspace, steps, text[:at] + "x" * length + text[at:]) for length in range(1, KEYSTROKES + 1))


def _renaming(workspace: Workspace, steps: int) -> float:
    texts = (long_sop(steps).replace(f"id: sop-of-{steps}\n", f"id: sop-of-{each}\n") for each in range(KEYSTROKES))
    return median(_taken(workspace, steps, text) for text in texts)


def _taken(workspace: Workspace, steps: int, text: str) -> float:
    start = time.process_time()
    workspace.update(f"sop-of-{steps}.md", text)
    return time.process_time() - start
