from dataclasses import replace

import pytest

from sop_plugin.model.diagnostic import Diagnostic, Severity, Span
from sop_plugin.reports.terminal import width
from sop_plugin.reports.text import text_line, text_report
from tests.reports.samples import diagnostic, words


def report(*diagnostics: Diagnostic, color: bool = False, files: int = 1) -> str:
    return text_report(diagnostics, words(), files=files, color=color)


def test_place_line_caret_hint_and_corrected_line() -> None:
    assert report(diagnostic(corrected="    time_limit: 3 min")) == (
        "content/cafe/order.md:14:17: error[time-unreadable] “three mins” is not a time that can be read\n"
        "  14 |     time_limit: three mins\n"
        "     |                 ^^^^^^^^^^\n"
        "     = hint: write a number and a unit\n"
        "     +     time_limit: 3 min\n"
        "\n"
        "Checked 1 file: 1 error.\n"
    )


def test_carets_stand_under_wide_characters() -> None:
    lines = report(diagnostic("    title: 點餐 abc 三分鍾 x", Span(3, 19, 3, 22))).splitlines()
    source, carets = lines[1], lines[2]
    assert width(source[: source.index("三")]) == carets.index("^")
    assert carets.count("^") == 6


def test_combining_marks_take_no_column() -> None:
    assert width("e\N{COMBINING ACUTE ACCENT}") == 1


def test_span_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    assert report(diagnostic("  do: Greet", Span(3, 7, 5, 2))).splitlines()[2].endswith("^^^^^")


def test_span_behind_the_line_has_one_caret() -> None:
    assert report(diagnostic("id:", Span(3, 4, 3, 4))).splitlines()[2] == "    |    ^"


def test_no_source_line_no_caret() -> None:
    assert "^" not in report(diagnostic("", Span(1, 1, 1, 1)))


def test_long_line_is_cut_around_the_span() -> None:
    line = "a" * 5_000 + "bad" + "c" * 5_000
    source, carets = report(diagnostic(line, Span(1, 5_001, 1, 5_004))).splitlines()[1:3]
    assert len(source) < 140
    assert source[carets.index("^") : carets.rindex("^") + 1] == "bad"


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\u202e", "\u2066", "\u200b", "\x07", "\x9b", "\u2028", "\r"])
def test_a_file_cannot_play_with_the_terminal(hostile: str) -> None:
    text = report(
        diagnostic(f"a{hostile}b", Span(1, 1, 1, 2), path=f"c{hostile}.md", corrected=f"x{hostile}y", text=hostile)
    )
    assert hostile not in text
    assert f"{ord(hostile[0]):02x}" in text


def test_carets_stand_right_behind_a_tab_and_an_escaped_character() -> None:
    source, carets = report(diagnostic("\ta\u202ebad", Span(1, 4, 1, 7))).splitlines()[1:3]
    assert source[carets.index("^") : carets.rindex("^") + 1] == "bad"


def test_order_and_counts() -> None:
    text = report(
        diagnostic(path="b.md"),
        diagnostic(path="a.md", span=Span(20, 1, 20, 2)),
        diagnostic(path="a.md", rule="role-unknown", severity=Severity.WARNING, span=Span(3, 1, 3, 2)),
        files=3,
    )
    heads = [line for line in text.splitlines() if "[" in line]
    assert [head.split(" ")[0] for head in heads] == ["a.md:3:1:", "a.md:20:1:", "b.md:14:17:"]
    assert text.endswith("Checked 3 files: 2 errors, 1 warning.\n")


def test_nothing_found() -> None:
    assert report(files=8) == "Checked 8 files: nothing to report.\n"


def test_counts_in_chinese() -> None:
    text = text_report([diagnostic()], words("zh-TW"), files=2, color=False)
    assert text.endswith("已檢查 2 個檔案：1 個錯誤。\n")


def test_colour_only_when_asked() -> None:
    coloured = report(diagnostic(), color=True)
    assert "\x1b[1;31merror[time-unreadable]\x1b[0m" in coloured
    assert "\x1b" not in report(diagnostic())


def test_a_rule_without_hint_has_no_hint() -> None:
    assert "hint" not in report(diagnostic(rule="role-unknown"))


def test_one_line() -> None:
    assert text_line(replace(diagnostic(), severity=Severity.INFO), words()) == (
        "content/cafe/order.md:14:17: info[time-unreadable] “three mins” is not a time that can be read"
    )


def test_an_argument_may_be_a_key_of_the_catalogue() -> None:
    found = diagnostic(rule="wrong-type", expected="@enum.status.draft")
    assert text_line(found, words("zh-TW")).endswith("草稿 belongs here")
    assert text_line(replace(found, arguments={"expected": "@nothing", "text": ""}), words()).endswith(
        "@nothing belongs here"
    )


def test_a_hint_of_several_lines_stays_in_its_margin() -> None:
    lines = report(diagnostic(rule="wrong-type", expected="", text="steps:\n  - id: make")).splitlines()
    assert lines[3:5] == ["     = hint: write steps:", "     =   - id: make"]
