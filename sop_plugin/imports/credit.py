"""Options with the share of the points that each is worth, to choices that are right or wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sop_plugin.imports.gathering import Gathering
from sop_plugin.imports.plain import in_short
from sop_plugin.model.answers import Choice, Option

FULL = 100.0
_SLACK = 0.1
"""Percent by which shares may miss: Moodle writes a third as 33.33333."""

_PICTURE = re.compile(r"!\[(?P<alt>[^\[\]]*)\]\((?P<file>[^()\s]+)\)")


class Credited(NamedTuple):
    """An answer with what it is worth in percent of the points, and what is said to whoever gave it; both Markdown."""

    text: str
    percent: float
    feedback: str = ""


def choice_of(options: Sequence[Credited], gathering: Gathering, *, several: bool) -> Choice | None:
    """The choice between `options`; None, with a loss, where none of them is right.

    With `several`, whatever is worth anything is right. Else only the best is, and what was half right is wrong.
    """
    kept = [option for option in options if option.text.strip()]
    if len(kept) < len(options):
        gathering.change("option-empty", count=str(len(options) - len(kept)))
    best = max((option.percent for option in kept), default=0.0)
    if best <= 0:
        gathering.leave_out("no-right-answer")
        return None
    rights = [option.percent > 0 if several else option.percent >= best - _SLACK for option in kept]
    if several:
        _note_weights(kept, rights, gathering)
    else:
        _note_partly_right(kept, rights, best, gathering)
        if sum(rights) > 1:
            gathering.change("several-right")
            several = True
    return Choice(tuple(map(_option, kept, rights)), several)


def _option(credited: Credited, right: bool) -> Option:
    picture = _PICTURE.fullmatch(credited.text)
    if picture:
        return Option(picture["alt"], right, credited.feedback, picture["file"])
    return Option(credited.text, right, credited.feedback)


def _note_weights(options: Sequence[Credited], rights: Sequence[bool], gathering: Gathering) -> None:
    """Notes weights that differ from ours, where every right one adds alike and every wrong one takes away alike."""
    count = sum(rights)
    wrong = len(options) - count
    for option, right in zip(options, rights, strict=True):
        if abs(option.percent - (FULL / count if right else -FULL / wrong)) > _SLACK:
            gathering.change("weights", weights="; ".join(_weight(each) for each in options))
            return


def _note_partly_right(options: Sequence[Credited], rights: Sequence[bool], best: float, gathering: Gathering) -> None:
    if best < FULL - _SLACK:
        gathering.change("best-below-full", percent=shown(best))
    for option, right in zip(options, rights, strict=True):
        if not right and option.percent > 0:
            gathering.change("partly-right", text=in_short(option.text), percent=shown(option.percent))
        elif option.percent < 0:
            gathering.change("points-taken", text=in_short(option.text), percent=shown(option.percent))


def _weight(option: Credited) -> str:
    return f"{in_short(option.text, 24)} {shown(option.percent)} %"


def shown(number: float) -> str:
    """A number as people write it."""
    return f"{number:.5f}".rstrip("0").rstrip(".")
