"""`sop schema`: the JSON Schema of a front matter, for editors."""

from __future__ import annotations

import argparse
import json

from sop_plugin.cli.language import words_for
from sop_plugin.exports.assignment_schema import assignment_schema
from sop_plugin.exports.json_schema import front_matter_schema, organisation_schema, quiz_schema
from sop_plugin.words.catalogue import Catalogue


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the arguments."""
    which = command.add_mutually_exclusive_group()
    which.add_argument("--organisation", action="store_true", help=words.text("cli.schema.organisation"))
    which.add_argument("--quiz", action="store_true", help=words.text("cli.schema.quiz"))
    which.add_argument("--assignment", action="store_true", help=words.text("cli.schema.assignment"))


def run(options: argparse.Namespace) -> int:
    """Prints the schema."""
    make = front_matter_schema
    if options.organisation:
        make = organisation_schema
    elif options.quiz:
        make = quiz_schema
    elif options.assignment:
        make = assignment_schema
    print(json.dumps(make(words_for(options)), ensure_ascii=False, indent=2))
    return 0
