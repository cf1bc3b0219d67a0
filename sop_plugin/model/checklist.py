"""What there is to tick, measure, write down and sign at each place of a procedure's flow.

A checklist is derived, never written: every SOP has one. Its places are the nodes of the flow (`flow_graph.py`), so
that whoever follows it goes where the procedure goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from sop_plugin.model.amount import Amount
from sop_plugin.model.condition import Condition
from sop_plugin.model.flow import Branch, StepException
from sop_plugin.model.flow_graph import FlowGraph, Node, NodeKind
from sop_plugin.model.record import Choice, FieldType, Form, FormUse, RecordField
from sop_plugin.model.resolve import repeated
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Standard, Step


class ItemSource(Enum):
    """What an item comes from.

    DO is the step itself being done. CHECK and APPROVAL are the signatures of those who check and approve. NOTHING is
    what a form asks to be written when there is nothing to write.
    """

    DO = "do"
    CHECKLIST = "checklist"
    STANDARD = "standard"
    RECORD = "record"
    NOTHING = "nothing"
    CHECK = "check"
    APPROVAL = "approval"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to tick or fill in.

    `id` is unique within the procedure; ids of what was written without one count from 1 among their kind. `text` is
    the author's, and empty for the step being done and for signatures, which `by` tells apart. `field` is the id under
    which conditions test the answer. `form` is the form it belongs to, if any.
    """

    id: str
    source: ItemSource
    type: FieldType
    text: str = ""
    unit: str | None = None
    range: Amount | None = None
    choices: tuple[Choice, ...] = ()
    optional: bool = False
    only_if: Condition | None = None
    by: tuple[str, ...] = ()
    help: str | None = None
    field: str = ""
    form: str = ""


Items = tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """What there is to do at a node, and what comes to it if an exception or a branch is taken.

    `step` has what it takes from the step that it repeats. `exceptions` and `branches` stand in the step's own order.
    """

    step: Step
    items: Items = ()
    exceptions: tuple[Items, ...] = ()
    branches: tuple[Items, ...] = ()


@dataclass(frozen=True, slots=True)
class Checklist:
    """A procedure as it is gone through. `places` belong to the nodes of `graph` by index; None where there is no step.

    What a group asks for stands at its JOIN, when its parts are done; its exceptions stand at its OPEN, since they may
    happen all the while.
    """

    graph: FlowGraph
    places: tuple[Place | None, ...]


def checklist_of(sop: Sop, graph: FlowGraph) -> Checklist:
    """The checklist of a procedure whose flow is `graph`."""
    forms = {form.id: form for form in sop.forms}
    return Checklist(graph, tuple(_place(sop, node, forms) for node in graph.nodes))


def _place(sop: Sop, node: Node, forms: dict[str, Form]) -> Place | None:
    if node.step is None:
        return None
    step = repeated(sop, node.step) if node.step.same_as else node.step
    if node.kind is NodeKind.OPEN:
        return Place(step, exceptions=tuple(tuple(_of_exception(step, each, forms)) for each in step.exceptions))
    branches = tuple(tuple(_of_branch(step, branch)) for branch in step.branches)
    if node.kind is NodeKind.JOIN:
        return Place(step, tuple(_of_step(step, forms)), branches=branches)
    done = Item(f"{step.id}.done", ItemSource.DO, FieldType.TICK)
    exceptions = tuple(tuple(_of_exception(step, each, forms)) for each in step.exceptions)
    return Place(step, (done, *_of_step(step, forms)), exceptions, branches)


def _of_step(step: Step, forms: dict[str, Form]) -> Iterator[Item]:
    for number, line in enumerate(step.checklist, 1):
        yield Item(f"{step.id}.checklist.{number}", ItemSource.CHECKLIST, FieldType.TICK, line)
    taken = {standard.id for standard in step.quality}
    for number, standard in enumerate(step.quality, 1):
        name = standard.id or _free(str(number), taken)
        yield from _of_standard(f"{step.id}.standard.{name}", standard)
    yield from _of_record(f"{step.id}.record", step.record, forms)
    yield from _signatures(f"{step.id}.checked-by", ItemSource.CHECK, step.checked_by)
    yield from _signatures(f"{step.id}.approved-by", ItemSource.APPROVAL, step.approved_by)


def _free(name: str, taken: set[str | None]) -> str:
    """A name for what has none; an author may have called another standard by the same number."""
    while name in taken:
        name += "x"
    return name


def _of_standard(place: str, standard: Standard) -> Iterator[Item]:
    """A standard is ticked; one with a measure is measured. Who checks it signs."""
    yield Item(
        place,
        ItemSource.STANDARD,
        FieldType.NUMBER if standard.measure else FieldType.TICK,
        standard.text,
        unit=standard.measure.unit if standard.measure else None,
        range=standard.measure,
        help=standard.how,
        field=standard.id or "",
    )
    yield from _signatures(f"{place}.checked-by", ItemSource.CHECK, standard.checked_by)


def _of_record(place: str, record: Iterable[FormUse | RecordField], forms: dict[str, Form]) -> Iterator[Item]:
    """The fields of a record, those of forms in place; each once, however often it is named."""
    given: set[str] = set()
    for item in record:
        for found in [_of_field(place, item)] if isinstance(item, RecordField) else _of_form(place, item, forms):
            if found.id not in given:
                given.add(found.id)
                yield found


def _of_form(place: str, use: FormUse, forms: dict[str, Form]) -> Iterator[Item]:
    form = forms.get(use.form)
    if form is None:
        return
    for each in form.fields:
        if use.field in ("", each.id):
            # A tilde stands in no id, so a form is never taken for a field of the step's own.
            yield _of_field(f"{place}.{form.id}~", each, form.id)
    if form.when_nothing and not use.field:
        yield Item(
            f"{place}.{form.id}~nothing~",
            ItemSource.NOTHING,
            FieldType.TICK,
            form.when_nothing,
            optional=True,
            form=form.id,
        )


def _of_field(place: str, field: RecordField, form: str = "") -> Item:
    return Item(
        f"{place}.{field.id}",
        ItemSource.RECORD,
        field.type,
        field.title,
        unit=field.unit or (field.range.unit if field.range else None),
        range=field.range,
        choices=field.choices,
        optional=field.optional,
        only_if=field.only_if,
        by=field.by,
        help=field.help,
        field=field.id,
        form=form,
    )


def _of_exception(step: Step, exception: StepException, forms: dict[str, Form]) -> Iterator[Item]:
    place = f"{step.id}.exception.{exception.id}"
    yield from _of_record(f"{place}.record", exception.record, forms)
    yield from _signatures(f"{place}.approved-by", ItemSource.APPROVAL, exception.approved_by)


def _of_branch(step: Step, branch: Branch) -> Iterator[Item]:
    place = f"{step.id}.branch.{branch.id}.approved-by"
    yield from _signatures(place, ItemSource.APPROVAL, branch.approved_by)


def _signatures(place: str, source: ItemSource, roles: tuple[str, ...]) -> Iterator[Item]:
    """One name for each role that must agree."""
    for role in dict.fromkeys(roles):
        yield Item(f"{place}.{role}", source, FieldType.SIGNATURE, by=(role,))
