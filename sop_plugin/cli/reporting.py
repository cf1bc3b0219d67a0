"""Where reports go: to the terminal, to files, and to the summary of a step in GitHub Actions."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentTypeError
from collections.abc import Iterable
from pathlib import Path

from sop_plugin.reports.formats import FORMATS, Findings
from sop_plugin.reports.github_summary import github_summary
from sop_plugin.words.catalogue import Catalogue

SUMMARY = "GITHUB_STEP_SUMMARY"
"""Names the file whose Markdown GitHub shows as the summary of a step."""


def wanted_format(wanted: str, words: Catalogue) -> str:
    """`FORMAT` or `FORMAT=FILE` as it was given. Raises ArgumentTypeError where there is no such format."""
    name = wanted.partition("=")[0]
    if name not in FORMATS:
        raise ArgumentTypeError(words.text("cli.check.no-such-format", name=name, formats=", ".join(FORMATS)))
    return wanted


def write_reports(found: Findings, wanted: Iterable[str]) -> None:
    """Writes a report for each of `wanted`, formats that exist: `FORMAT` to the terminal, `FORMAT=FILE` to a file.

    Raises OSError where a file cannot be written.
    """
    for each in wanted:
        name, _, file = each.partition("=")
        text = FORMATS[name](found)
        if file:
            Path(file).write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
        else:
            sys.stdout.write(text)
        if name == "github" and (summary := os.environ.get(SUMMARY)):
            with Path(summary).open("a", encoding="utf-8", errors="backslashreplace") as place:
                place.write(github_summary(found.diagnostics, found.words))


def wants_color() -> bool:
    """Whether the output goes to a terminal whose user did not ask for plain text (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
