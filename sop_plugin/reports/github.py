"""Diagnostics as workflow commands, which GitHub Actions shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from sop_plugin.model.diagnostic import Diagnostic, Severity
from sop_plugin.reports.messages import describe
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.visible import escaped

MOST = 10
"""Annotations of a kind that GitHub shows for one step; it drops those behind them."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github_report(diagnostics: Sequence[Diagnostic], words: Catalogue) -> str:
    """One command a line, the gravest first, at most `MOST` of a severity; empty where there is no finding.

    Within a severity they stand in their order of path and place.
    """
    ordered = sorted(diagnostics, key=lambda each: each.sort_key)
    shown = chain.from_iterable([each for each in ordered if each.severity is kind][:MOST] for kind in _COMMANDS)
    return "".join(_command(each, words) + "\n" for each in shown)


def _command(diagnostic: Diagnostic, words: Catalogue) -> str:
    span = diagnostic.span
    properties = {"file": diagnostic.path, "line": str(span.line), "endLine": str(span.end_line)}
    if span.line == span.end_line:  # GitHub refuses columns on an annotation of several lines
        properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    properties["title"] = diagnostic.rule
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    text = "\n".join(filter(None, (*describe(diagnostic, words), diagnostic.corrected)))
    return f"::{_COMMANDS[diagnostic.severity]} {written}::{_data(text)}"


def _data(text: str) -> str:
    shown = escaped(text, keep="\n\r")
    return shown.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
