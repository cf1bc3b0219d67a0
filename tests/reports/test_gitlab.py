import json
from typing import Any

from sop_plugin.model.diagnostic import Diagnostic, Severity, Span
from sop_plugin.reports.gitlab import gitlab_report
from tests.reports.samples import diagnostic, words


def entries(*found: Diagnostic) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads(gitlab_report(found, words()))
    return loaded


def test_what_gitlab_asks_for() -> None:
    (entry,) = entries(diagnostic())
    assert len(entry.pop("fingerprint")) == 64
    assert entry == {
        "description": "“three mins” is not a time that can be read",
        "check_name": "time-unreadable",
        "severity": "critical",
        "location": {"path": "content/cafe/order.md", "lines": {"begin": 14, "end": 14}},
    }


def test_a_fingerprint_follows_its_line_and_is_its_own() -> None:
    first, second = entries(diagnostic(), diagnostic(span=Span(20, 17, 20, 27)))
    (moved,) = entries(diagnostic(span=Span(99, 17, 99, 27)))
    assert first["fingerprint"] == moved["fingerprint"] != second["fingerprint"]


def test_a_severity_does_not_change_the_fingerprint() -> None:
    (error,), (note,) = entries(diagnostic()), entries(diagnostic(severity=Severity.INFO))
    assert note["severity"] == "info"
    assert note["fingerprint"] == error["fingerprint"]


def test_odd_text_can_be_written() -> None:
    gitlab_report([diagnostic("\ud800", path="\ud800.md", text="\ud800\x1b")], words()).encode()


def test_nothing_found() -> None:
    assert gitlab_report([], words()) == "[]\n"
