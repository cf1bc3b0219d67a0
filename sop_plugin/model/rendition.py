"""How a procedure stands in a language that it was not written in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sop_plugin.model.sop import Sop

INTRO, REST = ".intro", ".rest"
"""The parts of a body that belong to no step, among names of steps: no id has a dot in it."""


class Gap(StrEnum):
    """Why a step, or a part of it, stands in the words of the original."""

    MISSING = "missing"
    SUSPECT = "suspect"
    PARTIAL = "partial"


@dataclass(frozen=True, slots=True)
class Rendition:
    """What a translated procedure has of its original.

    `original` is as its author wrote it, in `lang`. `gaps` tells of each step that is not wholly translated, by its id,
    and under "" of what stands outside the steps: MISSING where there is no translation, SUSPECT where the original
    changed since (both stand in the original as a whole), PARTIAL where some of its texts stand in the original.
    `texts` are all texts that do; `parts` are those of the body, by the step's id, or INTRO or REST. `drafts` are the
    steps that are shown in words of a program which nobody confirmed, "" for what stands outside the steps; `confirmed`
    tells that others are shown which somebody wrote or confirmed.
    """

    original: Sop
    lang: str
    gaps: Mapping[str, Gap]
    texts: frozenset[str]
    parts: frozenset[str]
    drafts: frozenset[str] = frozenset()
    confirmed: bool = True
