"""What a line of a quiz says about the SOPs, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.editing.field_help import field_sentence
from sop_plugin.editing.quizzes.line import Part, body_cursor, headings_below
from sop_plugin.editing.quizzes.tested_here import Asking, Here, in_force, tested_at
from sop_plugin.model.diagnostic import Span
from sop_plugin.model.document import Document
from sop_plugin.model.fields import fields_of
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.present import present
from sop_plugin.model.resolve import step_by_id
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Step
from sop_plugin.pipeline.workspace import Workspace
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.keys import enum_key


def told_in_body(
    workspace: Workspace, path: str, first: int, line: int, column: int, words: Catalogue
) -> tuple[str, Span] | None:
    """What stands at a place below the front matter of a quiz, lines and columns from 0, and its span."""
    document = workspace.document(path)
    here = tested_at(workspace, document, line, column)
    if here:
        return "\n\n".join(_tested(here, workspace, words)), here.span
    lines = workspace.text(path).split("\n")
    cursor = body_cursor(lines, first, line, column)
    text = lines[line]
    if cursor.part is Part.NAME:
        name = text[cursor.start : cursor.end].rstrip(" :：\u3000").lower()
        return words.text(f"quiz.attribute.{name}.about"), _span(line, cursor.start, cursor.start + len(name))
    if cursor.part is Part.TARGET and cursor.heading:
        end = next((at for at in range(cursor.end, len(text)) if text[at] in " (（"), len(text))
        target = text[cursor.start : end].strip("#＃ ")
        start = question_line(document, line)
        titles = {each.id: each.title for each in headings_below(lines, start)}
        return (titles[target], _span(line, cursor.start, end)) if titles.get(target) else None
    return None


def question_line(document: Document, line: int) -> int:
    """The line of the heading of the question that a line belongs to."""
    starts = (document.places[number,].line - 1 for number in range(len(document.questions)))
    return max((start for start in starts if start <= line), default=line)


def _span(line: int, start: int, end: int) -> Span:
    return Span(line + 1, start + 1, line + 1, end + 1)


def _tested(here: Here, workspace: Workspace, words: Catalogue) -> Iterator[str]:
    pointed, place = here.pointed, here.tested
    sop = next((sop for _, sop in in_force(workspace, pointed.sop)), None)
    yield _name_of(here, sop, words)
    if pointed != place.tested.address:
        now = present(sop, pointed) if sop else None
        if now and pointed.step:
            yield words.text("editor.quiz.now", value=now.value, pin=now.pin)
        return
    for now in dict.fromkeys(place.now):
        yield words.text("editor.quiz.now", value=now.value, pin=now.pin)
    tested = place.tested
    if not tested.pin:
        yield words.text("editor.quiz.unpinned")
    elif place.is_suspect:
        yield words.text("editor.quiz.suspect", value=tested.value, pin=tested.pin)
    elif place.now:
        yield words.text("editor.quiz.holds")


def _name_of(here: Here, sop: Sop | None, words: Catalogue) -> str:
    """What is pointed at, by the name that people know it by."""
    pointed = here.pointed
    if sop is None or (pointed == here.tested.tested.address and not here.tested.now):
        return words.text("editor.quiz.nothing-there", address=str(pointed))
    if pointed.field:
        record: type = Step if pointed.step else Sop
        spec = next((spec for spec in fields_of(record) if spec.key == pointed.field), None)
        about = field_sentence(record, spec, words) if spec else ""
        return f"**`{pointed.field}`** {about}"
    if not pointed.step:
        return _named(Namespace.SOP, sop.title, words)
    step = step_by_id(sop, pointed.step)
    return _named(Namespace.STEP, (step.title if step else None) or pointed.step, words)


def _named(namespace: Namespace, title: str, words: Catalogue) -> str:
    return words.text("editor.named", kind=words.text(enum_key(namespace)), title=title)


def asked_by(workspace: Workspace, asking: Iterator[Asking], words: Catalogue) -> str:
    """A list of the questions that ask about a step; nothing where none does."""
    lines: dict[str, None] = {}
    for quiz, testing in asking:
        questions = workspace.understood(quiz.path).questions
        title = next((each.title for each in questions if each.id == testing.question), testing.question)
        lines[f"- {quiz.title}: {title}"] = None
    return "\n".join([words.text("editor.quiz.asked-by"), "", *lines]) if lines else ""
