"""What a question tests at the place of the cursor, and what the SOPs say there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sop_plugin.checks.tested import PlaceTested, tested_places
from sop_plugin.model.diagnostic import Span
from sop_plugin.model.document import Document
from sop_plugin.model.fields import fields_of
from sop_plugin.model.library import Facts, Testing
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Step
from sop_plugin.model.tested import Address
from sop_plugin.model.walk import ways_to_steps
from sop_plugin.pipeline.quiz_facts import testing_of
from sop_plugin.pipeline.workspace import Workspace


class Here(NamedTuple):
    """A place that a question tests, and of its address the part that the cursor points at: `order/greet` of
    `order/greet.time_limit`, with its span.
    """

    tested: PlaceTested
    pointed: Address
    span: Span


class Asking(NamedTuple):
    """A question that asks about something: the facts of its quiz, and where it says so."""

    quiz: Facts
    testing: Testing


def in_force(workspace: Workspace, name: str) -> list[tuple[str, Sop]]:
    """The paths and the versions in force of an SOP, by an id that it has or had."""
    found = ((facts.path, facts.is_in_force) for facts in workspace.library.by_id.get(name, ()))
    return [(path, sop) for path, counts in found if counts and (sop := workspace.understood(path).sop)]


def tested_at(workspace: Workspace, document: Document, line: int, column: int) -> Here | None:
    """What is tested at a place of a quiz, lines and columns from 0; behind the address, all of it."""
    for each in testing_of(document):
        if each.span.line != line + 1 or not each.span_of_all.column <= column + 1 <= each.span_of_all.end_column:
            continue
        address = each.tested.address
        sops = [sop for _, sop in in_force(workspace, address.sop)]
        place = next(tested_places([each], sops))
        for pointed in _from_the_whole(address):
            span = Span(line + 1, each.span.column, line + 1, each.span.column + len(str(pointed)))
            if column + 1 <= span.end_column:
                return Here(place, pointed, span)
        return Here(place, address, each.span)
    return None


def _from_the_whole(address: Address) -> Iterator[Address]:
    """An address from its SOP down to all that it names."""
    yield Address(address.sop)
    if address.step:
        yield Address(address.sop, address.step)
    if address.field:
        yield Address(address.sop, address.step, address.field)
    if address.part:
        yield address


def asking_about(workspace: Workspace, sop: str, step: str) -> Iterator[Asking]:
    """The questions that test a step, or anything of it, in the order of the files. It and its SOP are known by the ids
    that they had before too.
    """
    names = {name for facts in workspace.library.by_id.get(sop, ()) for name in (facts.id, *facts.was)}
    steps = {step}
    for _, found in in_force(workspace, sop):
        steps.update(name for each in steps_of(found) if each.id == step for name in each.was)
    for quiz in workspace.library.quizzes:
        for testing in quiz.quiz.testing if quiz.quiz else ():
            address = testing.tested.address
            if address.sop in names and address.step in steps:
                yield Asking(quiz, testing)


def declared_at(workspace: Workspace, address: Address) -> tuple[str, Span] | None:
    """The file and the place in which an SOP says what an address names, or the nearest around it that it says."""
    for path, sop in in_force(workspace, address.sop):
        document = workspace.understood(path)
        if not address.step and not address.field:
            return path, document.locate(("id",))
        record: Sop | Step = sop
        way: tuple[str | int, ...] = ()
        if address.step:
            found = next((each for each in ways_to_steps(sop) if address.step in (each[1].id, *each[1].was)), None)
            if found is None:
                continue
            way, record = found
        if not address.field:
            return path, document.locate((*way, "id"))
        field = (*way, address.field)
        if not document.has(field):
            # The step takes it from elsewhere, from the whole procedure or from a step that it is the same as.
            return path, document.locate((*way, "id"))
        return path, document.locate((*field, *_position(record, address)))
    return None


def _position(record: Sop | Step, address: Address) -> tuple[str | int, ...]:
    """The number of a part in its field, if a part is named."""
    kind: type = type(record)
    spec = next((spec for spec in fields_of(kind) if spec.key == address.field), None)
    parts = getattr(record, spec.attribute) if spec and address.part else ()
    return tuple(
        number
        for number, part in enumerate(parts if isinstance(parts, tuple) else ())
        if getattr(part, "id", None) == address.part
    )[:1]
