"""`sop records`: who did what on which version, from the result files that people send."""

from __future__ import annotations

import argparse
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sop_plugin.cli.actions import declare_actions, run_action
from sop_plugin.records.database import NotRecordsError, Records
from sop_plugin.words.catalogue import Catalogue

ACTIONS = ("import", "report", "person", "forget")
DATABASE = Path("records.sqlite")


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the actions and their arguments."""
    declare_actions(command, words, "records", ACTIONS)


run = run_action


def database_argument(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares where the records are."""
    command.add_argument(
        "--records", type=Path, default=DATABASE, metavar="FILE", help=words.text("cli.records.file", file=DATABASE)
    )


class UnusableError(Exception):
    """The records cannot be used; its message says why."""


@contextmanager
def opened(path: Path, words: Catalogue, *, create: bool = False) -> Iterator[Records]:
    """The records at a path. Raises UnusableError where they cannot be used, or are not there and none may be made."""
    if not create and not path.is_file():
        raise UnusableError(words.text("cli.records.none", path=path))
    try:
        with Records(path) as records:
            yield records
    except NotRecordsError as error:
        raise UnusableError(words.text(f"cli.records.{error.reason}", path=path)) from error
    except sqlite3.Error as error:
        raise UnusableError(words.text("cli.records.unusable", path=path, why=error)) from error


def told(error: UnusableError) -> int:
    """Says why nothing was done; the exit code."""
    print(error, file=sys.stderr)
    return 2
