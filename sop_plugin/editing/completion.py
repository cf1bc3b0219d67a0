"""What can be written where the cursor stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from sop_plugin.editing.cursor import Cursor, Writing, cursor_at
from sop_plugin.editing.field_help import choice_help, field_help, field_sentence, rule_help
from sop_plugin.editing.file_kind import FileKind, Frame
from sop_plugin.editing.names import Names
from sop_plugin.editing.quizzes.completion import in_body
from sop_plugin.editing.slot import GROUPS, Inside, Slot, slot_at
from sop_plugin.editing.suggestion import Sort, Suggestion
from sop_plugin.model.diagnostic import Span
from sop_plugin.model.fields import FieldSpec, Option, Shape, fields_of
from sop_plugin.model.fingerprint import step_fingerprint
from sop_plugin.model.flow import Go, GoKind, SopLink
from sop_plugin.model.kinds import Namespace, Refers
from sop_plugin.model.record import FormUse
from sop_plugin.model.resolve import step_by_id
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import CautionLevel, Citation, Step
from sop_plugin.model.time import Edge, Moment
from sop_plugin.pipeline.workspace import Workspace
from sop_plugin.reading.translations import carries_words
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.keys import enum_key

_ANCHOR = re.compile(r"(?:\{|\()#([a-z0-9-]*)$")
_STEP_ID = re.compile(r"(?:^|[\s{])id:\s+([a-z0-9-]+)")
_GO_WORDS = (GoKind.HERE, GoKind.AGAIN, GoKind.NEXT, GoKind.END)


def completions(workspace: Workspace, path: str, line: int, column: int, words: Catalogue) -> list[Suggestion]:
    """The suggestions at a place of a file, lines and columns from 0, the likeliest first."""
    lines = workspace.text(path).split("\n")
    if line >= len(lines):
        return []
    frame = Frame(path, lines)
    names = Names(workspace, path, words)
    if not frame.in_header(line):
        if frame.is_quiz:
            return list(in_body(workspace, names, frame.end, line, column, words))
        return list(_anchors(names, lines[line], line, column))
    cursor = cursor_at(lines[: frame.end], frame.first, line, column)
    slot = slot_at(frame.root, cursor.way)
    if slot is None or cursor.writing is Writing.TEXT:
        return list(_of_translation(names, cursor, lines)) if frame.kind is FileKind.TRANSLATION else []
    return list(_Suggester(names, cursor, frame.kind, words).all(slot))


def _span(cursor: Cursor) -> Span:
    return Span(cursor.line + 1, cursor.start + 1, cursor.line + 1, cursor.end + 1)


def _anchors(names: Names, text: str, line: int, column: int) -> Iterator[Suggestion]:
    """Steps, for the heading of a step's details and for a link to it."""
    match = _ANCHOR.search(text[:column])
    if match:
        span = Span(line + 1, match.start(1) + 1, line + 1, column + 1)
        for identifier, title in names.of(Namespace.STEP).items():
            yield Suggestion(identifier, identifier, span, Sort.ID, title)


def _of_translation(names: Names, cursor: Cursor, lines: Sequence[str]) -> Iterator[Suggestion]:
    """What a translation has and an SOP has not: the procedure that it translates, and a step's fingerprint."""
    if cursor.way == ("translates",):
        for identifier, title in names.of(Namespace.SOP).items():
            yield Suggestion(identifier, _glued(cursor, identifier), _span(cursor), Sort.ID, title)
    elif cursor.way == ("steps", None, "of") and names.sop is not None:
        above = (match[1] for text in reversed(lines[: cursor.line + 1]) if (match := _STEP_ID.search(text)))
        step = step_by_id(names.sop, next(above, ""))
        if step is not None:
            pin = f"@{step_fingerprint(names.sop, step)}"
            text = pin if cursor.start and lines[cursor.line][cursor.start - 1] == '"' else f'"{pin}"'
            yield Suggestion(pin, _glued(cursor, text), _span(cursor), Sort.WORD, step.title or "")


def _glued(cursor: Cursor, text: str) -> str:
    return f" {text}" if cursor.glued else text


class _Suggester:
    """Gathers the suggestions of one place."""

    def __init__(self, names: Names, cursor: Cursor, kind: FileKind, words: Catalogue) -> None:
        self._names = names
        self._cursor = cursor
        self._kind = kind
        self._words = words
        self._span = _span(cursor)

    def all(self, slot: Slot) -> Iterator[Suggestion]:
        writing = self._cursor.writing
        if writing in (Writing.VALUE, Writing.ITEM):
            yield from self._values(slot)
        # Between brackets, the fields of an item stand in braces of their own.
        if writing is Writing.KEY or (writing is Writing.ITEM and not self._cursor.in_flow):
            yield from self._keys(slot)

    # Keys

    def _keys(self, slot: Slot) -> Iterator[Suggestion]:
        match slot.inside:
            case Inside.RECORD if slot.record is not None:
                yield from self._fields(slot.record)
            case Inside.CONDITION:
                yield from (self._key(group, "") for group in GROUPS)
                yield from (self._key(name, title) for name, title in self._names.of(Namespace.CLASS).items())
                yield from (self._key(name, title) for name, title in self._names.of(Namespace.QUANTITY).items())
            case Inside.CLASS_TEST:
                yield from (self._key(name, title) for name, title in self._names.of(Namespace.CLASS).items())
            case Inside.CAUTION:
                for level in CautionLevel:
                    yield self._key(level.value, self._words.text(f"enum.caution-level.{level.value}"))

    def _key(self, name: str, title: str) -> Suggestion:
        return Suggestion(name, f"{name}: ", self._span, Sort.ID, title)

    def _fields(self, record: type) -> Iterator[Suggestion]:
        specs = [spec for spec in fields_of(record) if self._may_stand(record, spec)]
        for order, spec in enumerate(specs):
            yield Suggestion(
                spec.key,
                self._snippet(spec),
                self._span,
                Sort.FIELD,
                field_sentence(record, spec, self._words),
                field_help(record, spec, self._words),
                snippet=self._writes_value,
                order=order,
            )
        if self._kind is FileKind.TRANSLATION:
            yield from self._own_keys(record)

    def _may_stand(self, record: type, spec: FieldSpec) -> bool:
        if spec.key in self._cursor.given:
            return False
        if self._kind is not FileKind.TRANSLATION:
            return True
        is_root = record is Sop
        return (spec.key != "id" and carries_words(spec)) or spec.key == ("suppress" if is_root else "id")

    def _own_keys(self, record: type) -> Iterator[Suggestion]:
        own = {"sop": "1", "translates": "", "lang": ""} if record is Sop else {"of": ""} if record is Step else {}
        for name, value in own.items():
            if name not in self._cursor.given:
                yield Suggestion(name, f"{name}: {value}", self._span, Sort.FIELD)

    @property
    def _writes_value(self) -> bool:
        """Whether the value is written with the key: not before one that is there already."""
        return not self._cursor.word or self._cursor.before == self._cursor.word

    def _snippet(self, spec: FieldSpec) -> str:
        if not self._writes_value:
            return spec.key
        example = spec.example.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")
        if not example.startswith("\n"):
            return f"{spec.key}: ${{1:{example}}}"
        if self._cursor.in_flow:
            return f"{spec.key}: "
        return f"{spec.key}:\n  ${{1:{example.lstrip()}}}"

    # Values

    def _values(self, slot: Slot) -> Iterator[Suggestion]:
        if slot.inside is Inside.LEVELS and slot.class_id:
            yield from self._ids(Namespace.LEVEL, slot.class_id)
        elif slot.inside is Inside.CONDITION:
            yield self._suggestion("otherwise", Sort.WORD)
        for option in slot.options:
            yield from self._of_option(option)

    def _of_option(self, option: Option) -> Iterator[Suggestion]:
        match option.shape:
            case Shape.ENUM if issubclass(option.type, StrEnum):
                for value in option.type:
                    name = self._words.text(enum_key(value))
                    yield self._suggestion(value.value, Sort.CHOICE, name, choice_help(value, self._words))
            case Shape.BOOLEAN:
                yield from (self._suggestion(word, Sort.CHOICE) for word in ("true", "false"))
            case Shape.NOTATION if option.type in _NOTATIONS:
                yield from _NOTATIONS[option.type](self)
            case Shape.STRING if isinstance(option.marker, Refers):
                yield from self._ids(option.marker.namespace)

    def _ids(
        self, namespace: Namespace, within: str = "", *, before: str = "", after: Iterable[str] = ("",)
    ) -> Iterator[Suggestion]:
        for name, title in self._names.of(namespace, within).items():
            about = rule_help(name, self._words) if namespace is Namespace.RULE else ""
            for end in after:
                yield self._suggestion(f"{before}{name}{end}", Sort.ID, title, about)

    def _suggestion(self, text: str, sort: Sort, detail: str = "", about: str = "") -> Suggestion:
        return Suggestion(text, _glued(self._cursor, text), self._span, sort, detail, about)

    def go(self) -> Iterator[Suggestion]:
        yield from self._ids(Namespace.STEP)
        yield from self._ids(Namespace.END)
        for kind in _GO_WORDS:
            yield self._suggestion(kind.value, Sort.WORD, self._words.text(f"enum.go-kind.{kind.value}"))
        yield from self.sop_link("sop:")

    def sop_link(self, before: str = "") -> Iterator[Suggestion]:
        written = self._cursor.before.removeprefix(before)
        sop, slash, _ = written.partition("/")
        if slash:
            yield from self._ids(Namespace.STEP, sop, before=f"{before}{sop}/")
        else:
            yield from self._ids(Namespace.SOP, before=before)

    def moment(self) -> Iterator[Suggestion]:
        yield from self._ids(Namespace.STEP, after=[f".{edge.value}" for edge in reversed(Edge)])
        yield from self._ids(Namespace.EVENT)

    def form_use(self) -> Iterator[Suggestion]:
        for form, title in self._names.of(Namespace.FORM).items():
            yield self._suggestion(form, Sort.ID, title)
            yield from self._ids(Namespace.FIELD, form, before=f"{form}.")

    def citation(self) -> Iterator[Suggestion]:
        yield from self._ids(Namespace.REFERENCE)


_NOTATIONS: Mapping[type, Callable[[_Suggester], Iterator[Suggestion]]] = MappingProxyType(
    {
        Go: _Suggester.go,
        SopLink: _Suggester.sop_link,
        Moment: _Suggester.moment,
        FormUse: _Suggester.form_use,
        Citation: _Suggester.citation,
    }
)
"""What is suggested for the notations that are made of ids."""
