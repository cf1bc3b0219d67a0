"""Whatever stands in a file and wherever the cursor is: no question falls over, and none takes long."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from sop_plugin.editing.completion import completions
from sop_plugin.editing.definition import definition
from sop_plugin.editing.hover import hover
from sop_plugin.editing.rename import thing_at
from sop_plugin.editing.symbols import symbols
from sop_plugin.words.catalogue import catalogue
from tests.editing.desk import LIBRARY, desk
from tests.editing.quizzes.quiz_desk import COUNTER, QUIZ, quiz_desk
from tests.support.effort import no_hang
from tests.support.mutation import mutant

WORDS = catalogue("zh-TW")


@pytest.mark.parametrize("seed", range(4))
def test_no_question_falls_over(tmp_path: Path, seed: int) -> None:
    pick = random.Random(seed)
    workspace = desk(tmp_path)
    for number in range(25):
        _, data = mutant(seed, number)
        path = pick.choice([*LIBRARY, "new.md", "../quizzes/new.md"])
        workspace.hold(path, data.decode("utf-8", "replace"))
        lines = workspace.text(path).split("\n")
        for _ in range(20):
            line = pick.randrange(len(lines))
            column = pick.randint(0, len(lines[line]))
            completions(workspace, path, line, column, WORDS)
            hover(workspace, path, line, column, WORDS)
            definition(workspace, path, line, column, WORDS)
            thing_at(workspace, path, line, column)


@pytest.mark.parametrize("seed", range(2))
def test_nor_about_a_quiz(tmp_path: Path, seed: int) -> None:
    pick = random.Random(seed)
    workspace = quiz_desk(tmp_path)
    for _ in range(40):
        text = list(COUNTER)
        for _ in range(pick.randint(1, 12)):
            at = pick.randrange(len(text))
            text[at : at + pick.randint(0, 3)] = pick.choice(
                ("", "#", "-> ", "tests: ", "@", "=", ".", "/", "\n", "{#", "，")
            )
        workspace.hold(QUIZ, "".join(text))
        lines = workspace.text(QUIZ).split("\n")
        for line in range(len(lines)):
            column = pick.randint(0, len(lines[line]))
            completions(workspace, QUIZ, line, column, WORDS)
            hover(workspace, QUIZ, line, column, WORDS)
            definition(workspace, QUIZ, line, column, WORDS)
            thing_at(workspace, QUIZ, line, column)
        symbols(workspace.document(QUIZ))


@pytest.mark.parametrize("unit", ["[", "{", "- ", "a: [", "'", '"', "- - ", "x, [", "# ", "{a: ", "]"])
def test_no_question_takes_long(tmp_path: Path, unit: str) -> None:
    workspace = desk(tmp_path)
    for text in (unit * 20_000, f"{unit}\n" * 500):
        workspace.hold("new.md", f"---\nsop: 1\nid: new\n{text}")
        last = len(workspace.text("new.md").split("\n")) - 1
        workspace.document("new.md")
        with no_hang():
            completions(workspace, "new.md", last, 10_000, WORDS)
            hover(workspace, "new.md", last, 10_000, WORDS)
