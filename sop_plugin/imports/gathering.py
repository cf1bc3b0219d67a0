"""What is gathered while a file of another program is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from sop_plugin.model.imported import Grade, Imported, ImportedQuestion, Loss
from sop_plugin.model.question import Question

MOST_LOSSES = 20_000
"""Losses that are noted of one file. One that holds more was made to."""


@dataclass(slots=True)
class Gathering:
    """Questions, losses and pictures so far, and the item that is being read.

    `folder` is where pictures go, relative to the quiz; `named` are the paths of those that came with the present
    text, by their names in the file.
    """

    folder: str = "pictures"
    item: str = ""
    line: int = 1
    number: str = ""
    questions: list[ImportedQuestion] = field(default_factory=list)
    losses: dict[object, Loss] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)

    def begin(self, line: int, name: str = "", number: str = "") -> None:
        """Begins with the next item. All that is lost from now on is lost of it."""
        self.line, self.item, self.number = line, " ".join(name.split()), number

    def lose(self, key: str, grade: Grade, *, line: int = 0, **arguments: str) -> None:
        """Notes that something is lost."""
        loss = Loss(key, grade, line or self.line, self.item, arguments)
        if len(self.losses) < MOST_LOSSES:
            self.losses.setdefault((key, loss.line, loss.item, tuple(arguments.items())), loss)

    def leave_out(self, key: str, *, line: int = 0, **arguments: str) -> None:
        """Notes that something is not carried over at all."""
        self.lose(key, Grade.LEFT_OUT, line=line, **arguments)

    def change(self, key: str, *, line: int = 0, **arguments: str) -> None:
        """Notes that something works in another way."""
        self.lose(key, Grade.CHANGED, line=line, **arguments)

    def add(self, question: Question) -> None:
        """Takes the question of the present item."""
        self.questions.append(ImportedQuestion(question, self.line, self.item, self.number))

    def imported(self) -> Imported:
        """All that was gathered."""
        return Imported(tuple(self.questions), tuple(self.losses.values()), dict(self.pictures))
