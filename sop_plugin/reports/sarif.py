"""Diagnostics as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), for code scanners and editors."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from sop_plugin import __version__
from sop_plugin.model.diagnostic import Diagnostic, Severity, Span
from sop_plugin.model.suppression import Suppressed
from sop_plugin.reports.identity import with_identity
from sop_plugin.reports.messages import describe
from sop_plugin.words.catalogue import Catalogue

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

ROOT = "%SRCROOT%"
"""What paths are relative to; who reads the file knows where that is."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif_report(diagnostics: Sequence[Diagnostic], words: Catalogue, *, suppressed: Sequence[Suppressed] = ()) -> str:
    """One run with its results, those that were let stand included as suppressed; it ends with a line break.

    Columns count characters, as those of diagnostics do (`unicodeCodePoints`).
    """
    reasons = {id(each.diagnostic): each.reason for each in suppressed}
    found = list(with_identity([*diagnostics, *(each.diagnostic for each in suppressed)]))
    rules = sorted({each.rule for each, _ in found})
    places = {rule: index for index, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "mkdocs-sop",
                "semanticVersion": __version__,
                "rules": [_rule(rule, words) for rule in rules],
            }
        },
        "language": words.language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": words.text("report.sarif.root")}}},
        "results": [_result(each, identity, places, reasons.get(id(each)), words) for each, identity in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(name: str, words: Catalogue) -> dict[str, Any]:
    what, why = words.text(f"rule.{name}.what"), words.text(f"rule.{name}.why")
    return {
        "id": name,
        "shortDescription": {"text": words.text(f"rule.{name}.title")},
        "fullDescription": {"text": what.replace("`", "")},
        "help": {"text": f"{what}\n{why}".replace("`", ""), "markdown": f"{what}\n\n{why}"},
    }


def _result(
    diagnostic: Diagnostic, identity: str, places: dict[str, int], reason: str | None, words: Catalogue
) -> dict[str, Any]:
    message = "\n".join(filter(None, describe(diagnostic, words)))
    artifact = {"uri": quote(diagnostic.path.encode("utf-8", "surrogateescape")), "uriBaseId": ROOT}
    region = _region(diagnostic.span)
    result: dict[str, Any] = {
        "ruleId": diagnostic.rule,
        "ruleIndex": places[diagnostic.rule],
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        "partialFingerprints": {"finding/v1": identity},
    }
    if diagnostic.instead is not None:
        replacement = {"deletedRegion": region, "insertedContent": {"text": diagnostic.instead}}
        result["fixes"] = [{"artifactChanges": [{"artifactLocation": artifact, "replacements": [replacement]}]}]
    if reason is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": reason}]
    return result


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
