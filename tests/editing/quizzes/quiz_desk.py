"""The library of the desk with a quiz beside it, and a translation of that."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sop_plugin.pipeline.workspace import Workspace
from tests.editing.desk import LIBRARY, desk, marked

QUIZ = "../quizzes/counter.md"
QUIZ_ZH = "../quizzes/counter.zh-TW.md"

COUNTER = """---
quiz: 1
id: counter
title: At the counter
sops: [order]
derive: [{kind: time-limit, steps: [greet]}]
---

## A guest comes in. How soon do you look up? {#look-up}
tests: order/greet.time_limit = 3 min @bc5772
tags: guests

= 3 min

## The guest cannot make up their mind. {#unsure}
tests: order/take.exceptions.unsure = The guest is unsure: Name two drinks. @66fc0b

They look at the menu, and then at you.

- [x] Name two drinks -> smile (1)
- [ ] Wait -> gone

### They smile. {#smile}

### They are gone. {#gone}
"""

COUNTER_ZH = """---
quiz: 1
translates: counter
lang: zh-TW
title: 在櫃檯
---

## 客人進來了，多久之內要抬頭？ {#look-up}

= 3 分鐘
"""

QUIZZES = {QUIZ: COUNTER, QUIZ_ZH: COUNTER_ZH}


def written(root: Path, quizzes: Mapping[str, str] = QUIZZES) -> None:
    """Puts quizzes beside the content, where their paths lead."""
    for path, text in quizzes.items():
        file = root / path.removeprefix("../")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def quiz_desk(root: Path, quizzes: Mapping[str, str] = QUIZZES, files: Mapping[str, str] = LIBRARY) -> Workspace:
    """A workspace whose files have all been read; paths of quizzes begin with `../quizzes/`."""
    written(root, quizzes)
    return desk(root, files)


def hold(workspace: Workspace, path: str, text: str) -> tuple[str, int, int]:
    """Takes a text with a mark into the editor; gives the path and where the mark stood."""
    where = marked(text)
    workspace.update(path, where.text)
    return path, where.line, where.column


def with_question(lines: str) -> str:
    """The quiz with one question more, at its end."""
    return f"{COUNTER}\n## One more {{#more}}\n{lines}"
