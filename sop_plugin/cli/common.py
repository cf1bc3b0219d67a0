"""The arguments that every subcommand has."""

from __future__ import annotations

import argparse
from pathlib import Path

from sop_plugin.words.catalogue import LANGUAGES, Catalogue


def common_arguments(command: argparse.ArgumentParser, words: Catalogue, *, again: bool = False) -> None:
    """Declares where the files are and which language is spoken; `again` below a command that has them already, so that
    they may stand before an action or behind it.
    """
    content, quizzes = (argparse.SUPPRESS, argparse.SUPPRESS) if again else (Path("content"), None)
    lang = argparse.SUPPRESS if again else None
    command.add_argument("--content", type=Path, default=content, help=words.text("cli.content"))
    command.add_argument("--quizzes", type=Path, default=quizzes, help=words.text("cli.quizzes"))
    command.add_argument("--lang", choices=LANGUAGES, default=lang, help=words.text("cli.lang"))
