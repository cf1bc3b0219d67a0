import json

from sop_plugin.model.diagnostic import Severity, Span
from sop_plugin.reports.json_ import json_report
from tests.reports.samples import diagnostic, words


def test_one_object_with_place_words_and_counts() -> None:
    found = [
        diagnostic(corrected="    time_limit: 3 min"),
        diagnostic(path="a.md", rule="role-unknown", severity=Severity.WARNING, span=Span(3, 1, 4, 2)),
    ]
    report = json.loads(json_report(found, words(), files=7))
    assert report["version"] == 1
    assert report["summary"] == {"files": 7, "errors": 1, "warnings": 1, "infos": 0}
    assert [entry["path"] for entry in report["diagnostics"]] == ["a.md", "content/cafe/order.md"]
    assert report["diagnostics"][1] == {
        "rule": "time-unreadable",
        "severity": "error",
        "path": "content/cafe/order.md",
        "line": 14,
        "column": 17,
        "endLine": 14,
        "endColumn": 27,
        "message": "“three mins” is not a time that can be read",
        "hint": "write a number and a unit",
        "corrected": "    time_limit: 3 min",
        "instead": None,
    }


def test_chinese_stays_readable() -> None:
    assert "三分鍾" in json_report([diagnostic(text="三分鍾")], words(), files=1)
