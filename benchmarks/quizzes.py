"""Reading and checking 10,000 questions, against what parsing their Markdown takes alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

from benchmarks.measure import Figure, in_turn
from sop_plugin.model.present import present
from sop_plugin.model.tested import address_of
from sop_plugin.reading.document import read_document

COUNT = 10_000
A_FILE = 50
"""Questions in one file: more than a trainer writes into one."""

ROUNDS = 3

# The floor: markdown-it-py's tokens of everything below the front matters, in one process, with the parser set up for
# the same Markdown, and without keeping any of it.
PARSE = """
import pathlib
from sop_plugin.reading.markdown import commonmark_with_extensions
parser = commonmark_with_extensions()
for path in pathlib.Path("quizzes").rglob("*.md"):
    parser.parse(path.read_bytes().decode().split("---\\n", 2)[2])
"""

SOP = """\
---
sop: 1
id: counter
title: 櫃檯接待
version: 1.0
owner: lead
steps:
  - id: greet
    title: 打招呼
    time_limit: 10 秒內
    exceptions:
      - {id: busy, when: 手上正在忙, then: 先說一聲。}
---
"""

PLACES = ("counter/greet.time_limit", "counter/greet.exceptions.busy", "counter/greet.title")

WORDS = (
    "客人已經等了十分鐘，提高音量問還要多久。",
    "手上正在**收款**，新客人走到櫃檯前。",
    "螢幕出現「連線逾時」，後面還有五位在排隊。",
    "A guest asks for something that is sold out.",
    "The card is declined, and *others* are waiting.",
    "The till does not start.",
)

OPTIONS = (
    "先抬頭說一聲請稍等，再把手上的做完",
    "請客人到另一台收銀機前面排隊",
    "先道歉，說出還要等幾分鐘",
    "請值班主管過來處理",
    "Look up and say that you are coming",
    "Finish first, then look up",
    "Offer the one that tastes alike",
    "Write it down on the form by hand",
    "Ask the guest to come back `later`",
)


def figures(folder: Path) -> Iterator[Figure]:
    """The figure of reading and checking. `folder` is empty and ours to fill."""
    write_quizzes(folder)
    python = sys.executable
    check = [python, "-m", "sop_plugin.cli", "check", "--no-cache", "--jobs", "1"]
    runs = in_turn({"parse": [python, "-c", PARSE], "check": check}, folder, ROUNDS)
    yield Figure("quizzes read and checked, CPU, of parsing their Markdown", runs["check"].cpu / runs["parse"].cpu, 1.5)


def write_quizzes(folder: Path) -> None:
    """Writes the quizzes, and the procedure that they test, below `folder`."""
    (folder / "content").mkdir()
    (folder / "content/counter.md").write_text(SOP, encoding="utf-8")
    (folder / "quizzes").mkdir()
    for number in range(COUNT // A_FILE):
        (folder / f"quizzes/quiz-{number}.md").write_text(_quiz(number), encoding="utf-8")


@cache
def _pinned(place: str) -> str:
    """A place with a pin to what the procedure says there."""
    sop, address = read_document("counter.md", SOP.encode()).sop, address_of(place)
    assert sop is not None
    assert address is not None
    now = present(sop, address)
    assert now is not None
    return f"{place} = {now.value} @{now.pin}"


def _quiz(number: int) -> str:
    random = Random(number)
    head = f"---\nquiz: 1\nid: quiz-{number}\ntitle: Quiz {number}\nsops: [counter]\npass: 80 %\ndraw: 8\n---\n\n"
    return head + "\n".join(_question(at, random) for at in range(A_FILE))


def _question(at: int, random: Random) -> str:
    heading = f"## {random.choice(WORDS)} {{#q{at}}}\ntests: {_pinned(random.choice(PLACES))}\ntags: 櫃檯, counter\n\n"
    text = f"{' '.join(random.sample(WORDS, 2))}\n\n"
    options = random.sample(OPTIONS, 4)
    match at % 8:
        case 0 | 1 | 2:
            ticks = ("x", " ", " ", " ") if at % 8 else ("x", "x", " ", " ")
            lines = [
                f"- [{tick}] {option}\n  {random.choice(WORDS)}" for tick, option in zip(ticks, options, strict=True)
            ]
            answer = "\n".join(lines)
        case 3:
            answer = "\n".join(f"{place}. {option}" for place, option in enumerate(options, start=1))
        case 4:
            answer = "\n".join(f"- {one} -> {other}" for one, other in zip(options[:2], options[2:], strict=True))
        case 5:
            answer = f"= {random.randint(5, 90)} 秒 ± 5"
        case 6:
            answer = f"先[[抬頭|看著客人]]，再說[[{random.choice(('請稍等', 'one moment'))}]]。"
        case _:
            first, second = (f"scene-{at}-{part}" for part in (1, 2))
            answer = (
                f"- [x] {options[0]} -> {first} (2)\n  {random.choice(WORDS)}\n- [ ] {options[1]} -> {second}\n\n"
                f"### {options[2]} {{#{first}}}\n\n{random.choice(WORDS)}\n\n"
                f"### {options[3]} {{#{second}}}\n\n- [x] {options[0]} -> {first}\n- [ ] {options[1]} -> end\n"
            )
    explanation = f"> {random.choice(WORDS)}\n> Hint: {random.choice(WORDS)}"
    if at % 8 == 7:
        return f"{heading}{text}{explanation}\n\n{answer}\n"
    return f"{heading}{text}{answer}\n\n{explanation}\n"
