"""Which parts of SOPs have a question, as coverage tells of code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import product
from typing import NamedTuple

from sop_plugin.model.meaning import in_short
from sop_plugin.model.question import Question
from sop_plugin.model.resolve import resolved, steps_of
from sop_plugin.model.sop import Sop
from sop_plugin.model.tested import Address


class PartKind(StrEnum):
    """What a question can be wanted for."""

    STEP = "step"
    STANDARD = "standard"
    EXCEPTION = "exception"


@dataclass(frozen=True, slots=True)
class Part:
    """A step, one of its standards or one of its exceptions, with the ids of the questions that test it.

    `procedure` is the title of the SOP; that and `title` are for people. `roles` are those that do the step, none where
    that differs by class. `names` are the ids that the SOP and the step have and had, as questions may name them.
    """

    kind: PartKind
    address: Address
    procedure: str
    title: str
    roles: tuple[str, ...]
    names: tuple[tuple[str, str], ...]
    questions: tuple[str, ...] = ()


class Share(NamedTuple):
    """How many of how many parts have a question."""

    covered: int
    of: int

    @property
    def percent(self) -> float:
        """From 0 to 100; 100 where there is nothing to ask about."""
        return 100.0 * self.covered / self.of if self.of else 100.0


@dataclass(frozen=True, slots=True)
class Coverage:
    """All parts of some SOPs, in the order of the SOPs and their steps."""

    parts: tuple[Part, ...]

    def share(self, kind: PartKind | None = None, *, role: str | None = None) -> Share:
        """The share of parts of a kind, or of the steps of a role ("" for those that name none)."""
        chosen = [
            part for part in self.parts if kind in (None, part.kind) and (role is None or role in (part.roles or ("",)))
        ]
        return Share(sum(bool(part.questions) for part in chosen), len(chosen))

    def by_sop(self) -> dict[str, Coverage]:
        """That of each SOP, by its id."""
        found: dict[str, list[Part]] = {}
        for part in self.parts:
            found.setdefault(part.address.sop, []).append(part)
        return {sop: Coverage(tuple(parts)) for sop, parts in found.items()}

    def roles(self) -> tuple[str, ...]:
        """The roles that some step has, in the order in which they first come."""
        return tuple(dict.fromkeys(role for part in self.parts for role in part.roles or ("",)))

    def missing(self) -> tuple[Part, ...]:
        """The parts without a question."""
        return tuple(part for part in self.parts if not part.questions)


def coverage_of(parts: Iterable[Part], questions: Iterable[Question]) -> Coverage:
    """What `questions` test of `parts`.

    A question about anything in a step is one about the step. One about all standards or exceptions of a step is one
    about each of them.
    """
    tested: Tests = {}
    for question in questions:
        for each in question.tests:
            sop, step, field, part = each.address
            fields = tested.setdefault((sop, step), {})
            fields.setdefault(field, []).append((part, question.id))
    return Coverage(tuple(replace(part, questions=_asking(part, tested)) for part in parts))


Tests = dict[tuple[str, str], dict[str, list[tuple[str, str]]]]
"""The questions by SOP and step, then by field, each with the part of the field it is about."""


def parts_of(sop: Sop) -> Iterator[Part]:
    """All that a question can be wanted for in an SOP, without any question, in the order of its steps."""
    for step in steps_of(sop):
        if step.steps:
            continue
        whole = resolved(sop, step)
        roles = whole.role if isinstance(whole.role, tuple) else ()
        names = tuple(product((sop.id, *sop.was), (step.id, *step.was)))
        told = {PartKind.STEP: [("", "", step.title or step.id)]}
        told[PartKind.STANDARD] = [("quality", item.id or "", item.text) for item in whole.quality]
        told[PartKind.EXCEPTION] = [("exceptions", item.id or "", in_short(item.when)) for item in whole.exceptions]
        for kind, found in told.items():
            for field, name, title in found:
                yield Part(kind, Address(sop.id, step.id, field, name), sop.title, title, roles, names)


def _asking(part: Part, tested: Tests) -> tuple[str, ...]:
    fields: dict[str, list[tuple[str, str]]] = {}
    for name in part.names:
        for field, found in tested.get(name, {}).items():
            fields.setdefault(field, []).extend(found)
    if part.kind is PartKind.STEP:
        return tuple(dict.fromkeys(question for found in fields.values() for _, question in found))
    asked = fields.get(part.address.field, ())
    return tuple(dict.fromkeys(question for name, question in asked if name in ("", part.address.part)))
