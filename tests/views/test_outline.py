"""The table of contents: short enough to be read."""

from __future__ import annotations

from sop_plugin.views.outline import MOST, STRETCH
from tests.views.pages import page


def toc_of(count: int) -> list[tuple[str, str]]:
    steps = "".join(f"  - {{id: step-{number}, title: Step {number}}}\n" for number in range(1, count + 1))
    rendered = page(f"steps:\n{steps}")
    return [(entry.id, entry.title) for entry in rendered.toc]


def test_every_step_has_an_entry_while_they_can_be_read() -> None:
    assert len(toc_of(MOST)) == MOST


def test_of_more_there_is_one_entry_for_each_stretch() -> None:
    entries = toc_of(MOST + 1)
    assert len(entries) == -(-(MOST + 1) // STRETCH)
    assert entries[:2] == [("step-1", f"1–{STRETCH} Step 1"), (f"step-{STRETCH + 1}", f"21–{2 * STRETCH} Step 21")]
    assert entries[-1][1] == "101 Step 101"
