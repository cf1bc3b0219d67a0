"""A clean procedure about to get a fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Planted:
    """A fault and where it must be reported."""

    rule: str
    path: str
    line: int


class Draft:
    """The lines of a procedure, to be changed in one place. `files` are others to be written beside it, by name.

    Lines count from 1, as diagnostics do. Where the fault is to be found in another file, `path` names it.
    """

    def __init__(self, text: str, path: str, random: Random) -> None:
        self.lines = text.split("\n")
        self.path = path
        self.random = random
        self.files: dict[str, str | bytes] = {}
        self.data: bytes | None = None
        self.expected: Planted | None = None
        self.language = next(line.partition(": ")[2] for line in self.lines if line.startswith("lang: "))

    @property
    def name(self) -> str:
        """The id of the procedure."""
        return self.path.removesuffix(".md")

    @property
    def bytes(self) -> bytes:
        """The file as it is to be written."""
        return "\n".join(self.lines).encode() if self.data is None else self.data

    @property
    def fence(self) -> int:
        """The line that closes the front matter."""
        return self.lines.index("---", 1) + 1

    def line(self, pattern: str) -> int | None:
        """A line of the front matter that matches, or None."""
        found = [n for n, line in enumerate(self.lines[: self.fence], start=1) if re.search(pattern, line)]
        return self.random.choice(found) if found else None

    def change(self, pattern: str, instead: str) -> int | None:
        """Changes what matches in one line; gives the line."""
        at = self.line(pattern)
        if at is not None:
            self.lines[at - 1] = re.sub(pattern, instead, self.lines[at - 1], count=1)
        return at

    def insert(self, at: int, *lines: str) -> int:
        """Puts lines before line `at`; gives `at`."""
        self.lines[at - 1 : at - 1] = lines
        return at

    def add_to_step(self, *lines: str, only: str = "") -> int | None:
        """Adds fields to a step behind its title; `only` must stand in none of its lines. Gives the first new line.

        Steps that are questions or groups are left alone.
        """
        starts = [n for n, step in self.steps() if not only or not any(re.search(only, line) for line in step)]
        if not starts:
            return None
        at = self.random.choice(starts)
        indent = " " * (len(self.lines[at - 1]) - len(self.lines[at - 1].lstrip()) + 2)
        return self.insert(at + 2, *(indent + line for line in lines))

    def steps(self) -> Iterator[tuple[int, list[str]]]:
        """The first line and all lines of each step in which something is done."""
        for number, line in enumerate(self.lines[: self.fence - 1], start=1):
            if not re.match(r" +- id: step-\d+$", line):
                continue
            indent = len(line) - len(line.lstrip())
            end = number
            while end < self.fence - 1 and self.lines[end].startswith(" " * (indent + 1)):
                end += 1
            step = self.lines[number - 1 : end]
            if not any(re.match(r" +(branches|steps|event):", each) for each in step):
                yield number, step

    def add(self, *lines: str) -> int:
        """Adds fields at the end of the front matter; gives the first new line."""
        return self.insert(self.fence, *lines)


Planter = Callable[[Draft], int | None]
"""Plants a fault; gives the line where it must be reported, or None where the procedure has no place for it."""
