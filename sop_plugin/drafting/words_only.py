"""What a translation carries of a procedure's front matter: its words, by the same keys and ids.

The counterpart of `sop_plugin.reading.translations`, which reads what is made here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sop_plugin.model.fields import FieldSpec, Option, Shape, fields_of, shorthand_of
from sop_plugin.model.kinds import Markup, Words
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Caution, Step
from sop_plugin.reading.conditions import GROUPS, OTHERWISE
from sop_plugin.reading.translations import carries_words
from sop_plugin.reading.yaml_tree import MappingNode, SequenceNode

Told = str | list[Any] | dict[str, Any] | None
"""A value with its words translated; None where it holds none."""


class WordsOnly:
    """Takes the words out of nodes of a front matter and has each translated by `tell`.

    A Caution has one key, its level. An item of a list that has no id is known by its position, so one without words
    keeps its place as an empty group where others follow.
    """

    def __init__(self, tell: Callable[[str, Markup], str]) -> None:
        self._tell = tell

    def record(self, node: Any, record: type) -> Told:
        """The words of a record; a step is known by its id even where it has none."""
        if type(node) is not MappingNode:
            short = shorthand_of(record)
            return self._field(node, short) if short and carries_words(short) else None
        table = {spec.key: spec for spec in fields_of(record)}
        told: dict[str, Any] = {}
        for key, child in node.items:
            spec = table.get(getattr(key, "value", ""))
            if spec and carries_words(spec) and (value := self._field(child, spec)) is not None:
                told[spec.key] = value
        own = next((child.value for key, child in node.items if getattr(key, "value", "") == "id"), None)
        return ({"id": own} | told if own and record is not Sop else told) if told else None

    def _field(self, node: Any, spec: FieldSpec) -> Told:
        if not any(option.many for option in spec.options):
            return self._value(node, spec.options)
        items = node.items if type(node) is SequenceNode else [node]
        told = [(item, self._value(item, spec.options)) for item in items]
        while told and told[-1][1] is None:
            told.pop()
        # One with an id is found without its place.
        return [
            {} if value is None else value for item, value in told if value is not None or not _has_id(item)
        ] or None

    def _value(self, node: Any, options: tuple[Option, ...]) -> Told:
        for option in options:
            told: Told = None
            if isinstance(option.marker, Words):
                told = self._text(node, option.marker.markup)
            elif option.shape is Shape.CONDITION:
                told = self._condition(node) if _has_words(node) else None
            elif option.type is Caution:
                told = self._caution(node)
            elif option.shape is Shape.RECORD:
                told = self.record(node, option.type)
            if told is not None:
                return told
        return None

    def _text(self, node: Any, markup: Markup) -> Told:
        if type(node) in (MappingNode, SequenceNode) or not node.value.strip():
            return None
        text = self._tell(node.value.strip(), markup)
        return f"{text}\n" if "\n" in text else text

    def _caution(self, node: Any) -> Told:
        if type(node) is not MappingNode:
            return self._text(node, Markup.INLINE)
        level, text = node.items[0]
        told = self._text(text, Markup.INLINE)
        return None if told is None else {level.value: told}

    def _condition(self, node: Any) -> Told:
        """The words of a condition; its tests keep the places of the others."""
        if type(node) is not MappingNode:
            return OTHERWISE if node.value.strip() == OTHERWISE else self._text(node, Markup.INLINE)
        return {
            key.value: [self._condition(part) for part in _up_to_words(value)]
            if key.value in GROUPS
            else _as_it_is(value)
            for key, value in node.items
        }


def _up_to_words(group: Any) -> list[Any]:
    """The parts of a group of conditions that have words, and those before them, which keep their places."""
    parts = list(group.items if type(group) is SequenceNode else [group])
    while parts and not _has_words(parts[-1]):
        parts.pop()
    return parts


def _has_words(condition: Any) -> bool:
    if type(condition) is SequenceNode:
        return any(map(_has_words, condition.items))
    if type(condition) is MappingNode:
        return any(_has_words(value) for key, value in condition.items if key.value in GROUPS)
    return str(condition.value).strip() not in ("", OTHERWISE)


def _as_it_is(node: Any) -> Told:
    if type(node) is SequenceNode:
        return [_as_it_is(item) for item in node.items]
    return str(node.value)


def _has_id(node: Any) -> bool:
    return type(node) is MappingNode and any(getattr(key, "value", "") == "id" for key, _ in node.items)


def steps_in(told: Told) -> list[dict[str, Any]]:
    """The steps in what `record` gave for a procedure or a step, in the order of the file, sub-steps included."""
    found: list[dict[str, Any]] = []
    for name in step_lists():
        for step in told.get(name, ()) if isinstance(told, dict) else ():
            found += [step, *steps_in(step)]
    return found


def step_lists() -> tuple[str, ...]:
    """The fields of a procedure and of a step that hold steps."""
    of_both = (spec for record in (Sop, Step) for spec in fields_of(record))
    return tuple(dict.fromkeys(spec.key for spec in of_both if any(each.type is Step for each in spec.options)))
