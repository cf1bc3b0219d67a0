import pytest

from sop_plugin.model.diagnostic import Severity, Span
from sop_plugin.reports.github import MOST, github_report
from tests.reports.samples import diagnostic, words


def test_place_title_message_hint_and_corrected_line() -> None:
    assert github_report([diagnostic(corrected="    time_limit: 3 min")], words()) == (
        "::error file=content/cafe/order.md,line=14,endLine=14,col=17,endColumn=27,title=time-unreadable::"
        "“three mins” is not a time that can be read%0Awrite a number and a unit%0A    time_limit: 3 min\n"
    )


def test_several_lines_have_no_columns() -> None:
    assert ",line=3,endLine=5,title=" in github_report([diagnostic(span=Span(3, 2, 5, 1))], words())


@pytest.mark.parametrize("hostile", ["\n::error::x", "\r::x", "\x1b[2J", "\u202e", "\ud800", "\u2028"])
def test_an_author_cannot_write_a_command(hostile: str) -> None:
    line = github_report([diagnostic(path=f"a{hostile},b:%.md", text=hostile)], words())
    assert len(line.splitlines()) == 1
    assert "%2Cb%3A%25.md,line=" in line
    line.encode()


def test_the_gravest_first_and_no_more_than_are_shown() -> None:
    found = [diagnostic(severity=kind) for kind in (Severity.INFO, Severity.ERROR) for _ in range(MOST + 1)]
    lines = github_report(found, words()).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error"] * MOST + ["::notice"] * MOST


def test_nothing_found() -> None:
    assert github_report([], words()) == ""
