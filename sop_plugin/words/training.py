"""What records tell, as tables of words: the same for the terminal, for spreadsheets and for pages."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sop_plugin.model.item_analysis import ItemAnalysis, StepAnalysis
from sop_plugin.model.question import QuestionKind
from sop_plugin.model.result import Result
from sop_plugin.model.standing import Present
from sop_plugin.model.training import Again, Done, TrainingReport
from sop_plugin.words.assignment_table import COLUMNS, assignment_about, assignment_rows
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.keys import enum_key


class TableName(StrEnum):
    """The tables of a training report."""

    ASSIGNMENT = "assignment"
    AGAIN = "again"
    DONE = "done"
    QUESTIONS = "questions"
    STEPS = "steps"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a row of column heads. `figures` are the numbers, from 0, of the columns that hold numbers."""

    name: TableName
    title: str
    about: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: frozenset[int] = frozenset()


_COLUMNS = {
    TableName.ASSIGNMENT: " ".join(COLUMNS),
    TableName.AGAIN: "person kind subject title version now date",
    TableName.DONE: "date person kind subject title version ending score standing",
    TableName.QUESTIONS: "quiz question words answers difficulty discrimination seconds wrong wrong-count",
    TableName.STEPS: "step title asked difficulty done troubled seconds",
}
_CHOICES = frozenset({QuestionKind.SINGLE_CHOICE, QuestionKind.MULTIPLE_CHOICE, QuestionKind.PICTURE_CHOICE})
_FIGURES = frozenset(
    {"score", "answers", "difficulty", "discrimination", "seconds", "wrong-count", "asked", "done", "troubled"}
)


def training_tables(report: TrainingReport, words: Catalogue) -> tuple[Table, ...]:
    """The tables of a report, first that of the assignment where it is on one.

    Times are UTC, since results come from devices in different places.
    """
    present = report.present
    assigned = report.assignment
    rows: dict[TableName, Iterable[tuple[str, ...]]] = {
        TableName.AGAIN: (_again(each, present, words) for each in report.again),
        TableName.DONE: (_done(each, words) for each in report.done),
        TableName.QUESTIONS: (
            _item(each, present)
            for each in sorted(report.items, key=lambda item: (item.difficulty, item.quiz, item.key))
        ),
        TableName.STEPS: (_step(each) for each in report.steps),
    }
    tables = [_table(name, rows[name], words.text(f"training.{name.value}.about"), words) for name in rows]
    if assigned:
        lines = assignment_rows(assigned, present, words)
        tables.insert(0, _table(TableName.ASSIGNMENT, lines, assignment_about(assigned, words), words))
    return tuple(tables)


def _table(name: TableName, rows: Iterable[tuple[str, ...]], about: str, words: Catalogue) -> Table:
    keys = _COLUMNS[name].split()
    return Table(
        name,
        words.text(f"training.{name.value}"),
        about,
        tuple(words.text(f"training.column.{key}") for key in keys),
        tuple(rows),
        frozenset(at for at, key in enumerate(keys) if key in _FIGURES),
    )


def _again(again: Again, present: Present, words: Catalogue) -> tuple[str, ...]:
    result = again.result
    sop = present.sops.get(result.subject)
    return (
        again.person,
        words.text(enum_key(result.kind)),
        result.subject,
        result.title,
        _version(result),
        sop.version if sop else "",
        _time(result.started),
    )


def _done(done: Done, words: Catalogue) -> tuple[str, ...]:
    result = done.result
    ending = enum_key(result.ending)
    if result.passed is not None and result.ended is not None:
        ending = "training.passed" if result.passed else "training.not-passed"
    return (
        _time(result.started),
        ", ".join(result.people),
        words.text(enum_key(result.kind)),
        result.subject,
        result.title,
        _version(result),
        words.text(ending),
        "" if result.score is None else _percent(result.score),
        words.text(enum_key(done.standing)),
    )


def _item(item: ItemAnalysis, present: Present) -> tuple[str, ...]:
    question = present.questions.get(item.print)
    wrong = item.wrong
    if item.kind in _CHOICES:
        # The number of an option tells nobody anything.
        options = question.options if question else ()
        wrong = options[int(wrong)] if wrong.isdecimal() and int(wrong) < len(options) else ""
    return (
        item.quiz,
        item.key,
        question.title if question else "",
        str(item.answers),
        _percent(item.difficulty),
        "" if item.discrimination is None else f"{item.discrimination:.2f}",
        _seconds(item.seconds),
        wrong,
        str(item.wrong_count) if item.wrong_count else "",
    )


def _step(step: StepAnalysis) -> tuple[str, ...]:
    return (
        step.address,
        step.title,
        str(step.asked),
        "" if step.difficulty is None else _percent(step.difficulty),
        str(step.done),
        str(step.troubled),
        _seconds(step.seconds),
    )


def _version(result: Result) -> str:
    # A quiz has no version of its own but a fingerprint, which tells nobody anything.
    return "" if result.version == result.print else result.version


def _time(milliseconds: int) -> str:
    moment = datetime.datetime.fromtimestamp(milliseconds / 1000, datetime.UTC)
    return moment.strftime("%Y-%m-%d %H:%M")


def _percent(share: float) -> str:
    return f"{share * 100:.0f} %"


def _seconds(seconds: float | None) -> str:
    return "" if seconds is None else f"{seconds:.0f}"
