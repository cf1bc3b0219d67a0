"""`sop records report`: who did what on which version, who must be trained again, and where people fail."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sop_plugin.cli.check import content_folder, quizzes_folder, today_argument
from sop_plugin.cli.language import words_for
from sop_plugin.cli.records import UnusableError, database_argument, opened, told
from sop_plugin.cli.records_assignment import assignment_argument, assignment_meant
from sop_plugin.model.assignment_report import assignment_report
from sop_plugin.model.training import training_report
from sop_plugin.pipeline.today import today
from sop_plugin.pipeline.training import present
from sop_plugin.reports.training import csv_table, training_json, training_text
from sop_plugin.views.training_page import training_page
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.training import TableName, training_tables


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the arguments."""
    formats = ("text", "json", "csv", "html")
    command.add_argument("--format", choices=formats, default="text", help=words.text("cli.records.report.format"))
    command.add_argument("--table", choices=[*TableName], help=words.text("cli.records.report.table"))
    command.add_argument("--output", type=Path, metavar="FILE", help=words.text("cli.records.report.output"))
    assignment_argument(command, words)
    database_argument(command, words)
    today_argument(command, words)


def run(options: argparse.Namespace) -> int:
    """Prints or writes the report."""
    words = words_for(options)
    content = content_folder(options)
    if content is None:
        return 2
    meant = assignment_meant(options.assignment, words) if options.assignment else None
    if options.assignment and meant is None:
        return 2
    if options.table == TableName.ASSIGNMENT and meant is None:
        print(words.text("cli.records.report.no-assignment"), file=sys.stderr)
        return 2
    day = options.today or today()
    try:
        with opened(options.records, words) as records:
            results = records.results()
    except UnusableError as error:
        return told(error)
    now = present(content, quizzes_folder(options, content))
    assigned = assignment_report(meant.assignment, meant.people, results, now, day) if meant else None
    report = training_report(results, now, assigned)
    tables = training_tables(report, words)
    if options.table:
        tables = tuple(table for table in tables if table.name == options.table)
    match options.format:
        case "json":
            text = training_json(report)
        case "csv":
            # A file of CSV is one table.
            text = csv_table(next(table for table in tables if table.name == (options.table or TableName.DONE)))
        case "html":
            text = training_page(tables, str(day), words)
        case _:
            text = training_text(tables, words)
    return _give(text, options.output, words)


def _give(text: str, output: Path | None, words: Catalogue) -> int:
    if output is None:
        sys.stdout.write(text)
        return 0
    try:
        output.write_text(text, encoding="utf-8", errors="replace", newline="")
    except OSError as error:
        print(words.text("cli.check.not-written", path=output, why=error.strerror), file=sys.stderr)
        return 2
    print(words.text("cli.records.report.written", path=output))
    return 0
