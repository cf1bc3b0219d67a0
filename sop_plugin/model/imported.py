"""Questions that come from another program's file, and what could not be carried over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sop_plugin.model.question import Question


class Grade(StrEnum):
    """How grave a loss is."""

    LEFT_OUT = "left-out"
    """What stood there is not in the new quiz."""

    CHANGED = "changed"
    """It is there, but works or counts in another way."""

    LOOKS = "looks"
    """It only looks different, or was of use to the other program alone."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that was not carried over as it stood.

    `key` is its name in the catalogues, below `loss.`, and `arguments` fill the placeholders there. `item` is the name
    of the question as the file has it, "" where it is none's. `line` counts from 1.
    """

    key: str
    grade: Grade
    line: int
    item: str = ""
    arguments: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportedQuestion:
    """A question, without an id of ours yet.

    `name` and `number` are what the other program calls it, for people and for itself; both may be "". `line` is where
    it begins.
    """

    question: Question
    line: int
    name: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """What one file holds. `pictures` are files by the paths that the questions link them with."""

    questions: tuple[ImportedQuestion, ...] = ()
    losses: tuple[Loss, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
