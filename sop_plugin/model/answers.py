"""What counts as right at a question, one class for each way to ask.

Texts marked as a line or a text hold Markdown, like those of an SOP. Nothing here knows how a question is shown: an
answer's parts stand in the order in which the author wrote them, and whoever shuffles keeps their numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

BLANK = "\ufdd0"
"""Stands in the words of a question for each of its blanks, in their order. It is no character that a file may hold."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of several answers to choose from, and what is said to whoever chose it.

    Where the option is a picture, `picture` is its path as the author wrote it and `text` are the words for those who
    cannot see it, without markup.
    """

    text: str
    right: bool
    feedback: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Options of which one is right or, where `several`, all those that are marked."""

    options: tuple[Option, ...]
    several: bool = False

    @property
    def of_pictures(self) -> bool:
        """Whether the options are pictures."""
        return bool(self.options) and all(option.picture for option in self.options)


@dataclass(frozen=True, slots=True)
class TrueFalse:
    """A sentence that holds or does not, and what is said to whoever thinks so or not."""

    is_true: bool
    if_true: str = ""
    if_false: str = ""


@dataclass(frozen=True, slots=True)
class Ordering:
    """Things to bring into an order; `items` stand in the right one."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that belong together."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Matching:
    """Pairs to find; `extras` are right sides that belong to no left one."""

    pairs: tuple[Pair, ...]
    extras: tuple[str, ...] = ()

    @property
    def choices(self) -> tuple[str, ...]:
        """What may be put to a left side: the right sides in the order of the pairs, each text once, then the extras.

        Two pairs may share a right side ("the shift lead" decides in two cases); it is offered once.
        """
        return tuple(dict.fromkeys((*(pair.right for pair in self.pairs), *self.extras)))


@dataclass(frozen=True, slots=True)
class UnitFactor:
    """A unit that may be typed, and what one of it is in the unit of the answer."""

    unit: str
    factor: float


@dataclass(frozen=True, slots=True)
class Numeric:
    """A number with its unit ("" where a bare number is asked), right within `tolerance` above and below.

    `units` are the units that may be typed behind the number, folded as `scoring.folded` does; a number without one is
    in `unit`. `words` are the author's own.
    """

    value: float
    tolerance: float = 0.0
    unit: str = ""
    units: tuple[UnitFactor, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    """A few words to type; any of `accepted` is right. The first is the one to show."""

    accepted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blanks:
    """Gaps to fill in the question's own words, where each `BLANK` stands for the next of them."""

    blanks: tuple[ShortAnswer | Numeric, ...]
