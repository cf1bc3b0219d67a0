"""Diagnostics as a GitLab Code Quality report, which merge requests show."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sop_plugin.model.diagnostic import Diagnostic, Severity
from sop_plugin.reports.identity import with_identity
from sop_plugin.reports.messages import describe
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.visible import escaped

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab_report(diagnostics: Sequence[Diagnostic], words: Catalogue) -> str:
    """A JSON list in the order of path and place, with a line break at its end."""
    entries = [_entry(each, words, identity) for each, identity in with_identity(diagnostics)]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _entry(diagnostic: Diagnostic, words: Catalogue, fingerprint: str) -> dict[str, Any]:
    return {
        "description": escaped(describe(diagnostic, words)[0], keep="\n\t"),
        "check_name": diagnostic.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {
            "path": escaped(diagnostic.path),
            "lines": {"begin": diagnostic.span.line, "end": diagnostic.span.end_line},
        },
    }
