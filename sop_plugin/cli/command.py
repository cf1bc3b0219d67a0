"""The subcommands and their arguments.

Exit codes: 0 all is well; 1 the content has errors, or the build failed; 2 the command was misused.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from sop_plugin import __version__
from sop_plugin.cli.common import common_arguments
from sop_plugin.words.catalogue import Catalogue, catalogue

SUBCOMMANDS = (
    *("check", "fmt", "explain", "rules", "new", "rename", "translate", "confirm", "quiz", "coverage", "schema"),
    *("build", "serve", "render", "pdf", "records", "lsp"),
)
"""Each is a module of this folder, with `arguments` to declare and `run` to do it."""

Run = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs `sop`; gives the exit code."""
    for stream in (sys.stdout, sys.stderr):
        # What a terminal has no character for is spelled out.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    given = sys.argv[1:] if arguments is None else list(arguments)
    chosen = parser(_help_language(given), given).parse_args(given)
    try:
        return int(import_module(f"sop_plugin.cli.{chosen.command}").run(chosen))
    except BrokenPipeError:
        # The reader of our output, such as `head`, has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def parser(words: Catalogue, given: Sequence[str] = SUBCOMMANDS) -> argparse.ArgumentParser:
    """The parser of the command as it was `given`, its help in the catalogue's language.

    Of the subcommands, only those that may be meant know their arguments: to load them all takes longer than most do.
    """
    root = argparse.ArgumentParser(prog="sop", description=words.text("cli.about"))
    root.add_argument("--version", action="version", version=f"mkdocs-sop {__version__}")
    commands = root.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in SUBCOMMANDS:
        about = words.text(f"cli.{name}.about")
        command = commands.add_parser(name, help=about, description=about)
        if name not in given:
            continue
        common_arguments(command, words)
        import_module(f"sop_plugin.cli.{name}").arguments(command, words)
    return root


def _help_language(given: Sequence[str]) -> Catalogue:
    """The language of the help: the one asked for, else that of the user's system."""
    for option, value in zip(given, [*given[1:], ""], strict=False):
        if option == "--lang" or option.startswith("--lang="):
            return catalogue(option.partition("=")[2] or value)
    system = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or "en"
    return catalogue(system.partition(".")[0].replace("_", "-"))
