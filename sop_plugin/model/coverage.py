"""Which parts of SOPs have a question, as coverage tells of code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from sop_plugin.model.meaning import in_short
from sop_plugin.model.question import Question
from sop_plugin.model.resolve import resolved, steps_of
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Step
from sop_plugin.model.tested import Address


class PartKind(StrEnum):
    """What a question can be wanted for."""

    STEP = "step"
    STANDARD = "standard"
    EXCEPTION = "exception"


@dataclass(frozen=True, slots=True)
class Part:
    """A step, one of its standards or one of its exceptions, with the ids of the questions that test it.

    `sop` and `title` are for people; `roles` are those that do the step, none where that differs by class.
    """

    kind: PartKind
    sop: Sop
    address: Address
    title: str
    roles: tuple[str, ...]
    questions: tuple[str, ...]


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

    def share(self, kind: PartKind | None = None, *, sop: str | None = None, role: str | None = None) -> Share:
        """The share of parts of a kind, of an SOP, or of the steps of a role ("" for those that name none)."""
        chosen = [
            part
            for part in self.parts
            if kind in (None, part.kind)
            and sop in (None, part.sop.id)
            and (role is None or role in (part.roles or ("",)))
        ]
        return Share(sum(bool(part.questions) for part in chosen), len(chosen))

    def roles(self) -> tuple[str, ...]:
        """The roles that some step has, in the order in which they first come."""
        return tuple(dict.fromkeys(role for part in self.parts for role in part.roles or ("",)))

    def missing(self) -> tuple[Part, ...]:
        """The parts without a question."""
        return tuple(part for part in self.parts if not part.questions)


def coverage_of(sops: Iterable[Sop], questions: Iterable[Question]) -> Coverage:
    """What `questions` test of `sops`.

    A question about anything in a step is one about the step. One about all standards or exceptions of a step is one
    about each of them.
    """
    tested: dict[tuple[str, str], dict[str, list[tuple[str, str]]]] = {}
    for question in questions:
        for each in question.tests:
            sop, step, field, part = each.address
            fields = tested.setdefault((sop, step), {})
            fields.setdefault(field, []).append((part, question.id))
    return Coverage(tuple(part for sop in sops for part in _parts(sop, tested)))


Tests = Mapping[tuple[str, str], Mapping[str, list[tuple[str, str]]]]
"""The questions by SOP and step, then by field, each with the part of the field it is about."""


def _parts(sop: Sop, tested: Tests) -> Iterator[Part]:
    for step in steps_of(sop):
        if step.steps:
            continue
        whole = resolved(sop, step)
        roles = whole.role if isinstance(whole.role, tuple) else ()
        fields: dict[str, list[tuple[str, str]]] = {}
        for name in (sop.id, *sop.was):
            for old in (step.id, *step.was):
                for field, found in tested.get((name, old), {}).items():
                    fields.setdefault(field, []).extend(found)
        everything = tuple(dict.fromkeys(question for found in fields.values() for _, question in found))
        address = Address(sop.id, step.id)
        yield Part(PartKind.STEP, sop, address, step.title or step.id, roles, everything)
        yield from _of_field(PartKind.STANDARD, "quality", whole, sop, roles, fields)
        yield from _of_field(PartKind.EXCEPTION, "exceptions", whole, sop, roles, fields)


def _of_field(
    kind: PartKind,
    field: str,
    step: Step,
    sop: Sop,
    roles: tuple[str, ...],
    fields: Mapping[str, list[tuple[str, str]]],
) -> Iterator[Part]:
    for item in getattr(step, field):
        name = item.id or ""
        asked = tuple(dict.fromkeys(question for part, question in fields.get(field, ()) if part in ("", name)))
        told = item.text if kind is PartKind.STANDARD else in_short(item.when)
        yield Part(kind, sop, Address(sop.id, step.id, field, name), told, roles, asked)
