"""What the word under the cursor means, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from sop_plugin.checks.registry import rule_names
from sop_plugin.editing.cursor import Cursor, Writing, cursor_at
from sop_plugin.editing.field_help import amount_help, choice_help, field_help, rule_help, time_help
from sop_plugin.editing.file_kind import Frame
from sop_plugin.editing.names import Names
from sop_plugin.editing.pointed import Pointed, pointed_at
from sop_plugin.editing.quizzes.hover import asked_by, told_in_body
from sop_plugin.editing.quizzes.tested_here import asking_about
from sop_plugin.editing.slot import Inside, Slot, slot_at, spec_called
from sop_plugin.model.amount import Amount
from sop_plugin.model.diagnostic import Span
from sop_plugin.model.fields import Shape
from sop_plugin.model.flow import Go
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.step import CautionLevel
from sop_plugin.model.time import Duration
from sop_plugin.pipeline.workspace import Workspace
from sop_plugin.reading.amounts import read_amount
from sop_plugin.reading.durations import read_duration
from sop_plugin.reading.notations import read_go
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.keys import enum_key


class Hover(NamedTuple):
    """An explanation, in Markdown, of what stands at a span."""

    text: str
    span: Span


def hover(workspace: Workspace, path: str, line: int, column: int, words: Catalogue) -> Hover | None:
    """The explanation of what stands at a place of a file, lines and columns from 0."""
    lines = workspace.text(path).split("\n")
    if line >= len(lines):
        return None
    frame = Frame(path, lines)
    if not frame.in_header(line):
        found = told_in_body(workspace, path, frame.end, line, column, words) if frame.is_quiz else None
        return Hover(*found) if found else None
    cursor = key_or_value_at(frame, line, column)
    slot = slot_at(frame.root, cursor.way)
    if slot is None or not cursor.word:
        return None
    if cursor.writing is Writing.KEY:
        text = _of_key(slot, cursor.word, words)
        return Hover(text, _span(cursor, 0, len(cursor.word))) if text else None
    found = _of_value(slot, cursor, column, Names(workspace, path, words), words)
    asked = _asked(workspace, path, cursor, words) if found else ""
    return Hover(f"{found.text}\n\n{asked}", found.span) if found and asked else found


def _asked(workspace: Workspace, path: str, cursor: Cursor, words: Catalogue) -> str:
    """The questions about the step whose id is declared here."""
    document = workspace.understood(path)
    declared = document.declared.get(Namespace.STEP, {}).get(cursor.word)
    if document.sop is None or declared is None or declared.line != cursor.line + 1:
        return ""
    return asked_by(workspace, asking_about(workspace, document.sop.id, cursor.word), words)


def key_or_value_at(frame: Frame, line: int, column: int) -> Cursor:
    """The place at a line and a column; on the colon behind a key, that of the key."""
    text = frame.lines[line]
    column = min(column, len(text))
    if column and text[column : column + 1] in ("", " ") and text[column - 1] == ":":
        column -= 1
    return cursor_at(frame.lines[: frame.end], frame.first, line, column)


def _of_key(slot: Slot, word: str, words: Catalogue) -> str:
    if slot.inside is Inside.CAUTION and word in list(CautionLevel):
        return choice_help(CautionLevel(word), words)
    spec = spec_called(slot.record, word) if slot.record else None
    return field_help(slot.record, spec, words) if slot.record and spec else ""


def _of_value(slot: Slot, cursor: Cursor, column: int, names: Names, words: Catalogue) -> Hover | None:
    pointed = pointed_at(slot, cursor.word, column - cursor.start)
    if pointed and (told := _of_id(pointed, names, words)):
        return Hover(told, _span(cursor, pointed.start, pointed.end))
    text = next(_readings(slot, cursor.word, words), "")
    return Hover(text, _span(cursor, 0, len(cursor.word))) if text else None


def _of_id(pointed: Pointed, names: Names, words: Catalogue) -> str:
    if pointed.namespace is Namespace.RULE:
        return rule_help(pointed.id, words) if pointed.id in rule_names() else ""
    for namespace in pointed.families:
        title = names.title(namespace, pointed.id, pointed.within)
        if title is not None:
            return words.text("editor.named", kind=words.text(enum_key(namespace)), title=title or pointed.id)
    return ""


def _readings(slot: Slot, word: str, words: Catalogue) -> Iterator[str]:
    """How a value is understood, in each way in which its field may be filled."""
    for option in slot.options:
        if option.type is Duration:
            time = read_duration(word)
            if isinstance(time, Duration):
                yield time_help(time, words)
        elif option.type is Amount:
            amount = read_amount(word)
            if amount is not None:
                yield amount_help(amount, words)
        elif option.type is Go:
            go = read_go(word)
            if go is not None and not go.target:
                yield choice_help(go.kind, words)
        elif option.shape is Shape.ENUM and issubclass(option.type, StrEnum) and word in list(option.type):
            yield choice_help(option.type(word), words)


def _span(cursor: Cursor, start: int, end: int) -> Span:
    return Span(cursor.line + 1, cursor.start + start + 1, cursor.line + 1, cursor.start + end + 1)
