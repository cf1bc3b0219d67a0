"""`sop records person`: all that is kept of a person, or without a name, who is in the records."""

from __future__ import annotations

import argparse
import sys

from sop_plugin.cli.check import content_folder, quizzes_folder
from sop_plugin.cli.language import words_for
from sop_plugin.cli.records import UnusableError, database_argument, opened, told
from sop_plugin.model.training import training_report
from sop_plugin.pipeline.training import present
from sop_plugin.reports.terminal import visible
from sop_plugin.reports.training import results_json, training_text
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.training import TableName, training_tables


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the arguments."""
    command.add_argument("name", nargs="?", metavar="NAME", help=words.text("cli.records.person.name"))
    command.add_argument(
        "--format", choices=("text", "json"), default="text", help=words.text("cli.records.person.format")
    )
    database_argument(command, words)


def run(options: argparse.Namespace) -> int:
    """Prints; gives 1 where nothing is kept of the person."""
    words = words_for(options)
    content = content_folder(options)
    if content is None:
        return 2
    try:
        with opened(options.records, words) as records:
            names = records.names()
            results = records.results(options.name) if options.name else []
    except UnusableError as error:
        return told(error)
    if not options.name:
        print("\n".join(map(visible, names)))
        return 0
    if not results:
        print(words.text("cli.records.nobody", name=visible(options.name)), file=sys.stderr)
        return 1
    if options.format == "json":
        print(results_json(results), end="")
        return 0
    report = training_report(results, present(content, quizzes_folder(options, content)))
    print(
        training_text([each for each in training_tables(report, words) if each.name is TableName.DONE], words), end=""
    )
    return 0
