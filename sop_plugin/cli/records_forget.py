"""`sop records forget`: deletes a person from the records."""

from __future__ import annotations

import argparse
import sys

from sop_plugin.cli.language import words_for
from sop_plugin.cli.records import UnusableError, database_argument, opened, told
from sop_plugin.reports.terminal import visible
from sop_plugin.words.catalogue import Catalogue


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the arguments."""
    command.add_argument("name", metavar="NAME", help=words.text("cli.records.forget.name"))
    database_argument(command, words)


def run(options: argparse.Namespace) -> int:
    """Deletes; gives 1 where nothing was kept of the person."""
    words = words_for(options)
    try:
        with opened(options.records, words) as records:
            count = records.forget(options.name)
    except UnusableError as error:
        return told(error)
    if not count:
        print(words.text("cli.records.nobody", name=visible(options.name)), file=sys.stderr)
        return 1
    print(words.text("cli.records.forget.done", name=visible(options.name), count=count))
    return 0
