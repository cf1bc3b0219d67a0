"""What people write who do not know YAML: the place, the corrected line, and that the file is right with it."""

from pathlib import Path

import pytest

from sop_plugin.model.diagnostic import Diagnostic
from tests.checks.folder import check, names
from tests.checks.test_hard_cases import places

FILE = """\
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
ends:
  - id: seated
    title: The guest has a seat
steps:
  - id: greet
    title: Greet the guest
    role: cashier
    do: Smile.
    quality:
      - The guest is looked at.
    materials:
      - {use: fresh-milk, amount: 200 ml}
    exceptions:
      - id: full
        when: No table is free
        then: Offer a place at the bar.
  - id: seat
    title: 帶位
    steps:
      - id: walk
        title: 走到桌邊
        do: |
          走在客人前面。
          拉開椅子。
      - id: menu
        title: 遞菜單
        tools: [pos]
        go: seated
---
"""


def corrected_file(text: str, found: Diagnostic) -> str:
    """The file with what is found put right."""
    lines = text.split("\n")
    span = found.span
    start = sum(len(line) + 1 for line in lines[: span.line - 1]) + span.column - 1
    end = sum(len(line) + 1 for line in lines[: span.end_line - 1]) + span.end_column - 1
    return f"{text[:start]}{found.instead}{text[end:]}"


# What stands in the file, what is written instead, the rule, its line and column. With the correction the file is right.
SLIPS = [
    # a colon forgotten
    ("title: Greet the guest", "title Greet the guest", "yaml-syntax", 12, 5),
    ("    quality:\n", "    quality\n", "yaml-syntax", 15, 5),
    ("steps:\n  - id: greet", "steps\n  - id: greet", "yaml-syntax", 10, 1),
    ("    steps:\n", "    steps\n", "yaml-syntax", 25, 5),
    ("owner: cafe-manager", "owner cafe-manager", "yaml-syntax", 6, 1),
    ("when: No table", "when No table", "yaml-syntax", 21, 9),
    # one column too many or too few
    ("    role: cashier", "     role: cashier", "yaml-syntax", 13, 1),
    ("    role: cashier", "   role: cashier", "yaml-syntax", 13, 1),
    ("        then: Offer", "       then: Offer", "yaml-syntax", 22, 1),
    ("      - id: menu", "     - id: menu", "yaml-syntax", 31, 1),
    ("      - id: menu", "       - id: menu", "yaml-syntax", 31, 1),
    ("  - id: seat\n", "- id: seat\n", "yaml-syntax", 23, 1),
    ("owner: cafe-manager", " owner: cafe-manager", "yaml-syntax", 6, 1),
    ("          走在", "走在", "yaml-syntax", 29, 1),
    ("          拉開", "       拉開", "yaml-syntax", 30, 1),
    # full-width spaces and marks
    ("    title: 帶位", "　　title: 帶位", "yaml-syntax", 24, 1),
    ("  - id: seat\n", "　- id: seat\n", "yaml-syntax", 23, 1),
    ("{use: fresh-milk, amount", "{use: fresh-milk，amount", "yaml-syntax", 18, 9),
    ("{use: fresh-milk, amount", "{use：fresh-milk, amount", "unknown-field", 18, 10),
    ("{use: fresh-milk, amount", "{use:fresh-milk, amount", "unknown-field", 18, 10),
    ("{use: fresh-milk, amount", "{use: fresh-milk amount", "yaml-syntax", 18, 9),
    ("go: seated", "go: 「seated」", "notation-invalid", 34, 13),
    ("go: seated", "go: “seated”", "notation-invalid", 34, 13),
    # texts that hold what YAML takes for its own
    ("do: Smile.", "do: Say this: welcome", "yaml-syntax", 14, 9),
    ("do: Smile.", "do: Note: Smile: always", "yaml-syntax", 14, 9),
    ("title: Greet the guest", "title: Greet the guest:", "yaml-syntax", 12, 12),
    ("do: Smile.", "do: @all Smile.", "yaml-syntax", 14, 9),
    ("do: Smile.", 'do: "C:\\menu"', "yaml-syntax", 14, 9),
    ("- The guest is looked at.", "- The guest: is looked: at.", "yaml-syntax", 16, 9),
    # lists
    ("      - The guest is looked at.", "      • The guest is looked at.", "yaml-syntax", 16, 7),
    ("      - The guest is looked at.", "      1. The guest is seen.\n      2. They sit.", "yaml-syntax", 16, 7),
    ("      - The guest is looked at.", "      ・看見客人。\n      ・客人坐下。", "yaml-syntax", 16, 7),
    ("      - The guest is looked at.", "      -The guest is looked at.", "yaml-syntax", 16, 7),
    ("      - The guest is looked at.", "      - They are seen.\n      -They sit.", "yaml-syntax", 17, 7),
    ("      - The guest is looked at.", "      - They are seen.\n        - They sit.", "yaml-syntax", 16, 9),
    ("      - The guest is looked at.", "      - 看見客人。\n　　　- 客人坐下。", "yaml-syntax", 17, 1),
    ("do: Smile.", "do:\n      1. Smile.\n      2. Nod.", "yaml-syntax", 15, 7),
    ("do: Smile.", "do: Do this.\n      - Smile.\n      - Nod.", "yaml-syntax", 14, 9),
    ("do: Smile.", "do:\n      - Smile.\n      - Nod.", "wrong-type", 14, 7),
    ("title: Greet the guest", "title:\n      - Greet the guest", "wrong-type", 13, 7),
    ("tools: [pos]", "tools:\n          - pos:", "wrong-type", 34, 13),
    # the lines of hyphens
    ("        go: seated\n---", "        go: seated\n－－－", "header-not-closed", 35, 1),
    ("        go: seated\n---", "        go: seated\n——", "header-not-closed", 35, 1),
    ("        go: seated\n---", "        go: seated\n--", "header-not-closed", 35, 1),
    ("---\nsop: 1", "sop: 1", "header-not-opened", 1, 1),
    ("---\nsop: 1", "--\nsop: 1", "header-not-opened", 1, 1),
    ("---\nsop: 1", "\n---\nsop: 1", "header-not-opened", 1, 1),
    ("---\nsop: 1", "－－－\nsop: 1", "header-not-opened", 1, 1),
    # dates and times
    ("owner: ", "effective: 20260301\nowner: ", "date-invalid", 6, 12),
    ("owner: ", "effective: 1 March 2026\nowner: ", "date-invalid", 6, 12),
    ("owner: ", "effective: March 1st, 2026\nowner: ", "date-invalid", 6, 12),
    ("owner: ", "effective: 13.02.2026\nowner: ", "date-invalid", 6, 12),
    ("owner: ", "effective: 115年3月1日\nowner: ", "date-invalid", 6, 12),
    ("owner: ", "effective: 115/03/01\nowner: ", "date-invalid", 6, 12),
    ("owner: ", "effective: 2026－03－01\nowner: ", "date-invalid", 6, 12),
    ("role: cashier", "takes: 1,5 min", "time-unreadable", 13, 12),
    ("role: cashier", "takes: 1/2 h", "time-unreadable", 13, 12),
    ("role: cashier", "takes: 1h 30", "time-unreadable", 13, 12),
    ("role: cashier", "takes: 1-2", "time-ambiguous", 13, 12),
    # other words
    ("owner: cafe-manager", "負責人: cafe-manager", "unknown-field", 6, 1),
]


@pytest.mark.parametrize(("right", "wrong", "rule", "line", "column"), SLIPS, ids=[wrong for _, wrong, *_ in SLIPS])
def test_a_slip_is_placed_and_mended(right: str, wrong: str, rule: str, line: int, column: int, content: Path) -> None:
    assert right in FILE
    text = FILE.replace(right, wrong, 1)
    found = check(content, text)
    assert places(found) == [(rule, line, column)]
    assert found[0].instead is not None
    assert names(check(content, corrected_file(text, found[0]))) == []


# What is no slip: what stands in the file, and what is written instead.
RIGHT = [
    ("do: Smile.", "do: Smile – always –\n      and say hello."),
    ("do: Smile.", "do: The house was opened in\n      2019. Say so."),
    ("do: Smile.", "do: |\n      - Smile.\n      - Nod."),
    ("do: Smile.", "do: |\n      1. Smile.\n      2. Nod."),
    ("do: Smile.", "do: -5 °C is too cold."),
    ("      - The guest is looked at.", "      - 2 cups stand there,\n        1 spoon beside them."),
    ("    quality:\n      - The guest is looked at.", "    quality: The guest is looked at."),
    ("role: cashier", "takes: 5 min max"),
    ("role: cashier", "takes: 一刻鐘"),
    ("role: cashier", "time_limit: 當天"),
    ("role: cashier", "time_limit: same day"),
]


@pytest.mark.parametrize(("right", "other"), RIGHT, ids=[other for _, other in RIGHT])
def test_what_is_no_slip(right: str, other: str, content: Path) -> None:
    assert right in FILE
    assert names(check(content, FILE.replace(right, other, 1))) == []


@pytest.mark.parametrize("date", ["1/3/2026", "01.03.2026", "26年3月1日", "March 2026"])
def test_a_date_that_may_be_two_is_not_guessed(date: str, content: Path) -> None:
    (found,) = check(content, FILE.replace("owner: ", f"effective: {date}\nowner: ", 1))
    assert (found.rule, found.instead) == ("date-invalid", None)


def test_a_page_that_shows_a_procedure_is_a_page(content: Path) -> None:
    page = f"# How to write\n\n```yaml\n{FILE}```\n"
    assert names(check(content, page)) == []


def test_what_was_cut_off_is_not_missed(content: Path) -> None:
    text = FILE.replace("        then: Offer a place", "     %  then Offer a place")
    assert "exception-without-answer" not in names(check(content, text))
