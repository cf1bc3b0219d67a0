"""Diagnostics as a GitLab Code Quality report, which merge requests show."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from sop_plugin.model.diagnostic import Diagnostic, Severity
from sop_plugin.reports.messages import describe
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.visible import escaped

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}

_Identity = tuple[str, str, str, tuple[tuple[str, str], ...]]


def gitlab_report(diagnostics: Sequence[Diagnostic], words: Catalogue) -> str:
    """A JSON list in the order of path and place, with a line break at its end."""
    seen: Counter[_Identity] = Counter()
    entries = []
    for each in sorted(diagnostics, key=lambda each: each.sort_key):
        identity = (each.path, each.rule, each.source_line.strip(), tuple(sorted(each.arguments.items())))
        entries.append(_entry(each, words, _fingerprint(identity, seen[identity])))
        seen[identity] += 1
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


def _fingerprint(identity: _Identity, earlier: int) -> str:
    """The same wherever the line moves to; `earlier` equal findings in the file set this one apart from them."""
    return sha256(json.dumps([identity, earlier]).encode()).hexdigest()
