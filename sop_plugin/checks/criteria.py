"""The texts of a procedure by which somebody must judge, decide or act: what to do, how well, when, and what then."""

from __future__ import annotations

from collections.abc import Iterator

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


_latest: list[tuple[Sop, str]] = []
"""The procedure that was asked for last, with its texts: several rules ask in turn. Known by identity, since to compare
two takes longer than to make it anew.
"""


def criteria_of(sop: Sop) -> str:
    """All of these texts, a line each: enough to tell whether anything is to be looked for. Words of a customer or to
    one, explanations and aims are none.
    """
    if not _latest or _latest[0][0] is not sop:
        _latest[:] = [(sop, "\n".join(_texts(sop)))]
    return _latest[0][1]


def instructions_of(sop: Sop) -> Iterator[str]:
    """Every text that tells somebody what to do."""
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
