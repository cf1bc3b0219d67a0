"""`sop coverage`: which steps, standards and exceptions have a question."""

from __future__ import annotations

import argparse
import sys

from sop_plugin.cli.check import content_folder, quizzes_folder
from sop_plugin.cli.language import words_for
from sop_plugin.model.coverage import coverage_of, parts_of
from sop_plugin.pipeline.questions import made_questions, written_questions
from sop_plugin.pipeline.shelf import Shelf
from sop_plugin.reports.coverage import coverage_json, coverage_table
from sop_plugin.words.catalogue import Catalogue


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the arguments."""
    command.add_argument("--min", type=float, metavar="PERCENT", help=words.text("cli.coverage.min"))
    command.add_argument("--authored", action="store_true", help=words.text("cli.coverage.authored"))
    command.add_argument("--missing", action="store_true", help=words.text("cli.coverage.missing"))
    command.add_argument("--format", choices=("text", "json"), default="text", help=words.text("cli.coverage.format"))
    command.epilog = words.text("cli.coverage.exit-codes")


def run(options: argparse.Namespace) -> int:
    """Prints; gives 1 where less has a question than `--min` wants."""
    words = words_for(options)
    content = content_folder(options)
    if content is None:
        return 2
    shelf = Shelf(content, quizzes_folder(options, content))
    questions = list(written_questions(shelf))
    if not options.authored:
        questions += made_questions(shelf)
    parts = (part for document in shelf.sops() if document.sop for part in parts_of(document.sop))
    found = coverage_of(parts, questions)
    house = shelf.organisation
    roles = {role.id: role.title for role in house.roles} if house else {}
    if options.format == "json":
        print(coverage_json(found), end="")
    else:
        print(coverage_table(found, roles, words, missing=options.missing), end="")
    share = found.share().percent
    if options.min is not None and share < options.min:
        print(words.text("coverage.below", share=f"{share:.1f}", least=f"{options.min:g}"), file=sys.stderr)
        return 1
    return 0
