"""What records tell: lines for people, JSON for programs, and CSV for spreadsheets."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sop_plugin.model.assignment import TaskProgress
from sop_plugin.model.assignment_link import fragment_of
from sop_plugin.model.assignment_report import AssignmentReport
from sop_plugin.model.result import Result
from sop_plugin.model.training import TrainingReport
from sop_plugin.reports.terminal import visible, width
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.training import Table, TableName

VERSION = 1
"""Of the JSON: raised when a key changes its meaning or goes; new keys may come at any time."""

BYTE_ORDER_MARK = "\ufeff"
"""By which spreadsheets know UTF-8, without which they show Chinese as something else."""

_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠|%]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?: %)?")


def training_text(tables: Sequence[Table], words: Catalogue) -> str:
    """Each table with its columns below one another; above that of an assignment stands how it is doing."""
    return "\n".join(f"{table.title}\n{_head(table)}{''.join(_lines(table, words))}" for table in tables)


def _head(table: Table) -> str:
    return f"  {visible(table.about)}\n\n" if table.name is TableName.ASSIGNMENT else ""


def _lines(table: Table, words: Catalogue) -> Iterator[str]:
    if not table.rows:
        yield f"  {words.text('training.none')}\n"
        return
    rows = [table.columns, *([visible(cell) for cell in row] for row in table.rows)]
    widths = [max(width(row[at]) for row in rows) for at in range(len(table.columns))]
    for row in rows:
        cells = []
        for at, cell in enumerate(row):
            gap = " " * (widths[at] - width(cell))
            cells.append(gap + cell if at in table.figures else cell + gap)
        yield f"  {'  '.join(cells)}".rstrip() + "\n"


def csv_table(table: Table) -> str:
    """A table in the form of RFC 4180, with a mark by which Excel knows UTF-8, and no cell that it would carry out."""
    rows = (table.columns, *table.rows)
    return BYTE_ORDER_MARK + "".join(f"{','.join(map(cell, row))}\r\n" for row in rows)


def cell(text: str) -> str:
    """A cell, harmless to whoever opens it: what looks like a formula and is no number becomes text.

    OWASP, "CSV Injection": a cell is a formula by its first character.
    """
    plain = text.replace("\0", "")
    if _FORMULA.match(plain.lstrip(" \u3000") or plain) and not _NUMBER.fullmatch(plain):
        plain = f"'{plain}"
    return '"{}"'.format(plain.replace('"', '""')) if re.search(r'[",;\r\n\t]|^\s|\s$', plain) else plain


def training_json(report: TrainingReport) -> str:
    """The report, times in milliseconds since 1970."""
    data: dict[str, Any] = {
        "version": VERSION,
        "again": [{"person": each.person, "result": each.result.id} for each in report.again],
        "done": [{**_result(each.result), "standing": each.standing} for each in report.done],
        "questions": list(map(dataclasses.asdict, report.items)),
        "steps": list(map(dataclasses.asdict, report.steps)),
    }
    if report.assignment:
        data["assignment"] = _assignment(report.assignment)
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _assignment(report: AssignmentReport) -> dict[str, Any]:
    """`link` is the part of the assignment's link behind the `#`, to remind people with."""
    assignment = report.assignment
    return {
        "id": assignment.id,
        "title": assignment.title,
        "due": assignment.due.isoformat() if assignment.due else "",
        "overdue": report.is_overdue,
        "link": fragment_of(assignment),
        "people": [
            {
                "person": each.person,
                "listed": each.is_listed,
                "returned": each.has_returned,
                "done": each.is_done,
                "tasks": [_task(progress) for progress in each.tasks],
            }
            for each in report.people
        ],
    }


def _task(progress: TaskProgress) -> dict[str, Any]:
    task, result = progress.task, progress.result
    return {**dataclasses.asdict(task), "state": progress.state, "result": result.id if result else None}


def results_json(results: Iterable[Result]) -> str:
    """Results, all that is kept of them."""
    return json.dumps({"version": VERSION, "results": list(map(_result, results))}, ensure_ascii=False, indent=2) + "\n"


def _result(result: Result) -> dict[str, Any]:
    return {**dataclasses.asdict(result), "places": dict(result.places)}
