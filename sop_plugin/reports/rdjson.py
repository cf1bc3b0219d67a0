"""Diagnostics in reviewdog's format (rdjson), which puts them into reviews with the corrected lines to accept.

See reviewdog's proto/rdf: lines and columns count from 1, columns in bytes of UTF-8; a range of lines without columns
takes in both lines whole, without the break behind the last.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sop_plugin.model.diagnostic import Diagnostic, Severity
from sop_plugin.reports.messages import describe
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.visible import escaped

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def rdjson_report(diagnostics: Sequence[Diagnostic], words: Catalogue) -> str:
    """A DiagnosticResult in the order of path and place, with a line break at its end."""
    ordered = sorted(diagnostics, key=lambda each: each.sort_key)
    report = {"source": {"name": "mkdocs-sop"}, "diagnostics": [_entry(each, words) for each in ordered]}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _entry(diagnostic: Diagnostic, words: Catalogue) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "message": "\n".join(filter(None, describe(diagnostic, words))),
        "location": {"path": escaped(diagnostic.path), "range": _range(diagnostic)},
        "severity": _SEVERITIES[diagnostic.severity],
        "code": {"value": diagnostic.rule},
    }
    if diagnostic.instead is not None:
        entry["suggestions"] = [{"range": _lines(diagnostic), "text": diagnostic.corrected}]
    return entry


def _range(diagnostic: Diagnostic) -> dict[str, Any]:
    """The span; of one that ends on another line, whose text is not at hand, the lines."""
    span = diagnostic.span
    if span.line != span.end_line:
        return _lines(diagnostic)
    columns = (span.column, span.end_column)
    start, end = (len(diagnostic.source_line[: column - 1].encode("utf-8", "replace")) + 1 for column in columns)
    return {"start": {"line": span.line, "column": start}, "end": {"line": span.line, "column": end}}


def _lines(diagnostic: Diagnostic) -> dict[str, Any]:
    return {"start": {"line": diagnostic.span.line}, "end": {"line": diagnostic.span.end_line}}
