"""Which cases the branches of a decision take, as far as that can be known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sop_plugin.checks.rule import Surroundings
from sop_plugin.model.condition import AllOf, AnyOf, ClassTest, Condition, NoneOf, Otherwise
from sop_plugin.model.document import Document
from sop_plugin.model.flow_graph import Node, NodeKind, decides_all
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.step import Step

Levels = Mapping[str, Sequence[str]]
"""The levels of each class, in the order in which they are declared."""


def open_decisions(document: Document) -> Iterator[tuple[Node, Step]]:
    """The steps that choose among two branches or more and do not say what holds otherwise.

    A single branch is an exception to the usual way: otherwise the work goes on.
    """
    graph = document.flow()
    for node in graph.nodes if graph else ():
        step = node.step
        if step and len(step.branches) > 1 and node.kind is not NodeKind.JOIN and not decides_all(step.branches):
            yield node, step


def levels_of(document: Document, surroundings: Surroundings) -> Levels:
    """The levels of the classes that the procedure or the organisation declares."""
    levels: dict[str, Sequence[str]] = {
        name: written.split() for name, written in surroundings.known.get(Namespace.LEVEL, {}).items()
    }
    if document.sop is not None:
        levels |= {declared.id: [level.id for level in declared.levels] for declared in document.sop.classes}
    return levels


def classes_tested(condition: Condition) -> Iterator[str]:
    """The classes that a condition asks for."""
    if isinstance(condition, ClassTest):
        yield condition.class_id
    elif isinstance(condition, AnyOf | AllOf | NoneOf):
        for part in condition.parts:
            yield from classes_tested(part)


def holds(condition: Condition, class_id: str, level: str) -> bool | None:
    """Whether a condition holds for a case of this level; None where that depends on something else as well."""
    match condition:
        case Otherwise():
            return True
        case ClassTest() if condition.class_id == class_id:
            return level in condition.levels
        case AnyOf(parts):
            return _any(parts, class_id, level)
        case NoneOf(parts):
            found = _any(parts, class_id, level)
            return None if found is None else not found
        case AllOf(parts):
            answers = [holds(part, class_id, level) for part in parts]
            if False in answers:
                return False
            return None if None in answers else True
    return None


def _any(parts: Sequence[Condition], class_id: str, level: str) -> bool | None:
    answers = [holds(part, class_id, level) for part in parts]
    if True in answers:
        return True
    return None if None in answers else False
