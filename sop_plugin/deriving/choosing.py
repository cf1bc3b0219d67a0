"""Which wrong answers stand beside the right one, and in which order: always the same for the same question."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import NamedTuple

from sop_plugin.model.answers import Choice, Option
from sop_plugin.model.scoring import folded

WANTED = 3
"""Distractors beside the right answer (M. C. Rodriguez, "Three Options Are Optimal for Multiple-Choice Items", 2005,
finds that more than two seldom work; the third is for where one is easily ruled out)."""

FEWEST = 2


class Candidate(NamedTuple):
    """A text that might be taken for the right answer, and how far away it was found; nearer ones are likelier."""

    text: str
    tier: int


def choice_of(
    seed: str, right: str, candidates: Iterable[Candidate], *, also_right: Iterable[str] = ()
) -> Choice | None:
    """A choice of the right answer and distractors; None where there are too few of them.

    `also_right` are the texts that would be right as well. Texts that read the same, whatever their case and
    punctuation, are one.
    """
    taken = {folded(right), *map(folded, also_right)}
    distractors: list[str] = []
    ranked = sorted(
        candidates, key=lambda each: (each.tier, abs(len(each.text) - len(right)) // 8, _lot(seed, each.text))
    )
    for candidate in ranked:
        if folded(candidate.text) not in taken and candidate.text.strip():
            taken.add(folded(candidate.text))
            distractors.append(candidate.text)
            if len(distractors) == WANTED:
                break
    if len(distractors) < FEWEST:
        return None
    options = [Option(right, right=True), *(Option(text, right=False) for text in distractors)]
    return Choice(tuple(sorted(options, key=lambda option: _lot(seed, option.text))))


def _lot(seed: str, text: str) -> str:
    """What decides where there is nothing to choose by: the same for the same question on every machine."""
    return hashlib.sha256(f"{seed}\n{text}".encode()).hexdigest()
