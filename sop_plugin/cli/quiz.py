"""`sop quiz`: what is done with quizzes alone."""

from __future__ import annotations

import argparse
from importlib import import_module
from types import ModuleType

from sop_plugin.cli.common import common_arguments
from sop_plugin.words.catalogue import Catalogue

ACTIONS = ("ids", "import")
"""Each is a module `quiz_NAME` of this folder, with `arguments` to declare and `run` to do it."""


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the actions and their arguments."""
    actions = command.add_subparsers(dest="action", required=True, metavar="ACTION")
    for name in ACTIONS:
        about = words.text(f"cli.quiz.{name}.about")
        action = actions.add_parser(name, help=about, description=about)
        common_arguments(action, words, again=True)
        _module(name).arguments(action, words)


def run(options: argparse.Namespace) -> int:
    """Does what was asked; gives the exit code."""
    return int(_module(options.action).run(options))


def _module(name: str) -> ModuleType:
    return import_module(f"sop_plugin.cli.quiz_{name}")
