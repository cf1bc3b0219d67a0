"""`sop records report --assignment`: the assignment that is meant, from a file or a link."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sop_plugin.model.assignment_link import AssignmentLinkError, assignment_in
from sop_plugin.records.assignment_file import (
    AssignedPeople,
    AssignmentFault,
    AssignmentFileError,
    assigned_people,
)
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.keys import enum_key


def assignment_argument(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares `--assignment`."""
    command.add_argument("--assignment", metavar="FILE", help=words.text("cli.records.assignment"))


def assignment_meant(given: str, words: Catalogue) -> AssignedPeople | None:
    """The assignment in a file, or in a link, which names nobody. Where it cannot be read, says why and gives None."""
    try:
        if "#" in given and not Path(given).exists():
            return AssignedPeople(assignment_in(given))
        return assigned_people(Path(given).read_bytes())
    except AssignmentLinkError as error:
        why = words.text(enum_key(error.fault))
    except AssignmentFileError as error:
        why = _why(error, words)
    except OSError as error:
        why = error.strerror or str(error)
    print(words.text("cli.records.assignment.unread", path=given, why=why), file=sys.stderr)
    return None


def _why(error: AssignmentFileError, words: Catalogue) -> str:
    if error.fault in (AssignmentFault.FOREIGN, AssignmentFault.NOT_JSON):
        return words.text("cli.records.assignment.foreign")
    said = words.text(f"cli.records.fault.{error.fault.value}")
    return words.text("cli.records.fault.part", fault=said, part=error.part) if error.part else said
