"""`sop rules`: the list of rules."""

from __future__ import annotations

import argparse
from itertools import groupby

from sop_plugin.checks.registry import documentation, rule_names
from sop_plugin.cli.language import words_for
from sop_plugin.words.catalogue import Catalogue


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """There are none."""


def run(options: argparse.Namespace) -> int:
    """Prints the rules by family."""
    words = words_for(options)
    width = max(map(len, rule_names()))
    for family, members in groupby(map(documentation, rule_names()), key=lambda rule: rule.family):
        print(f"\n{words.text(f'rules.family.{family}')}")
        for rule in members:
            severity = words.text(f"enum.severity.{rule.severity}")
            print(f"  {rule.name:{width}}  {severity}  {words.text(f'rule.{rule.name}.title')}")
    return 0
