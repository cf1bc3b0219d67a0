"""Whether what somebody did still holds: the SOPs and questions as they are now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sop_plugin.model.result import Result, ResultKind


class Standing(StrEnum):
    """How a result stands beside what there is now."""

    CURRENT = "current"
    OUTDATED = "outdated"
    """What it was done on has changed since."""
    GONE = "gone"
    """What it was done on is no more."""


@dataclass(frozen=True, slots=True)
class PresentSop:
    """An SOP in force: its version, its fingerprint, and those of its steps by their ids, old ids too."""

    title: str
    version: str
    print: str
    steps: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PresentQuestion:
    """A question as it stands now, in words for a report; `options` are those of a choice."""

    title: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Present:
    """What there is now: SOPs by all ids that they have or had, quizzes likewise with their titles, and questions by
    their fingerprints. `sop_ids` and `quiz_ids` are the present ids by those that they had.
    """

    sops: Mapping[str, PresentSop] = field(default_factory=dict)
    quizzes: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[str, PresentQuestion] = field(default_factory=dict)
    sop_ids: Mapping[str, str] = field(default_factory=dict)
    quiz_ids: Mapping[str, str] = field(default_factory=dict)

    def subject(self, kind: ResultKind, name: str) -> str | None:
        """The id that an SOP or a quiz has now; None where it is no more."""
        there, ids = (self.quizzes, self.quiz_ids) if kind is ResultKind.QUIZ else (self.sops, self.sop_ids)
        return ids.get(name, name) if name in there else None

    def title(self, kind: ResultKind, name: str) -> str | None:
        """What it is called; None where it is no more."""
        if kind is ResultKind.QUIZ:
            return self.quizzes.get(name)
        sop = self.sops.get(name)
        return sop.title if sop else None

    def standing(self, result: Result) -> Standing:
        """How a result stands.

        A run or a confirmation holds while the procedure means what it did, whatever its version is called. An attempt
        holds while the steps that it covers mean what they did: a question that was only reworded changes nothing.
        """
        if result.kind is ResultKind.QUIZ:
            if result.subject not in self.quizzes:
                return Standing.GONE
            changed = any(self.print_at(address) != pin for address, pin in result.places.items())
            return Standing.OUTDATED if changed else Standing.CURRENT
        sop = self.sops.get(result.subject)
        if sop is None:
            return Standing.GONE
        return Standing.CURRENT if sop.print == result.print else Standing.OUTDATED

    def print_at(self, address: str) -> str | None:
        """The fingerprint at `order/greet` or `order`; None where nothing stands there any more."""
        sop, _, step = address.partition("/")
        found = self.sops.get(sop)
        if found is None:
            return None
        return found.steps.get(step) if step else found.print
