"""The texts of a procedure by which somebody must judge, decide or act: what to do, how well, when, and what then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from sop_plugin.model.condition import AllOf, AnyOf, Condition, NoneOf, Said
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Step

CRITERIA = frozenset(
    {
        *(("do",), ("quality", "text"), ("checklist",), ("requires", "text"), ("standards", "text"), ("only_if",)),
        *(("exceptions", "when"), ("exceptions", "then"), ("branches", "when"), ("branches", "then")),
        *(("repeat", "until"), ("repeat", "while"), ("entries", "when"), ("ends", "then"), ("policies", "rule")),
    }
)
"""The fields of these texts, as `Passage.fields` has them."""

INSTRUCTIONS = frozenset({("do",), ("exceptions", "then"), ("branches", "then")})
"""The fields of the texts that tell somebody what to do."""


T = TypeVar("T")


def _for_the_latest(make: Callable[[Sop], T]) -> Callable[[Sop], T]:
    """Keeps what `make` gives for the procedure that was asked for last, since several rules ask in turn.

    A procedure is known by its identity: to compare two would take longer than to make it anew.
    """
    latest: list[tuple[Sop, T]] = []

    def kept_or_made(sop: Sop) -> T:
        if not latest or latest[0][0] is not sop:
            latest[:] = [(sop, make(sop))]
        return latest[0][1]

    return kept_or_made


@_for_the_latest
def criteria_of(sop: Sop) -> str:
    """All of these texts, a line each: enough to tell whether anything is to be looked for. Words of a customer or to
    one, explanations and aims are none.
    """
    return "\n".join(_texts(sop))


@_for_the_latest
def instructions_of(sop: Sop) -> tuple[str, ...]:
    """Every text that tells somebody what to do."""
    return tuple(_instructions(sop))


def _instructions(sop: Sop) -> Iterator[str]:
    for step in steps_of(sop):
        if step.do:
            yield step.do
        for exception in step.exceptions:
            if exception.then:
                yield exception.then
        for branch in step.branches:
            if branch.then:
                yield branch.then


def _texts(sop: Sop) -> Iterator[str]:
    yield from (requirement.text for requirement in sop.requires)
    yield from (standard.text for standard in sop.standards)
    yield from (policy.rule for policy in sop.policies)
    yield from (end.then or "" for end in sop.ends)
    for entry in sop.entries:
        yield from _said(entry.when)
    for step in steps_of(sop):
        yield from _of_step(step)


def _of_step(step: Step) -> Iterator[str]:
    if step.do:
        yield step.do
    for standard in step.quality:
        yield standard.text
    yield from step.checklist
    for exception in step.exceptions:
        yield from _said(exception.when)
        yield exception.then or ""
    for branch in step.branches:
        yield from _said(branch.when)
        yield branch.then or ""
    if step.only_if is not None:
        yield from _said(step.only_if)
    if step.repeat is not None:
        yield from _said(step.repeat.until)
        yield from _said(step.repeat.while_)


def _said(condition: Condition | None) -> Iterator[str]:
    if isinstance(condition, Said):
        yield condition.words
    elif isinstance(condition, AnyOf | AllOf | NoneOf):
        for part in condition.parts:
            yield from _said(part)
