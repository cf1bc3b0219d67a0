"""Subcommands that have actions of their own, such as `sop quiz ids`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module

from sop_plugin.cli.common import common_arguments
from sop_plugin.words.catalogue import Catalogue


def declare_actions(command: argparse.ArgumentParser, words: Catalogue, name: str, actions: Sequence[str]) -> None:
    """Declares the actions of the subcommand `name`; each is a module `NAME_ACTION` of this folder."""
    parsers = command.add_subparsers(dest="action", required=True, metavar="ACTION")
    for each in actions:
        about = words.text(f"cli.{name}.{each}.about")
        action = parsers.add_parser(each, help=about, description=about)
        common_arguments(action, words, again=True)
        import_module(f"sop_plugin.cli.{name}_{each}").arguments(action, words)


def run_action(options: argparse.Namespace) -> int:
    """Does what was asked; gives the exit code."""
    return int(import_module(f"sop_plugin.cli.{options.command}_{options.action}").run(options))
