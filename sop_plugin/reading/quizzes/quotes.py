"""Explanations and hints, which stand in block quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sop_plugin.reading.quizzes.cutting import Block
from sop_plugin.reading.quizzes.marks import EXPLANATION, HINT

_QUOTE = re.compile(r"[ ]{0,3}>[ ]?")


@dataclass(slots=True)
class Said:
    """What the quotes of a question say."""

    explanation: str = ""
    hint: str = ""


def take_quote(block: Block, said: Said, lines: Sequence[str]) -> None:
    """Adds a block quote to what is said: `> Hint: ...` and what follows is the hint, all else explains."""
    hint: list[str] = []
    explanation: list[str] = []
    into = explanation
    for line in lines[block.first : block.end]:
        text = _QUOTE.sub("", line, count=1)
        for mark, chosen in ((HINT, hint), (EXPLANATION, explanation)):
            match = mark.match(text)
            if match:
                into, text = chosen, text[match.end() :]
                break
        into.append(text)
    said.hint = _joined(said.hint, hint)
    said.explanation = _joined(said.explanation, explanation)


def _joined(before: str, lines: list[str]) -> str:
    return "\n\n".join(filter(None, (before, "\n".join(lines).strip())))
