"""Steps of a translation that its original does not have, with those that are likely meant."""

from __future__ import annotations

from typing import NamedTuple

from sop_plugin.model.document import Document
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.suggestions import nearest

GUESSED = 20
"""Strange steps of a file for which one that is alike is looked for: with more, the file is of another procedure."""


class StrangeStep(NamedTuple):
    """A step of a translation; `meant` is the original's step that it is likely of, `renamed` where `was` says so."""

    id: str
    meant: str | None
    renamed: bool


def strange_steps(original: Document, translation: Document) -> list[StrangeStep]:
    """The steps that only the translation has. A step that it has already is never meant."""
    if original.sop is None or translation.translation is None:
        return []
    known = original.declared.get(Namespace.STEP, {})
    given = dict.fromkeys(translation.translation.steps)
    strange = [step for step in given if step not in known]
    if not strange:
        return []
    renamed = {old: step.id for step in steps_of(original.sop) for old in step.was}
    left = [step for step in known if step not in given]
    return [
        StrangeStep(step, renamed[step], renamed=True)
        if renamed.get(step) in left
        else StrangeStep(step, nearest(step, left) if number < GUESSED else None, renamed=False)
        for number, step in enumerate(strange)
    ]
