"""What questions are made of: SOPs in one language, the names of the house, and the words to ask in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from sop_plugin.model.organisation import Organisation
from sop_plugin.model.resolve import resolved, steps_of
from sop_plugin.model.scoring import folded
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Step
from sop_plugin.words.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Subject:
    """An SOP in the language of the questions. Of the steps `left_out`, which stand in another, nothing is asked.

    Where it is a translation, `translates` is what it translates.
    """

    sop: Sop
    left_out: frozenset[str] = frozenset()
    translates: Sop | None = None
    _steps: list[Step] = field(default_factory=list, compare=False, repr=False)

    @property
    def original(self) -> Sop:
        """The SOP as its author wrote it: what questions are pinned to, in every language."""
        return self.translates or self.sop

    @property
    def steps(self) -> Sequence[Step]:
        """The steps in the language, resolved. Made once, since every question about a sibling asks."""
        if not self._steps:
            own = (step for step in steps_of(self.sop) if step.id not in self.left_out)
            self._steps.extend(resolved(self.sop, step) for step in own)
        return self._steps


@dataclass(frozen=True, slots=True)
class Listed:
    """An SOP among all that there are: known by what tells whether questions are made of it, and read when they are.

    `read` gives None where it cannot be read any more.
    """

    id: str
    was: tuple[str, ...]
    department: str | None
    read: Callable[[], Subject | None]


def listed(subject: Subject) -> Listed:
    """An SOP that was read already."""
    sop = subject.sop
    return Listed(sop.id, sop.was, sop.department, lambda: subject)


@dataclass(frozen=True, slots=True)
class Material:
    """What the questions of one quiz are made of: about `subject`, with its `siblings` for what might be taken for it.

    Sibling SOPs stand in an order that does not change from build to build.
    """

    subject: Subject
    siblings: Sequence[Subject]
    organisation: Organisation | None
    words: Catalogue
    _names: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def sop(self) -> Sop:
        """The SOP that is asked about."""
        return self.subject.sop

    def tiers(self) -> Iterator[tuple[int, Subject]]:
        """The SOPs to take distractors from, the nearest first, with how far away each is."""
        yield 0, self.subject
        for sibling in self.siblings:
            if sibling.sop.id != self.sop.id:
                is_near = sibling.sop.department == self.sop.department and self.sop.department is not None
                yield 1 if is_near else 2, sibling

    def title_of(self, kind: str, name: str) -> str | None:
        """The title of a role or a tool (`kind` is the field of the organisation) in the language; None where it has
        none in that language.
        """
        if kind not in self._names:
            self._names[kind] = self._titles(kind)
        return self._names[kind].get(name)

    def _titles(self, kind: str) -> dict[str, str]:
        house = self.organisation
        if house is None:
            return {}
        language = self.words.language
        told = {}
        for thing in getattr(house, kind):
            names = {named.lang: named.title for named in thing.names} | {house.language: thing.title}
            if language in names:
                told[thing.id] = names[language]
        return told


def asked_steps(subject: Subject) -> Iterator[Step]:
    """The steps that can be asked about, resolved: in the language, with a title that no other step shares.

    Groups are left out, since who does them, and with what, is said of their parts.
    """
    counts = Counter(folded(step.title) for step in steps_of(subject.sop) if step.title)
    return (step for step in subject.steps if step.title and not step.steps and counts[folded(step.title)] == 1)
