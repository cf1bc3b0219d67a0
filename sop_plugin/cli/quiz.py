"""`sop quiz`: what is done with quizzes alone."""

from __future__ import annotations

import argparse

from sop_plugin.cli.actions import declare_actions, run_action
from sop_plugin.words.catalogue import Catalogue

ACTIONS = ("ids", "import")


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the actions and their arguments."""
    declare_actions(command, words, "quiz", ACTIONS)


run = run_action
