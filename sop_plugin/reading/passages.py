"""Every text of a file with its place, in the order of the file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from yaml.events import ScalarEvent

from sop_plugin.model.document import Path
from sop_plugin.model.fields import FieldSpec, Option, Shape, fields_of, shorthand_of
from sop_plugin.model.kinds import Markup, Pattern, Words
from sop_plugin.model.passage import BODY, Passage, Written
from sop_plugin.model.step import Caution, Step
from sop_plugin.reading.conditions import GROUPS, OTHERWISE
from sop_plugin.reading.markdown import Marked
from sop_plugin.reading.source import Source
from sop_plugin.reading.yaml_tree import MappingNode, SequenceNode, Tree


def passages_of(tree: Tree, source: Source, record: type, parts: list[Marked]) -> tuple[Passage, ...]:
    """The texts of the front matter, which is written as a `record`, and the `parts` of the body.

    What was not understood as a field is left out.
    """
    walk = _Walk(source.header or "", tree.first_line)
    return (*walk.record(tree.root, record, (), (), ""), *_body(source, parts))


def _body(source: Source, parts: list[Marked]) -> Iterator[Passage]:
    lines = source.body.split("\n")
    ends = [*(part.line for part in parts[1:]), len(lines)]
    for part, end in zip(parts, ends, strict=False):
        text = "\n".join(lines[part.line : end])
        if text.strip():
            yield Passage(text, Written(text, source.body_line + part.line, 1), BODY, part.word, Markup.BLOCK)


@cache
def _table(record: type) -> dict[str, FieldSpec]:
    return {spec.key: spec for spec in fields_of(record)}


class _Walk:
    """The way through one front matter."""

    def __init__(self, header: str, first_line: int) -> None:
        self._header = header
        self._first_line = first_line

    def record(self, node: Any, record: type, way: Path, fields: tuple[str, ...], step: str) -> Iterator[Passage]:
        """The texts of a record."""
        if type(node) is not MappingNode:
            return
        if record is Step:
            fields, step = (), _id_of(node)
        table = _table(record)
        meant = {written: field for field, written in node.meant.items()} if node.meant else {}
        for key, child in node.items:
            word = getattr(key, "value", "")
            spec = table.get(meant.get(word, word))
            if spec is None:
                continue
            place, names = (*way, spec.key), (*fields, spec.key)
            if type(child) is SequenceNode:
                # Positions count what was understood, as the model does.
                for position, item in enumerate(child.items if child.understood is None else child.understood):
                    yield from self._value(item, spec.options, (*place, position), names, step)
            else:
                yield from self._value(child, spec.options, place, names, step)

    def _value(
        self, node: Any, options: tuple[Option, ...], way: Path, fields: tuple[str, ...], step: str
    ) -> Iterator[Passage]:
        for option in options:
            if type(node) is ScalarEvent:
                if (passage := self._text(node, option, way, fields, step)) is not None:
                    yield passage
                    return
            elif option.shape is Shape.RECORD:
                yield from self.record(node, option.type, way, fields, step)
            elif option.shape is Shape.CONDITION:
                yield from self._condition(node, option, way, fields, step)
            elif option.type is Caution and type(node) is MappingNode and len(node.items) == 1:
                key, child = node.items[0]
                if type(child) is ScalarEvent:
                    yield self._passage(child, Markup.INLINE, (*way, getattr(key, "value", "")), fields, step)

    def _text(self, node: Any, option: Option, way: Path, fields: tuple[str, ...], step: str) -> Passage | None:
        """The text that a scalar is, as such or as the short form of a record."""
        if option.shape is Shape.RECORD:
            short = shorthand_of(option.type)
            if short is None:
                return None
            option, fields = short.options[0], (*fields, short.key)
        if not node.value.strip():
            return None
        if isinstance(option.marker, Words):
            return self._passage(node, option.marker.markup, way, fields, step)
        if option.shape is Shape.CONDITION and node.value.strip() != OTHERWISE:
            return self._passage(node, Markup.INLINE, way, fields, step)
        if isinstance(option.marker, Pattern) and option.marker.name == "verbatim":
            return self._passage(node, None, way, fields, step)
        return None

    def _condition(self, node: Any, option: Option, way: Path, fields: tuple[str, ...], step: str) -> Iterator[Passage]:
        """The words within the groups of a condition."""
        for key, value in node.items if type(node) is MappingNode else ():
            word = getattr(key, "value", "")
            if word in GROUPS:
                for position, part in enumerate(value.items if type(value) is SequenceNode else ()):
                    yield from self._value(part, (option,), (*way, word, position), fields, step)

    def _passage(self, node: Any, markup: Markup | None, way: Path, fields: tuple[str, ...], step: str) -> Passage:
        start, end = node.start_mark, node.end_mark
        written = Written(self._header[start.index : end.index], start.line + self._first_line, start.column + 1)
        return Passage(node.value.strip(), written, fields, step, markup, way)


def _id_of(node: MappingNode) -> str:
    return next(
        (str(getattr(value, "value", "")) for key, value in node.items if getattr(key, "value", "") == "id"), ""
    )
