"""Diagnostics as one JSON object, for editors and other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sop_plugin.model.diagnostic import Diagnostic, Severity
from sop_plugin.reports.messages import describe
from sop_plugin.reports.tally import tally
from sop_plugin.words.catalogue import Catalogue

VERSION = 1
"""Raised when a key changes its meaning or goes; new keys may come at any time."""


def json_report(diagnostics: Sequence[Diagnostic], words: Catalogue, *, files: int) -> str:
    """The report on `files` files, in their order of path and place, with a line break at its end.

    Lines and columns count from 1, columns in characters; the end lies behind the last character.
    """
    counts = tally(diagnostics)
    report = {
        "version": VERSION,
        "diagnostics": [_entry(each, words) for each in sorted(diagnostics, key=lambda each: each.sort_key)],
        "summary": {
            "files": files,
            "errors": counts[Severity.ERROR],
            "warnings": counts[Severity.WARNING],
            "infos": counts[Severity.INFO],
        },
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _entry(diagnostic: Diagnostic, words: Catalogue) -> dict[str, Any]:
    message, hint = describe(diagnostic, words)
    span = diagnostic.span
    return {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.value,
        "path": diagnostic.path,
        "line": span.line,
        "column": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
        "message": message,
        "hint": hint,
        "corrected": diagnostic.corrected,
        "instead": diagnostic.instead,
    }
