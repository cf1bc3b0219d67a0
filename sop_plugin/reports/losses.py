"""What an import could not carry over: lines for people, and JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sop_plugin.model.imported import Grade, Loss
from sop_plugin.reports.terminal import visible
from sop_plugin.words.catalogue import Catalogue

_ORDER = tuple(Grade)
_MOST_LINES = 12
"""Line numbers that are shown of one kind of loss."""


def losses_text(path: str, losses: Sequence[Loss], words: Catalogue) -> str:
    """Each loss on a line, the gravest first; what is the same of several questions is told once.

    Every line begins with the file and the line there, so that an editor leads to it.
    """
    together: dict[tuple[Grade, str], list[Loss]] = {}
    for loss in losses:
        together.setdefault((loss.grade, message(loss, words)), []).append(loss)
    ordered = sorted(together.items(), key=lambda each: (_ORDER.index(each[0][0]), each[1][0].line))
    return "".join(f"{line}\n" for (grade, said), same in ordered for line in _lines(path, grade, said, same, words))


def _lines(path: str, grade: Grade, said: str, same: Sequence[Loss], words: Catalogue) -> Iterator[str]:
    label = words.text(f"enum.grade.{grade.value}")
    first = same[0]
    item = words.text("loss.item", name=first.item) if first.item and len(same) == 1 else ""
    yield visible(f"{path}:{first.line}: {label}: {item}{said}")
    if len(same) > 1:
        lines = sorted({loss.line for loss in same})
        shown = ", ".join(map(str, lines[:_MOST_LINES])) + (" …" if len(lines) > _MOST_LINES else "")
        yield "    " + words.text("loss.lines", count=len(same), lines=shown)


def losses_data(losses: Sequence[Loss], words: Catalogue) -> list[Mapping[str, Any]]:
    """Each loss as JSON can hold it."""
    return [
        {
            "line": loss.line,
            "item": loss.item,
            "grade": loss.grade.value,
            "loss": loss.key,
            "arguments": dict(loss.arguments),
            "message": message(loss, words),
        }
        for loss in losses
    ]


def message(loss: Loss, words: Catalogue) -> str:
    """What is lost, in words. An argument that begins with `@` is a key of the catalogues."""
    values = {
        name: words.text(value[1:]) if value.startswith("@") and words.has(value[1:]) else value
        for name, value in loss.arguments.items()
    }
    return words.text(f"loss.{loss.key}", **values)
