"""Diagnostics to report on, with a catalogue of their own."""

from sop_plugin.model.diagnostic import Diagnostic, Severity, Span
from sop_plugin.words.catalogue import Catalogue, catalogue

RULES = {
    "rule.time-unreadable.message": "“{text}” is not a time that can be read",
    "rule.time-unreadable.hint": "write a number and a unit",
    "rule.wrong-type.message": "{expected} belongs here",
    "rule.wrong-type.hint": "write {text}",
    "rule.role-unknown.message": "there is no role “{id}”",
}

PLACE = Span(14, 17, 14, 27)


def words(language: str = "en") -> Catalogue:
    return Catalogue(language, {**catalogue(language).words, **RULES})


def diagnostic(
    source_line: str = "    time_limit: three mins",
    span: Span = PLACE,
    *,
    rule: str = "time-unreadable",
    severity: Severity = Severity.ERROR,
    path: str = "content/cafe/order.md",
    corrected: str = "",
    **arguments: str,
) -> Diagnostic:
    return Diagnostic(
        rule=rule,
        severity=severity,
        path=path,
        span=span,
        arguments={"text": "three mins", "id": "baker"} | arguments,
        source_line=source_line,
        corrected=corrected,
    )
