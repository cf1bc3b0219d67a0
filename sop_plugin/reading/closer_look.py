"""What only shows in a whole record: an exception without an answer, a step that points at itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sop_plugin.model.flow import StepException
from sop_plugin.model.step import Step
from sop_plugin.reading.decoding import Decoding
from sop_plugin.reading.yaml_tree import MappingNode, SequenceNode

_ANSWERS = frozenset({*StepException.ANSWERS, "go"})


def _look_at_exception(exception: StepException, given: set[str], node: MappingNode, state: Decoding) -> None:
    if given.isdisjoint(_ANSWERS):
        state.fault("exception-without-answer", node, id=exception.id)


def _look_at_step(step: Step, _given: set[str], node: MappingNode, state: Decoding) -> None:
    if step.same_as == step.id:
        _note_itself("same_as", step.id, node, state)
    if step.undoes == step.id:
        _note_itself("undoes", step.id, node, state)
    if step.during is not None and step.id in (step.during.from_, step.during.to):
        _note_itself("during", step.id, node, state)


def _note_itself(field: str, identifier: str, node: MappingNode, state: Decoding) -> None:
    """Notes that the step names itself, at the id within the field."""
    value: Any = next(value for key, value in node.items if getattr(key, "value", None) == field)
    while type(value) in (MappingNode, SequenceNode):
        parts = [part[1] if type(value) is MappingNode else part for part in value.items]
        value = next((part for part in parts if getattr(part, "value", "").strip() == identifier), parts[0])
    state.fault("self-reference", value, field=field, id=identifier)


CLOSER_LOOKS: Mapping[type, Callable[[Any, set[str], MappingNode, Decoding], None]] = {
    StepException: _look_at_exception,
    Step: _look_at_step,
}
"""What else is looked at, by class, when all fields of a record are read: the record, the keys that were given, its
node."""
