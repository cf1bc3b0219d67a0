"""Where the thing under the cursor is declared."""

from __future__ import annotations

import re

from sop_plugin.checks.paths import resolved, target_of
from sop_plugin.editing.cursor import Writing
from sop_plugin.editing.file_kind import FileKind, Frame
from sop_plugin.editing.hover import key_or_value_at
from sop_plugin.editing.names import Names, Place
from sop_plugin.editing.pointed import pointed_at
from sop_plugin.editing.quizzes.hover import question_line
from sop_plugin.editing.quizzes.line import Heading, Part, body_cursor, headings_below
from sop_plugin.editing.quizzes.tested_here import declared_at, tested_at
from sop_plugin.editing.slot import Inside, slot_at
from sop_plugin.model.diagnostic import Span
from sop_plugin.model.kinds import Namespace
from sop_plugin.pipeline.workspace import Workspace
from sop_plugin.words.catalogue import Catalogue

_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)|\{[^}]*?(#[a-z0-9-]+)[^}]*\}")


def definition(workspace: Workspace, path: str, line: int, column: int, words: Catalogue) -> Place | None:
    """The place of the declaration, lines and columns of the question from 0; None where nothing is declared."""
    lines = workspace.text(path).split("\n")
    if line >= len(lines):
        return None
    frame = Frame(path, lines)
    names = Names(workspace, path, words)
    if frame.is_quiz and not frame.in_header(line):
        return _of_quiz(workspace, names, frame, line, column)
    if not frame.in_header(line):
        return _of_link(workspace, names, lines[line], column)
    cursor = key_or_value_at(frame, line, column)
    if frame.kind is FileKind.TRANSLATION and cursor.writing is not Writing.KEY:
        if cursor.way == ("translates",):
            return names.declared(Namespace.SOP, cursor.word)
        if cursor.way[-1:] == ("id",) and cursor.way[:-1] in (("steps", None), ("steps", None, "steps", None)):
            return names.declared(Namespace.STEP, cursor.word)
    slot = slot_at(frame.root, cursor.way)
    if slot is None:
        return None
    if cursor.writing is Writing.KEY:
        tests = slot.inside in (Inside.CONDITION, Inside.CLASS_TEST)
        spaces = (Namespace.CLASS, Namespace.QUANTITY) if tests else ()
        found = (names.declared(namespace, cursor.word) for namespace in spaces)
        return next((place for place in found if place), None)
    pointed = pointed_at(slot, cursor.word, column - cursor.start)
    if pointed is None or pointed.namespace is Namespace.RULE:
        return None
    found = (names.declared(namespace, pointed.id, pointed.within) for namespace in pointed.families)
    return next((place for place in found if place), None)


def _of_quiz(workspace: Workspace, names: Names, frame: Frame, line: int, column: int) -> Place | None:
    """What is tested, the scene that a choice leads to, or the question that a heading translates."""
    document = workspace.document(names.path)
    here = tested_at(workspace, document, line, column)
    if here:
        found = declared_at(workspace, here.pointed)
        return Place(*found) if found else None
    cursor = body_cursor(frame.lines, frame.end, line, column)
    if cursor.part is Part.TARGET:
        target = frame.lines[line][cursor.start :].partition(" ")[0].strip("#＃")
        scenes = headings_below(frame.lines, question_line(document, line))
        return next((Place(names.path, _whole(each, frame)) for each in scenes if each.id == target), None)
    if cursor.heading and cursor.heading.line == line and names.own_path != names.path:
        own = (number for number, each in enumerate(names.original.questions) if each.id == cursor.heading.id)
        return next((Place(names.own_path, names.original.places[number,]) for number in own), None)
    return _of_link(workspace, names, frame.lines[line], column)


def _whole(heading: Heading, frame: Frame) -> Span:
    return Span(heading.line + 1, 1, heading.line + 1, len(frame.lines[heading.line]) + 1)


def _of_link(workspace: Workspace, names: Names, text: str, column: int) -> Place | None:
    """What a link in the text leads to, or the step whose details a heading begins."""
    match = next((each for each in _LINK.finditer(text) if each.start() <= column <= each.end()), None)
    if match is None:
        return None
    target, anchor = target_of(match[1] or match[2])
    if target is None:
        return None
    path = resolved(names.path, target) if target else names.own_path
    if path is None or path not in workspace.folder.files:
        return None
    spans = workspace.understood(path).declared.get(Namespace.STEP, {}) if path.endswith(".md") else {}
    return Place(path, spans.get(anchor, Span(1, 1, 1, 1)))
