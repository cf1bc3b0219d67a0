"""What can be written below the front matter of a quiz."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import count
from types import MappingProxyType

from sop_plugin.editing.names import Names
from sop_plugin.editing.quizzes.hover import question_line
from sop_plugin.editing.quizzes.line import BodyCursor, Part, body_cursor, heading_in, headings_below
from sop_plugin.editing.quizzes.tested_here import in_force
from sop_plugin.editing.suggestion import Sort, Suggestion
from sop_plugin.model.diagnostic import Span
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.present import parts_of, present
from sop_plugin.model.question import Difficulty, Question, question_fingerprint
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.scenario import END
from sop_plugin.model.tested import Address, address_of
from sop_plugin.pipeline.workspace import Workspace
from sop_plugin.reading.quizzes.attributes import NAMES
from sop_plugin.reading.quizzes.marks import attribute
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.keys import enum_key

_BETWEEN = re.compile("[,，、;；]")
_EQUALS = re.compile(r"[ \u3000]*[=＝][ \u3000]*")
_WRITTEN = re.compile(
    r"(?P<sop>[a-z0-9-]+)(?:/(?P<step>[a-z0-9-]*))?(?:\.(?P<field>[a-z_]*)(?:\.(?P<part>[a-z0-9-]*))?)?"
)

FORMS: Mapping[str, str] = MappingProxyType(
    {
        "right": "- [x] ${1:<right>}\n  <feedback>",
        "wrong": "- [ ] ${1:<wrong>}\n  <feedback>",
        "pair": "- ${1:<left>} -> <to>",
        "order": "1. ${1:<first>}\n2. <second>\n3. <third>",
        "typed": "= ${1:<answer>}",
        "explanation": "> ${1:<why>}",
        "hint": "> <hint>${1:<clue>}",
    }
)
"""The ways to answer, and what is said of an answer. Words of the catalogues stand in the place of `<name>`."""

_WORD = re.compile(r"<([a-z]+)>")


def in_body(
    workspace: Workspace, names: Names, first: int, line: int, column: int, words: Catalogue
) -> Iterator[Suggestion]:
    """The suggestions at a place below the front matter, which begins at the line `first`; lines count from 0."""
    lines = workspace.text(names.path).split("\n")
    cursor = body_cursor(lines, first, line, column)
    yield from _Body(workspace, names, lines, cursor, column, words).all()


class _Body:
    """Gathers the suggestions of one place."""

    def __init__(
        self, workspace: Workspace, names: Names, lines: list[str], cursor: BodyCursor, column: int, words: Catalogue
    ) -> None:
        self._workspace = workspace
        self._names = names
        self._document = workspace.document(names.path)
        self._lines = lines
        self._cursor = cursor
        self._column = column
        self._words = words

    def all(self) -> Iterator[Suggestion]:
        match self._cursor.part:
            case Part.VALUE:
                yield from _VALUES[self._cursor.name](self)
            case Part.NAME:
                yield from self._attributes()
            case Part.ID:
                yield from self._ids()
            case Part.TARGET:
                yield from self._targets()
            case Part.BEGUN:
                begun = self._text[self._cursor.start : self._column]
                if self._cursor.leads and (not begun or begun.isalpha()):
                    yield from self._attributes()
                yield from self._forms()
            case _:
                pass

    def _suggestion(
        self, text: str, sort: Sort, detail: str = "", *, label: str = "", start: int | None = None, order: int = 0
    ) -> Suggestion:
        """A suggestion in the place of what is written, or of what stands behind the column `start`."""
        cursor = self._cursor
        first = cursor.start if start is None else start
        span = Span(cursor.line + 1, first + 1, cursor.line + 1, max(cursor.end, self._column) + 1)
        return Suggestion(label or text, text, span, sort, detail, order=order)

    @property
    def _text(self) -> str:
        return self._lines[self._cursor.line]

    @property
    def _is_translation(self) -> bool:
        return self._document.quiz_translation is not None

    @property
    def _original(self) -> Mapping[str, Question]:
        """The questions of the quiz that this one translates, by id."""
        return {each.id: each for each in self._names.original.questions if each.id} if self._is_translation else {}

    # What is said of a question

    def _attributes(self) -> Iterator[Suggestion]:
        names = ("of",) if self._is_translation else tuple(name for name in NAMES if name != "of")
        given = set(self._given())
        for order, name in enumerate(names):
            if name not in given or name == "tests":
                yield self._suggestion(
                    f"{name}: ",
                    Sort.FIELD,
                    self._words.text(f"quiz.attribute.{name}.about"),
                    label=name,
                    order=order,
                )

    def _given(self) -> Iterator[str]:
        """The attributes that the question has in other lines already."""
        heading = self._cursor.heading
        for number in range(heading.line + 1 if heading else 0, len(self._lines)):
            if heading_in(self._lines, number):
                return
            said = attribute(self._lines[number]) if number != self._cursor.line else None
            if said:
                yield said[0].lower()

    def tags(self) -> Iterator[Suggestion]:
        known = dict.fromkeys(
            tag
            for quiz in self._workspace.library.quizzes
            for item in (quiz.quiz.items if quiz.quiz else ())
            for tag in item.tags
        )
        listed = {each.strip(" \u3000") for each in _BETWEEN.split(self._text[self._cursor.start :])}
        yield from (self._of_list(tag, Sort.WORD) for tag in known if tag not in listed)

    def difficulty(self) -> Iterator[Suggestion]:
        for order, level in enumerate(Difficulty):
            yield self._suggestion(level.value, Sort.CHOICE, self._words.text(enum_key(level)), order=order)

    def points(self) -> Iterator[Suggestion]:
        yield from (self._suggestion(number, Sort.WORD) for number in ("1", "2", "3"))

    def shuffle(self) -> Iterator[Suggestion]:
        yield from (self._suggestion(word, Sort.CHOICE) for word in ("true", "false"))

    def choose(self) -> Iterator[Suggestion]:
        yield from (self._suggestion(word, Sort.CHOICE) for word in ("one", "all"))

    def of(self) -> Iterator[Suggestion]:
        heading = self._cursor.heading
        source = self._original.get(heading.id) if heading else None
        if source:
            yield self._suggestion(question_fingerprint(source), Sort.WORD, source.title)

    # What is tested

    def tests(self) -> Iterator[Suggestion]:
        value = self._text[self._cursor.start : self._column]
        equals = _EQUALS.search(value)
        if equals:
            yield from self._pin(value[: equals.start()].strip(" \u3000"), self._cursor.start + equals.end())
            return
        start, _ = self._entry()
        written = self._text[start : self._column]
        match = _WRITTEN.fullmatch(written)
        if written.endswith(" ") and address_of(written.strip()):
            yield from self._pin(written.strip(), self._column, before="= ")
        elif not match or (match["step"] is None and match["field"] is None):
            yield from self._sops()
        elif match["field"] is None:
            yield from self._steps(match["sop"])
        else:
            yield from self._fields(Address(match["sop"], match["step"] or "", match["field"]), match["part"])

    def _entry(self) -> tuple[int, int]:
        """Where the entry of a list in which the cursor stands begins and ends."""
        text, first = self._text, self._cursor.start
        start = max((found.end() for found in _BETWEEN.finditer(text, first, self._column)), default=first)
        start += len(text[start:]) - len(text[start:].lstrip(" \u3000")) if start < self._column else 0
        following = _BETWEEN.search(text, self._column)
        return min(start, self._column), following.start() if following else len(text.rstrip())

    def _of_list(self, text: str, sort: Sort, detail: str = "", *, label: str = "", order: int = 0) -> Suggestion:
        """A suggestion in the place of one entry of a list."""
        start, end = self._entry()
        line = self._cursor.line + 1
        span = Span(line, start + 1, line, max(end, self._column) + 1)
        return Suggestion(label or text, text, span, sort, detail, order=order)

    def _sops(self) -> Iterator[Suggestion]:
        covered = self._names.covered
        for name, title in self._names.of(Namespace.SOP).items():
            yield self._of_list(name, Sort.ID, title, order=0 if name in covered else 1)

    def _steps(self, sop: str) -> Iterator[Suggestion]:
        for _, found in in_force(self._workspace, sop)[:1]:
            for order, step in enumerate(steps_of(found)):
                yield self._of_list(f"{sop}/{step.id}", Sort.ID, step.title or "", order=order)

    def _fields(self, address: Address, part: str | None) -> Iterator[Suggestion]:
        """The fields that are filled in, each with what it says now, and pinned to it where it is tested alone."""
        for _, sop in in_force(self._workspace, address.sop)[:1]:
            sought = address._replace(part=part or "x") if part is not None else address
            for order, name in enumerate(parts_of(sop, sought)):
                found = address._replace(part=name) if part is not None else address._replace(field=name)
                now = present(sop, found)
                if now:
                    pinned = f"{found} = {now.value} @{now.pin}" if self._is_alone else str(found)
                    yield self._of_list(pinned, Sort.FIELD, now.value, label=str(found), order=order)

    @property
    def _is_alone(self) -> bool:
        """Whether the line names one place only, so that a pin may follow it."""
        start, end = self._entry()
        others = self._text[self._cursor.start : start] + self._text[end:]
        return not others.strip(" \u3000")

    def _pin(self, written: str, start: int, *, before: str = "") -> Iterator[Suggestion]:
        """What an address says now, to be written behind it."""
        address = address_of(written)
        found = in_force(self._workspace, address.sop)[:1] if address else []
        for _, sop in found:
            now = present(sop, address) if address and self._is_alone else None
            if now:
                text = f"{before}{now.value} @{now.pin}"
                yield self._suggestion(text, Sort.WORD, self._words.text("editor.quiz.pin"), start=start)

    # Ids, ways and answers

    def _ids(self) -> Iterator[Suggestion]:
        taken = {found.id for number in range(len(self._lines)) if (found := heading_in(self._lines, number))}
        if self._is_translation:
            for order, question in enumerate(self._original.values()):
                if question.id not in taken:
                    yield self._suggestion(question.id, Sort.ID, question.title, order=order)
            return
        heading = self._cursor.heading
        start = question_line(self._document, self._cursor.line)
        stem = "scene-" if heading and heading.line > start else "q"
        yield self._suggestion(next(f"{stem}{n}" for n in count(1) if f"{stem}{n}" not in taken), Sort.ID)

    def _targets(self) -> Iterator[Suggestion]:
        start = question_line(self._document, self._cursor.line)
        for order, scene in enumerate(headings_below(self._lines, start)):
            if scene.id:
                yield self._suggestion(scene.id, Sort.ID, scene.title, order=order)
        yield self._suggestion(END, Sort.WORD, self._words.text("editor.quiz.end"))

    def _forms(self) -> Iterator[Suggestion]:
        for order, (name, form) in enumerate(FORMS.items()):
            text = _WORD.sub(lambda match: self._words.text(f"editor.quiz.word.{match[1]}"), form)
            # The label begins as the line does, so that what is typed already finds it.
            label = f"{form.partition('$')[0].partition('<')[0]}{self._words.text(f'editor.quiz.form.{name}')}"
            yield replace(self._suggestion(text, Sort.WORD, label=label, order=order), snippet=True)


_VALUES: Mapping[str, Callable[[_Body], Iterator[Suggestion]]] = MappingProxyType(
    {
        "tests": _Body.tests,
        "tags": _Body.tags,
        "difficulty": _Body.difficulty,
        "points": _Body.points,
        "shuffle": _Body.shuffle,
        "choose": _Body.choose,
        "of": _Body.of,
    }
)
"""What is suggested behind the colon of an attribute."""
