"""A small library on somebody's desk, and texts with a mark where the cursor stands."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from sop_plugin.editing.edits import Edit, applied, by_file
from sop_plugin.pipeline.workspace import Workspace
from tests.pipeline.contents import content

MARK = "‸"

ORGANISATION = """organisation: 1
name: House
language: en
departments:
  - {id: shops, title: Shops}
roles:
  - {id: barista, title: Barista}
  - {id: cashier, title: 收銀員}
tools:
  - {id: till, title: Till}
materials:
  - {id: fresh-milk, title: Fresh milk}
classes:
  - id: grade
    title: Grade
    levels: [{id: junior, title: Junior}, {id: senior, title: Senior}]
references:
  - {id: food-act, title: Food Safety Act}
"""

ORDER = """---
sop: 1
id: order
title: Take an order
version: 1
owner: barista
events: [{id: recall, title: A recall}]
ends:
  - {id: refused, title: Refused}
forms:
  - id: log
    title: Log
    fields: [{id: cups, title: Cups, type: number}]
steps:
  - id: greet
    title: Greet the guest
    time_limit: 3 min
  - id: take
    title: Take the order
    exceptions:
      - id: unsure
        when: The guest is unsure
        then: Name two drinks.
        go: greet
  - {id: pay, title: Take the payment, after: [greet.done]}
---

Look up, then [begin](#greet).

### Greet {#greet}

Smile.
"""

REFUND = """---
sop: 1
id: refund
title: Give a refund
version: 1
owner: cashier
steps:
  - id: check
    title: Check the receipt
    see: [order/greet]
---

As in [the greeting](order.md#greet).
"""

ORDER_ZH = """---
sop: 1
translates: order
lang: zh-TW
title: 點餐
steps:
  - id: greet
    title: 招呼
---

### 招呼 {#greet}

微笑。
"""

LIBRARY = {"organisation.yml": ORGANISATION, "order.md": ORDER, "refund.md": REFUND, "order.zh-TW.md": ORDER_ZH}


class Marked(NamedTuple):
    """A text without its mark, and where that stood, from 0."""

    text: str
    line: int
    column: int


def marked(text: str) -> Marked:
    before, _, after = text.partition(MARK)
    return Marked(before + after, before.count("\n"), len(before.rpartition("\n")[2]))


def desk(root: Path, files: Mapping[str, str] = LIBRARY) -> Workspace:
    """A workspace whose files have all been read."""
    workspace = Workspace(content(root, files))
    for _ in workspace.catch_up():
        pass
    workspace.findings()
    return workspace


def step(lines: str) -> str:
    """The text of an SOP with one step more, these lines within it."""
    return ORDER.replace("  - {id: pay", "  - id: more\n" + lines + "\n  - {id: pay")


def after(edits: list[Edit]) -> dict[str, str]:
    """The texts that the edits give, by file name."""
    return {file.name: applied(file.read_text(encoding="utf-8"), of_file) for file, of_file in by_file(edits).items()}
