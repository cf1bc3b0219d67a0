"""`sop explain RULE`: what a rule checks and why, with an example of the fault and of how it should be."""

from __future__ import annotations

import argparse
import sys

from sop_plugin.checks.registry import documentation, rule_names
from sop_plugin.cli.language import words_for
from sop_plugin.model.suggestions import nearest
from sop_plugin.words.catalogue import Catalogue


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the arguments."""
    command.add_argument("rule", help=words.text("cli.explain.rule"))


def run(options: argparse.Namespace) -> int:
    """Prints the explanation; gives 2 for a rule there is not."""
    words = words_for(options)
    if options.rule not in rule_names():
        near = nearest(options.rule, rule_names())
        key = "cli.explain.near" if near else "cli.explain.unknown"
        print(words.text(key, rule=options.rule, near=near or ""), file=sys.stderr)
        return 2
    rule = documentation(options.rule)
    key = f"rule.{rule.name}"
    print(f"{words.text(f'{key}.title')}  [{rule.name}, {words.text(f'enum.severity.{rule.severity}')}]")
    for part in ("what", "why"):
        print(f"\n{words.text(f'rules.{part}')}\n  {words.text(f'{key}.{part}')}")
    for part in ("organisation", "another", "before", "bad", "good"):
        example = getattr(rule, part)
        if not example:
            continue
        print(f"\n{words.text(f'rules.{part}')}\n")
        print("\n".join(f"    {line}".rstrip() for line in example.rstrip().split("\n")))
    return 0
