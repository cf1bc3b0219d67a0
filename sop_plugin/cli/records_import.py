"""`sop records import`: takes in result files, and tells what each holds."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from sop_plugin.cli.check import content_folder, quizzes_folder
from sop_plugin.cli.language import words_for
from sop_plugin.cli.records import UnusableError, database_argument, opened, told
from sop_plugin.model.standing import Present
from sop_plugin.pipeline.training import FileReport, present, take_in
from sop_plugin.records.database import Taken
from sop_plugin.records.result_file import Fault, Refused
from sop_plugin.reports.terminal import visible
from sop_plugin.words.catalogue import Catalogue


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the arguments."""
    command.add_argument("paths", nargs="+", type=Path, metavar="FILE", help=words.text("cli.records.import.files"))
    database_argument(command, words)
    command.epilog = words.text("cli.records.import.exit-codes")


def run(options: argparse.Namespace) -> int:
    """Takes in; gives 1 where a file holds something that could not be taken in."""
    words = words_for(options)
    given, options.paths = options.paths, ()
    content = content_folder(options)
    if content is None:
        return 2
    files = list(_files(given))
    missing = [path for path in given if not path.exists()]
    for path in missing:
        print(words.text("cli.no-such-file", path=path), file=sys.stderr)
    if missing:
        return 2
    now = present(content, quizzes_folder(options, content))
    refused = 0
    try:
        with opened(options.records, words, create=True) as records:
            for path in files:
                try:
                    report = take_in(records, path, now)
                except OSError as error:
                    print(words.text("cli.records.import.unread", path=path, why=error.strerror), file=sys.stderr)
                    refused += 1
                    continue
                refused += len(report.refused)
                print(visible(f"{path}: {'; '.join(_told(report, now, words))}"))
    except UnusableError as error:
        return told(error)
    return int(refused > 0)


def _files(paths: list[Path]) -> Iterator[Path]:
    """The files, and of a folder the JSON files in it, those too that a phone handed on as text."""
    for path in paths:
        if path.is_dir():
            found = (each for pattern in ("*.json", "*.json.txt") for each in path.rglob(pattern))
            yield from sorted(each for each in found if each.is_file() and not each.is_symlink())
        elif path.exists():
            yield path


def _told(report: FileReport, now: Present, words: Catalogue) -> Iterator[str]:
    if report.assignment:
        yield words.text("cli.records.import.assignment", title=report.assignment.title or report.assignment.id)
    elif report.taken or report.under_way:
        yield words.text("cli.records.import.no-assignment")
    for taken in Taken:
        if count := report.taken[taken]:
            yield words.text(f"cli.records.import.{taken.value}", count=count)
    for result in report.outdated:
        sop = now.sops.get(result.subject)
        key = f"cli.records.import.{now.standing(result).value}"
        yield words.text(key, subject=result.subject, version=result.version, now=sop.version if sop else "")
    if report.under_way:
        yield words.text("cli.records.import.under-way", count=report.under_way)
    if report.nameless:
        yield words.text("cli.records.import.nameless", count=report.nameless)
    for refused in report.refused:
        yield _refusal(refused, words)
    if not (report.taken or report.refused or report.under_way):
        yield words.text("cli.records.import.nothing")


def _refusal(refused: Refused, words: Catalogue) -> str:
    said = words.text(f"cli.records.fault.{refused.fault.value}")
    return words.text("cli.records.fault.part", fault=said, part=refused.part) if _names_part(refused) else said


def _names_part(refused: Refused) -> bool:
    return bool(refused.part) and refused.fault in (Fault.MALFORMED, Fault.TOO_NEW)
