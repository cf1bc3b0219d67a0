"""Blanks in the words of a question, with what they accept."""

from __future__ import annotations

import re

from sop_plugin.model.answers import BLANK, Numeric, ShortAnswer
from sop_plugin.reading.quizzes.marks import ANSWER, BLANK_MARKS
from sop_plugin.reading.quizzes.numbers import read_answer
from sop_plugin.reading.quizzes.state import Reading

_CLOSING = {"[[": "]]", "［［": "］］", "【【": "】】"}
_NOT_CLOSED = re.compile(r"(?P<open>\[\[|［［|【【)(?P<inner>[^\[\]［］【】\n]*)(?P<half>[\]］】]?)(?![(（])")


def take_blanks(text: str, line: int, number: int, blanks: list[ShortAnswer | Numeric], state: Reading) -> str:
    """`text`, which begins in a line of the body, with `BLANK` for each blank in it; these are added to `blanks`."""

    def take(match: re.Match[str]) -> str:
        inner = next(group for group in match.groups() if group is not None)
        own = line + text.count("\n", 0, match.start())
        place = state.place(match[0], own)
        answer = read_answer(ANSWER.sub("", inner.strip(), count=1))
        if answer is None:
            state.fault("blank-without-answer", place)
            answer = ShortAnswer(())
        state.places[number, "blanks", len(blanks)] = place
        blanks.append(answer)
        return BLANK

    taken = BLANK_MARKS.sub(take, text)
    for match in _NOT_CLOSED.finditer(taken):
        closed = f"{match['open']}{match['inner'].strip()}{_CLOSING[match['open']]}"
        place = state.place(match[0], line + taken.count("\n", 0, match.start()))
        state.fault("blank-not-closed", place, closed if match["half"] else None, example=closed)
    return taken


def may_hold_blank(text: str) -> bool:
    """Whether it is worth looking for blanks."""
    return "[[" in text or "［［" in text or "【【" in text
