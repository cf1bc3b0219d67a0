"""The page of an SOP with errors."""

from sop_plugin.model.diagnostic import Diagnostic, Severity, Span
from sop_plugin.views.faulty_page import faulty_page
from sop_plugin.words.catalogue import catalogue
from tests.views.pages import Seen

FAULT = Diagnostic(
    rule="time-unreadable",
    severity=Severity.ERROR,
    path="cafe/latte.md",
    span=Span(14, 7, 14, 12),
    arguments={"text": "<soon>"},
    source_line="    takes: <soon>",
    corrected="    takes: 2 min",
)


def at(path: str) -> str:
    return f"/at/{path}"


def test_it_shows_each_fault_with_its_place_and_the_corrected_line() -> None:
    page = faulty_page(
        "cafe/latte.md", "Latte", [FAULT], catalogue("en"), lambda _: ("No time: <soon>", "Write 2 min."), at
    )
    assert "/at/reference/rules/time-unreadable.md" in Seen(page.html).links
    assert page.links == ("reference/rules/time-unreadable.md",)
    text = Seen(page.html).text
    for words in (
        "cafe/latte.md",
        "Line 14, column 7",
        "time-unreadable",
        "No time: <soon>",
        "Write 2 min.",
        "takes: 2 min",
    ):
        assert words in text
    assert "<soon>" not in page.html


def test_without_a_hint_or_a_correction_there_is_no_empty_place_for_them() -> None:
    fault = Diagnostic(FAULT.rule, FAULT.severity, FAULT.path, FAULT.span, {}, "", "")
    page = faulty_page("cafe/latte.md", "Latte", [fault], catalogue("zh-TW"), lambda _: ("讀不懂", ""), at)
    assert "<pre" not in page.html
    assert page.lang == "zh-TW"
