"""Cases beyond the documented examples: what is found, at which line and column, and how it should read."""

from pathlib import Path

import pytest

from sop_plugin.model.diagnostic import Diagnostic, Severity
from sop_plugin.reports.messages import describe
from sop_plugin.words.catalogue import LANGUAGES, catalogue
from tests.checks.folder import check, names

HEAD = "---\nsop: 1\nid: greet-guest\ntitle: Greet a guest\nversion: 1.0\nowner: cafe-manager\n"
STEP = "steps:\n  - id: greet\n    title: Greet the guest\n"


def in_step(*lines: str) -> str:
    """A procedure with more lines in its step; the first of them is line 10, and begins in column 5."""
    return HEAD + STEP + "".join(f"    {line}\n" for line in lines) + "---\n"


def in_header(*lines: str) -> str:
    """A procedure with more lines in its header; the first of them is line 7."""
    return HEAD + "".join(f"{line}\n" for line in lines) + STEP + "---\n"


def in_body(*lines: str) -> str:
    """A procedure with text below its header; the first line of it is line 11."""
    return HEAD + STEP + "---\n" + "".join(f"{line}\n" for line in lines)


def places(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, int, int]]:
    return [(found.rule, found.span.line, found.span.column) for found in diagnostics]


def corrected(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    return [found.corrected.strip() for found in diagnostics]


# A time: what is refused, with the place and the corrected line.
TIMES = [
    ("30:2", "time-ambiguous", "time_limit: 30 h 2 min"),
    ("1:30", "time-ambiguous", "time_limit: 1 h 30 min"),
    ("5 m", "time-ambiguous", "time_limit: 5 min"),
    ("5m", "time-ambiguous", "time_limit: 5 min"),
    ("30", "time-ambiguous", "time_limit: 30 min"),
    ("1.5", "time-ambiguous", "time_limit: 1.5 min"),
    ("5 mintues", "time-unreadable", "time_limit: 5 minutes"),
    ("quickly", "time-unreadable", ""),
    ("3 到 1 分鐘", "time-unreadable", ""),
    ("a few minutes", "time-unreadable", ""),
]


@pytest.mark.parametrize(("text", "rule", "line"), TIMES, ids=[text for text, _, _ in TIMES])
def test_time_that_is_refused(text: str, rule: str, line: str, content: Path) -> None:
    found = check(content, in_step(f"time_limit: {text}"))
    assert places(found) == [(rule, 10, 17)]
    assert corrected(found) == [line]


@pytest.mark.parametrize("text", ["1h30m", "2 min", "三十六小時", "15-20 分钟", "at once", "until closing", "每季"])
def test_time_that_is_read(text: str, content: Path) -> None:
    assert names(check(content, in_step(f"takes: {text}"))) == []


def test_time_in_an_exception_is_found_where_it_stands(content: Path) -> None:
    text = in_step("exceptions:", "  - id: late", "    when: Nobody comes", "    time_limit: 30:2", "    go: end")
    assert places(check(content, text)) == [("time-ambiguous", 13, 21)]


# Text that a # cuts: (lines of the step, line, column, corrected line), or no finding.
HASHES = [
    (("do: Serve table #4",), [("text-cut-by-hash", 10, 9)], ['do: "Serve table #4"']),
    (("quality:", "  - The slip of #4 is on top"), [("text-cut-by-hash", 11, 9)], ['- "The slip of #4 is on top"']),
    (('do: Say "hi" to #4',), [("text-cut-by-hash", 10, 9)], ["do: 'Say \"hi\" to #4'"]),
    (("do: 送到 #4 桌",), [("text-cut-by-hash", 10, 9)], ['do: "送到 #4 桌"']),
    (("do: Serve table # ask for the number",), [], []),
    (("do: Serve table  #4",), [], []),
    (('do: "Serve table #4"',), [], []),
    (("do: Serve table#4",), [], []),
    (("do: |", "  Serve table #4"), [], []),
    (("role: cashier #1",), [], []),
]


@pytest.mark.parametrize(("lines", "expected", "line"), HASHES, ids=[lines[-1] for lines, _, _ in HASHES])
def test_text_cut_by_a_hash(
    lines: tuple[str, ...], expected: list[tuple[str, int, int]], line: list[str], content: Path
) -> None:
    found = check(content, in_step(*lines))
    assert places(found) == expected
    assert corrected(found) == line


SENTENCES = [
    ("quality: [Hot, not burnt]", True),
    ("checklist: [Smile, then greet., Ask]", True),
    ("evidence: [菜單乾淨。, 收據清楚]", True),
    ("checklist: [Plate, Fork, Napkin]", False),
    ("checklist: [2 scoops, 1 scoop]", False),
    ('quality: ["Hot, not burnt"]', False),
    ("checklist: [盤子, 叉子]", False),
    ("role: [cashier, barista]", False),
]


@pytest.mark.parametrize(("line", "is_found"), SENTENCES)
def test_sentence_split_by_a_comma(line: str, is_found: bool, content: Path) -> None:
    column = 5 + line.index("[")
    expected = [("sentence-split-by-comma", 10, column)] if is_found else []
    assert places(check(content, in_step(line))) == expected


# A text that YAML takes for something else.
TEXTS = [
    (("quality:", "  - Water: not above 95 °C"), ("text-with-colon", 11, 9), '- "Water: not above 95 °C"'),
    (("notes:", "  Note: ask twice"), ("text-with-colon", 11, 7), '"Note: ask twice"'),
    (('do: [Say "hi", then ask]',), ("text-in-brackets", 10, 9), "do: 'Say \"hi\", then ask'"),
    (("do: [Greet, [the guest]]",), ("text-in-brackets", 10, 9), ""),
    (("do: ''",), ("empty-text", 10, 9), ""),
    (("notes: '  '",), ("empty-text", 10, 12), ""),
    (("do:",), ("missing-value", 10, 8), ""),
    (("time_limit:",), ("missing-value", 10, 16), ""),
]


@pytest.mark.parametrize(("lines", "place", "line"), TEXTS, ids=[lines[-1] for lines, _, _ in TEXTS])
def test_text_that_is_something_else(
    lines: tuple[str, ...], place: tuple[str, int, int], line: str, content: Path
) -> None:
    found = check(content, in_step(*lines))
    assert places(found) == [place]
    assert corrected(found) == [line]


FIELDS = [
    ("time_limt: 30 s", "time_limit: 30 s"),
    ("time-limit: 30 s", "time_limit: 30 s"),
    ("Notes: Ask twice.", "notes: Ask twice."),
    ("tool: pos", "tools: pos"),
    ("weather: fine", ""),
]


@pytest.mark.parametrize(("line", "better"), FIELDS)
def test_unknown_field_and_what_was_meant(line: str, better: str, content: Path) -> None:
    found = check(content, in_step(line))
    assert places(found) == [("unknown-field", 10, 5)]
    assert corrected(found) == [better]


CHOICES = [
    ("status: in_review", "unknown-choice", 9, "status: in-review"),
    ("status: Efective", "unknown-choice", 9, "status: effective"),
    ("effective: 2026/3/1", "date-invalid", 12, "effective: 2026-03-01"),
    ("effective: 民國115年3月1日", "date-invalid", 12, "effective: 2026-03-01"),
    ("effective: 2026-02-30", "date-invalid", 12, ""),
    ("effective: 1/3/2026", "date-invalid", 12, ""),
    ("lang: English", "language-invalid", 7, ""),
    ("lang: zh_TW", "language-invalid", 7, ""),
    ("was: [Greet Guest]", "id-invalid", 7, ""),
]


@pytest.mark.parametrize(("line", "rule", "column", "better"), CHOICES)
def test_value_of_a_fixed_form(line: str, rule: str, column: int, better: str, content: Path) -> None:
    found = check(content, in_header(line))
    assert places(found) == [(rule, 7, column)]
    assert corrected(found) == [better]


ON = ["optional: yes", "optional: On", "optional: 是", "optional: True"]


@pytest.mark.parametrize("line", ON)
def test_words_for_yes(line: str, content: Path) -> None:
    found = check(content, in_step(line))
    assert places(found) == [("wrong-type", 10, 15)]
    assert corrected(found) == ["optional: true"]


# An id within a short form: the place of the id alone, and the whole corrected line.
PARTS = [
    ("go: sop:refund-crad", "unknown-sop", 13, "go: sop:refund-card"),
    ("go: sop:refund-card/check-nam", "unknown-step", 25, "go: sop:refund-card/check-name"),
    ('call: "refund-card/check-nam"', "unknown-step", 24, 'call: "refund-card/check-name"'),
    ("after: [gret.done]", "unknown-step", 13, "after: [greet.done]"),
    ("basis: [consumer-atc art. 19]", "unknown-reference", 13, "basis: [consumer-act art. 19]"),
    (
        "time_limit: {limit: 3 min, from: gret.start}",
        "unknown-step",
        38,
        "time_limit: {limit: 3 min, from: greet.start}",
    ),
]


@pytest.mark.parametrize(("line", "rule", "column", "better"), PARTS)
def test_id_within_a_short_form(line: str, rule: str, column: int, better: str, content: Path) -> None:
    found = check(content, in_step(line))
    assert places(found) == [(rule, 10, column)]
    assert corrected(found) == [better]


# A number test in a step, with what the step declares; the place of what is unknown, and what was meant.
QUANTITIES = [
    ("only_if: {heat: over 5}", ("settings: [{id: heat, title: Heat}]",), None, ""),
    ("only_if: {weight: over 5}", ("record: [{id: weight, title: Weight, type: number, unit: kg}]",), None, ""),
    ("only_if: {severity: 5}", (), 15, ""),
    ("only_if: {wieght: over 5}", ("record: [{id: weight, title: Weight, type: number, unit: kg}]",), 15, "only_if: {weight: over 5}"),
    ("only_if: {any: [Late, {none: {Heat: over 5}}]}", ("settings: {id: oven, title: Heat}",), 35,
     "only_if: {any: [Late, {none: {oven: over 5}}]}"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "declared", "column", "better"), QUANTITIES, ids=[line for line, *_ in QUANTITIES])
def test_number_tests(line: str, declared: tuple[str, ...], column: int | None, better: str, content: Path) -> None:
    found = check(content, in_step(line, *declared))
    assert places(found) == ([("unknown-quantity", 10, column)] if column else [])
    assert "".join(corrected(found)) == better


def test_quantity_whose_entry_is_faulty_is_declared_all_the_same(content: Path) -> None:
    found = check(content, in_step("only_if: {heat: over 5}").replace("steps:", "quantities: [{id: heat}]\nsteps:"))
    assert names(found) == ["missing-field"]


# Where a step's branches, exceptions and ends lead beside its flow: the line, and what is unknown there.
EFFECTS = [
    ("branches: [{id: a, when: A, raises: recall}]", "unknown-event"),
    ("branches: [{id: a, when: A, moves_to: open}]", "unknown-state"),
    ("branches: [{id: a, when: A, tells: ghost}]", "unknown-role"),
    ("exceptions: [{id: a, when: A, raises: [recall]}]", "unknown-event"),
    ("exceptions: [{id: a, when: A, moves_to: open}]", "unknown-state"),
    ("exceptions: [{id: a, when: A, tells: [ghost]}]", "unknown-role"),
    ("after_any: [recall]", "unknown-event"),
    ("after_any: [ghost.done]", "unknown-step"),
    ("time_limit: {limit: 1 h, to: [greet.done, ghost.done]}", "unknown-step"),
]


@pytest.mark.parametrize(("line", "rule"), EFFECTS)
def test_effects_and_moments_lead_somewhere(line: str, rule: str, content: Path) -> None:
    assert names(check(content, in_step(line))) == [rule]


def test_state_at_an_end(content: Path) -> None:
    assert names(check(content, in_header("ends: [{id: done, title: Done, moves_to: open}]"))) == ["unknown-state"]


def test_step_and_end_of_one_name_are_found_once_each(content: Path) -> None:
    found = check(content, in_step("call: gret/gret"))
    assert places(found) == [("unknown-sop", 10, 11)]


# Links in the body: (line, column of the finding or None, corrected line).
LINKS = [
    ("See [refunds](refund-crad.md).", 15, "See [refunds](refund-card.md)."),
    ("See [refunds](Refund-Card.md).", 15, "See [refunds](refund-card.md)."),
    ("See [refunds](office/refund-card.md).", 15, "See [refunds](refund-card.md)."),
    ("See [prices](price-list.pdf).", 14, "See [prices](docs/price-list.pdf)."),
    ("See [refunds](退款.md).", 15, ""),
    ("See [the greeting](#gret).", 20, "See [the greeting](#greet)."),
    ("See [the name](refund-card.md#check-nam).", 16, ""),
    ("See [them](//example.com/refund).", 12, "See [them](https://example.com/refund)."),
    ("See [the folder](docs/).", 18, ""),
    ("See [refunds](refund-card.md).", None, ""),
    ("See [refunds](./refund-card.md?print).", None, ""),
    ("See [refunds](refund%2Dcard.md).", None, ""),
    ("See [refunds](/refund-card.md).", None, ""),
    ("See [the name](refund-card.md#check-name).", None, ""),
    ("See [the greeting](#greet).", None, ""),
    ("See <https://example.com>, or [write](mailto:shop@example.com).", None, ""),
    ("`[refunds](nowhere.md)`", None, ""),
]


@pytest.mark.parametrize(("line", "column", "better"), LINKS)
def test_links_to_pages(line: str, column: int | None, better: str, content: Path) -> None:
    found = check(content, in_body("", line))
    assert places(found) == ([("dead-link", 12, column)] if column else [])
    assert corrected(found) == ([better] if column else [])


def test_link_by_reference_is_found_where_its_target_stands(content: Path) -> None:
    found = check(content, in_body("", "See [refunds][r].", "", "[r]: nowhere.md"))
    assert places(found) == [("dead-link", 14, 6)]


def test_link_to_a_heading_of_the_page(content: Path) -> None:
    assert names(check(content, in_body("", "## Prices {#prices}", "", "See [prices](#prices)."))) == []


DANGEROUS = [
    "[x](javascript:alert(1))",
    "[x](JavaScript:alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](<javascript:alert(1)>)",
    "<javascript:alert(1)>",
    "[x](vbscript:msgbox)",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](file:///etc/passwd)",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "![x](javascript:alert(1))",
]


@pytest.mark.parametrize("text", DANGEROUS)
def test_dangerous_scheme(text: str, content: Path) -> None:
    found = check(content, in_body("", text))
    assert "dangerous-scheme" in names(found)
    assert {diagnostic.span.line for diagnostic in found} == {12}


def test_white_space_does_not_hide_a_scheme(content: Path) -> None:
    lines = ("references:", '  - {id: law, title: The law, link: "java\\tscript:alert(1)"}')
    assert places(check(content, in_header(*lines))) == [("dangerous-scheme", 8, 37)]


@pytest.mark.parametrize("text", ["[x](<java\tscript:alert(1)>)", "[x](java&#9;script:alert(1))"])
def test_white_space_in_a_markdown_link_makes_it_dead(text: str, content: Path) -> None:
    assert names(check(content, in_body("", text))) == ["dead-link"]


TWINS = [
    (("exceptions:", "  - {id: a, when: One, go: end}", "  - {id: a, when: Two, go: end}"), [("duplicate-id", 12, 14)]),
    (("branches:", "  - {id: a, when: Full}", "  - {id: a, when: Empty}"), [("duplicate-id", 12, 14)]),
    (("steps:", "  - {id: a, title: One}", "  - {id: greet, title: Two}"), [("duplicate-id", 12, 14)]),
    (("branches: [{id: a, when: One}]", "exceptions: [{id: a, when: Two, go: end}]"), []),
]


@pytest.mark.parametrize(("lines", "expected"), TWINS)
def test_ids_given_twice(lines: tuple[str, ...], expected: list[tuple[str, int, int]], content: Path) -> None:
    assert places(check(content, in_step(*lines))) == expected


def test_same_exception_at_two_steps_is_no_twin(content: Path) -> None:
    exceptions = "exceptions: [{id: a, when: One, then: Ask.}]"
    lines = (exceptions, "steps:", f"  - {{id: b, title: B, {exceptions}}}")
    assert names(check(content, in_step(*lines))) == []


def test_end_with_the_id_of_a_step(content: Path) -> None:
    found = check(content, in_header("ends: [{id: greet, title: Greeted}]"))
    assert places(found) == [("duplicate-id", 7, 13)]


CHINESE = "---\nsop: 1\ntitle: {}\n---\n"
ENCODINGS = [
    ("招呼顧客的步驟：請確認人數，說明今天的品項。", "big5", "Big5"),
    ("招呼顾客的步骤：请确认人数，说明今天的品项。", "gbk", "GBK"),
    ("お客さまをお迎えする。人数をたずねてから席に案内します。", "shift_jis", "Shift-JIS"),
    ("손님을 맞이하고 인원을 묻는다. 자리가 없으면 이름을 적는다.", "euc_kr", "EUC-KR"),
    ("Begrüßung der Gäste", "cp1252", "Windows-1252"),
]


@pytest.mark.parametrize(("title", "codec", "name"), ENCODINGS, ids=[name for _, _, name in ENCODINGS])
def test_file_in_another_encoding(title: str, codec: str, name: str, content: Path) -> None:
    found = check(content, CHINESE.format(title).encode(codec))
    assert names(found) == ["not-utf-8"]
    assert found[0].span.line == 3
    assert found[0].arguments["encoding"] == name


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("title", ["Greet the guest", "招呼顧客 Greet the guest"])
def test_utf_16(codec: str, title: str, content: Path) -> None:
    found = check(content, CHINESE.format(title).encode(codec))
    assert places(found) == [("not-utf-8", 1, 1)]
    assert found[0].arguments["encoding"] == "UTF-16"


def test_a_file_in_another_encoding_leaves_the_others_checked(content: Path) -> None:
    (content / "second.md").write_text(in_step("time_limit: 30"), encoding="utf-8")
    found = check(content, CHINESE.format("招呼顧客的步驟").encode("big5"))
    assert [(each.path, each.rule) for each in found] == [
        ("content/example.md", "not-utf-8"),
        ("content/second.md", "time-ambiguous"),
    ]


@pytest.mark.parametrize("data", [in_step().encode("utf-8-sig"), in_step().replace("\n", "\r\n").encode()])
def test_byte_order_mark_and_line_ends_of_windows(data: bytes, content: Path) -> None:
    assert names(check(content, data)) == []


def test_control_characters_are_found_one_by_one(content: Path) -> None:
    found = check(content, in_step("do: A\u202eB", "notes: C\x07D\u200bE"))
    assert places(found) == [
        ("control-character", 10, 10),
        ("control-character", 11, 13),
        ("invisible-character", 11, 15),
    ]
    assert corrected(found)[0] == "do: AB"


def test_joiners_within_words_are_part_of_their_spelling(content: Path) -> None:
    assert names(check(content, in_step("do: 👨\u200d👩\u200d👧 می\u200cخواهم"))) == []


YAML = [
    (("\tnotes: Ask twice.",), ("tab-in-header", 10, 1), "notes: Ask twice."),
    (("notes: &tea Ask twice.",), ("yaml-anchor", 10, 12), ""),
    (("role: *cashier",), ("yaml-alias", 10, 11), ""),
    (("notes: !tea Ask twice.",), ("yaml-tag", 10, 12), ""),
    (("steps: *others",), ("yaml-alias", 10, 12), ""),
    (("<<: {role: cashier}",), ("yaml-merge-key", 10, 5), ""),
    (("role: cashier", "role: barista"), ("duplicate-key", 11, 5), ""),
    (("time_limit: {limit: 3 min, limit: 4 min}",), ("duplicate-key", 10, 32), ""),
]


@pytest.mark.parametrize(("lines", "place", "line"), YAML, ids=[lines[-1].strip() for lines, _, _ in YAML])
def test_yaml_that_is_refused(lines: tuple[str, ...], place: tuple[str, int, int], line: str, content: Path) -> None:
    found = check(content, in_step(*lines))
    assert places(found) == [place]
    assert corrected(found) == [line]


@pytest.mark.parametrize("tabs", ["\t", "\t\t", "  \t", "\t "])
def test_tabs_are_replaced_by_the_indentation_of_the_line_above(tabs: str, content: Path) -> None:
    for above, indent in (("    do: Smile.", 4), ("    quality:", 6), ("  - id: pay", 4)):
        found = check(content, f"{HEAD}{STEP}{above}\n{tabs}notes: Ask twice.\n---\n")
        assert [(each.rule, each.corrected) for each in found] == [
            ("tab-in-header", " " * indent + "notes: Ask twice.")
        ]


SYNTAX = [
    (("notes: Note: ask twice",), "colon-in-text"),
    (('notes: "Ask twice.',), "quote-not-closed"),
    (('notes: "Ask" twice.',), "text-after-end"),
    (("checklist: [Cup, Lid",), "bracket-not-closed"),
    (("checklist: [Cup] Lid",), "text-after-end"),
    (("  notes: Ask twice.",), "indentation"),
    (("notes",), "colon-missing"),
    (("notes: @ask twice",), "special-first-character"),
    (("notes: %ask twice",), "special-first-character"),
    (('notes: "C:\\Users"',), "unknown-escape"),
    (('notes: "C:\\menu"',), "unknown-escape"),
]


@pytest.mark.parametrize(("lines", "problem"), SYNTAX, ids=[lines[0].strip() for lines, _ in SYNTAX])
def test_yaml_that_cannot_be_read(lines: tuple[str, ...], problem: str, content: Path) -> None:
    found = check(content, in_step(*lines))
    assert names(found) == ["yaml-syntax"]
    assert found[0].span.line in (10, 11)
    assert found[0].arguments["problem"] == f"@yaml-problem.{problem}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_of_yaml_has_words(language: str) -> None:
    problems = {problem for _, problem in SYNTAX} | {"second-document", "other"}
    assert all(catalogue(language).has(f"yaml-problem.{problem}") for problem in problems)


def test_line_of_dots_in_the_header(content: Path) -> None:
    text = in_step().replace("steps:", "...\nsteps:")
    assert {found.rule for found in check(content, text)} == {"yaml-syntax"}


def test_what_stands_behind_a_cut_is_not_missed(content: Path) -> None:
    text = f"{HEAD}{STEP}    go: pay\n    notes: Note: ask twice\n  - {{id: pay, title: Pay}}\n---\n"
    assert names(check(content, text)) == ["yaml-syntax"]


@pytest.mark.parametrize("deep", ["[" * 40_000, "{a: " * 40_000, "[" * 40_000 + "]" * 40_000, "- " * 40_000])
def test_deep_nesting_is_one_finding(deep: str, content: Path) -> None:
    found = check(content, in_step("checklist:", f"  {deep}"))
    assert names(found) == ["nested-too-deep"]
    assert found[0].span.line == 11


@pytest.mark.parametrize(
    "text", ["---\n\nA page that begins with a line.\n", "# A page\n", "---\ntitle: A page\n---\n"]
)
def test_ordinary_pages_are_left_alone(text: str, content: Path) -> None:
    assert names(check(content, text)) == []


def test_header_that_is_not_closed_is_one_finding(content: Path) -> None:
    text = HEAD + STEP + "    role: nobody\n\nText: with a colon.\n\n- a list\n"
    assert places(check(content, text)) == [("header-not-closed", 1, 1)]


def test_picture_with_a_chinese_name_is_found_where_it_stands(content: Path) -> None:
    found = check(content, in_body("", "One ![櫃台](img/櫃台.svg)"))
    assert places(found) == [("missing-image", 12, 11)]


def test_text_over_several_lines_is_taken_as_it_stands(content: Path) -> None:
    lines = ("references:", "  - id: law", "    title: The law", "    version: |", "      2015", "      2021")
    assert names(check(content, in_header(*lines))) == []


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("time_limit: 2 分鐘", "translated-field"),
        ("escalate: cafe-manager", "unknown-field"),
        ("role: cashier", "translated-field"),
        ("do: 核對", "text-without-original"),
        ("of: 6877e8", ""),
    ],
)
def test_fields_of_a_translation(line: str, rule: str, content: Path) -> None:
    head = "---\nsop: 1\ntranslates: refund-card\nlang: zh-TW\ntitle: 刷卡退款\nsteps:\n"
    text = f"{head}  - id: check-name\n    title: 核對姓名\n    {line}\n---\n"
    assert names(check(content, text)) == ([rule] if rule else [])


def test_language_of_a_translation(content: Path) -> None:
    text = "---\nsop: 1\ntranslates: refund-card\nlang: Chinese\nsteps:\n  - {id: check-name, title: 核對姓名}\n---\n"
    assert places(check(content, text)) == [("language-invalid", 4, 7)]


def test_step_that_only_the_translation_has(content: Path) -> None:
    head = "---\nsop: 1\ntranslates: refund-card\nlang: zh-TW\ntitle: 刷卡退款\n"
    found = check(content, head + "steps:\n  - {id: chek-name, title: 核對姓名}\n---\n")
    assert places(found) == [("step-not-in-original", 7, 10)]
    assert corrected(found) == ["- {id: check-name, title: 核對姓名}"]


def test_symbolic_link_itself_is_found(content: Path) -> None:
    (content / "secret.md").symlink_to("/etc/hostname")
    found = check(content, in_step())
    assert [(each.path, each.rule) for each in found] == [("content/secret.md", "symlink")]


def in_steps(*lines: str) -> str:
    """A procedure with these lines below `steps:`; the first of them is line 8."""
    return HEAD + "steps:\n" + "".join(f"{line}\n" for line in lines) + "---\n"


# Steps and exceptions as mere texts: the lines below `steps:`, the places, the corrected lines.
MERE_TEXTS = [
    (("  - Take the cup",), [(8, 5)], ["- {id: take-the-cup, title: Take the cup}"]),
    (("  - Wash, then dry",), [(8, 5)], ['- {id: wash-then-dry, title: "Wash, then dry"}']),
    (
        ("  - 拿杯子", "  - 洗杯子"),
        [(8, 5), (9, 5)],
        ["- {id: step-1, title: 拿杯子}", "- {id: step-2, title: 洗杯子}"],
    ),
    (
        (
            "  - {id: greet, title: Greet}",
            "  - id: pay",
            "    title: Pay",
            "    exceptions:",
            "      - The milk is out",
        ),
        [(12, 9)],
        ["- {id: the-milk-is-out, when: The milk is out}"],
    ),
    (
        ("  - id: greet", "    title: Greet", "    branches: [Still sealed]"),
        [(10, 16)],
        ["branches: [{id: still-sealed, when: Still sealed}]"],
    ),
    (
        ("  - Take the cup: wash it", "  - 拿杯子: 洗"),
        [(8, 5), (9, 5)],
        ['- {id: take-the-cup-wash-it, title: "Take the cup: wash it"}', '- {id: step-2, title: "拿杯子: 洗"}'],
    ),
    (("  1: Take the cup", "  2: Pour"), [(8, 3)], [""]),
    (("  1. Take the cup", "  2. Pour"), [(8, 3)], [""]),
]


@pytest.mark.parametrize(("lines", "where", "better"), MERE_TEXTS, ids=[lines[-1].strip() for lines, *_ in MERE_TEXTS])
def test_records_written_as_mere_texts(
    lines: tuple[str, ...], where: list[tuple[int, int]], better: list[str], content: Path
) -> None:
    found = check(content, in_steps(*lines))
    assert places(found) == [("wrong-type", *place) for place in where]
    assert corrected(found) == better
    assert {"id", "hyphen"} & set(" ".join(described(found)).split())


def described(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    """What is said in English; that it can be said in every language is tried on the way."""
    said = {language: [" ".join(describe(each, catalogue(language))) for each in diagnostics] for language in LANGUAGES}
    assert not any("@" in text for texts in said.values() for text in texts)
    return said["en"]


# Slips of the keyboard: lines below `steps:`, what it is, its place, the corrected line.
SLIPS = [
    (("  - id:a", "    title: b"), "colon-without-space", (8, 7), "- id: a"),
    (("  - id: a", "    title:b", "    do: c"), "colon-without-space", (9, 10), "title: b"),
    (("  - id：a", "    title: b"), "full-width-colon", (8, 7), "- id: a"),
    (("  - id：a", "    title：b"), "full-width-colon", (8, 7), "- id: a"),
    (("  - id: a", "    title： 迎接", "    do: x"), "full-width-colon", (9, 10), "title: 迎接"),
    (("  - id: a", "    title： 迎接"), "full-width-colon", (9, 10), "title: 迎接"),
    (("  -id: a", "   title: b"), "hyphen-without-space", (8, 3), "- id: a"),
    (("  -id: a",), "hyphen-without-space", (8, 3), "- id: a"),
    (("  - id: a", "  -id: b", "    title: c"), "hyphen-without-space", (9, 3), "- id: b"),
    (("  －id: a", "    title: b"), "full-width-hyphen", (8, 3), "- id: a"),
    (("  － id: a",), "full-width-hyphen", (8, 3), "- id: a"),
    (("  - id: a", "    do: 'Don't wait'"), "text-after-end", (9, 9), 'do: "Don\'t wait"'),
    (("  - id: a", "    do: [Ver: 2020] press"), "text-after-end", (9, 9), 'do: "[Ver: 2020] press"'),
    (("  - id: a", "    do: {{ name }} greet"), "text-after-end", (9, 9), 'do: "{{ name }} greet"'),
    (("  - id: a", '    do: Say "hi" to # 4', '    notes: "Hi" first', "    role: x"), "text-after-end", (10, 12),
     "notes: '\"Hi\" first'"),
    (("  - id: a", "    quality:", "      - 'Hot' only"), "text-after-end", (10, 9), "- \"'Hot' only\""),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "problem", "place", "better"), SLIPS, ids=[" ".join(lines) for lines, *_ in SLIPS])
def test_slips_of_the_keyboard(
    lines: tuple[str, ...], problem: str, place: tuple[int, int], better: str, content: Path
) -> None:
    found = check(content, in_steps(*lines))
    assert places(found) == [("yaml-syntax", *place)]
    assert found[0].arguments["problem"] == f"@yaml-problem.{problem}"
    assert corrected(found) == [better]
    assert described(found)


def test_colons_within_a_text_are_not_blamed(content: Path) -> None:
    found = check(content, in_step("do: |", "  注意：小心", "  Warning:hot", "notes: Note: x"))
    assert places(found) == [("yaml-syntax", 13, 12)]
    assert found[0].arguments["problem"] == "@yaml-problem.colon-in-text"


def test_item_on_the_line_of_its_field(content: Path) -> None:
    found = check(content, HEAD + "steps: - Take the cup\n---\n")
    assert places(found) == [("yaml-syntax", 7, 8)]
    assert found[0].corrected == "steps: \n  - Take the cup"


# Other words for a field: a line of a step, and how it should read.
SYNONYMS = [
    ("description: Smile.", "do: Smile."),
    ("Description: Smile.", "do: Smile."),
    ("方法: 微笑", ""),
    ("duration: 3 min", "takes: 3 min"),
    ("time: 3 min", "time_limit: 3 min"),
    ("responsible: cashier", "role: cashier"),
    ("who: cashier", "role: cashier"),
    ("warning: [{danger: Steam burns.}]", "cautions: [{danger: Steam burns.}]"),
    ("picture: [{file: img/counter.svg, alt: The counter}]", "media: [{file: img/counter.svg, alt: The counter}]"),
    ("image: [{file: img/counter.svg, alt: The counter}]", "media: [{file: img/counter.svg, alt: The counter}]"),
    ("if: It rains", "only_if: It rains"),
    ("時間限制: 3 分鐘", "time_limit: 3 分鐘"),
    ("时间限制: 3 分钟", "time_limit: 3 分钟"),
    ("步驟說明: 微笑", "do: 微笑"),
    ("角色: cashier", "role: cashier"),
    ("品質標準: 杯子乾淨", "quality: 杯子乾淨"),
    ("動作: 微笑", ""),
]


@pytest.mark.parametrize(("line", "better"), SYNONYMS)
def test_other_words_for_a_field(line: str, better: str, content: Path) -> None:
    found = check(content, in_step(line))
    assert places(found) == [("unknown-field", 10, 5)]
    assert corrected(found) == [better]


def test_other_word_for_what_a_step_must_have(content: Path) -> None:
    found = check(content, in_steps("  - id: greet", "    名稱: 問候"))
    assert places(found) == [("unknown-field", 9, 5)]
    assert corrected(found) == ["title: 問候"]


def test_the_same_word_means_another_field_elsewhere(content: Path) -> None:
    assert corrected(check(content, in_header("description: Greeting."))) == ["summary: Greeting."]
    found = check(content, in_step("exceptions: [{id: late, if: Nobody comes, go: end}]"))
    assert corrected(found) == ["exceptions: [{id: late, when: Nobody comes, go: end}]"]


# Commas that part nothing.
COMMAS = [
    ("role: barista, cafe-manager", 11, "role: [barista, cafe-manager]"),
    ("role: barista，cashier", 11, "role: [barista, cashier]"),
    ("role: [barista，cashier]", 12, "role: [barista, cashier]"),
    ("tools: [pos、鍋]", 13, "tools: [pos, 鍋]"),
    ("materials: [fresh-milk、ice]", 17, "materials: [fresh-milk, ice]"),
    ("channels: in-person, phone", 15, "channels: [in-person, phone]"),
]


@pytest.mark.parametrize(("line", "column", "better"), COMMAS)
def test_commas_that_part_nothing(line: str, column: int, better: str, content: Path) -> None:
    found = check(content, in_step(line))
    assert places(found) == [("wrong-type", 10, column)]
    assert corrected(found) == [better]
    assert "comma" in described(found)[0] or "brackets" in described(found)[0]


# A title or a number where the id of a step belongs.
TARGETS = [
    ("go: Greet the guest", "notation-invalid", 9, "go: greet"),
    ("go: back to greet the guest.", "notation-invalid", 9, "go: greet"),
    ("go: step 1", "notation-invalid", 9, "go: greet"),
    ("go: 第 1 步", "notation-invalid", 9, "go: greet"),
    ("go: step 7", "notation-invalid", 9, ""),
    ("go: 1", "unknown-step", 9, "go: greet"),
    ("go: step-1", "unknown-step", 9, "go: greet"),
    ("after: Greet the guest", "notation-invalid", 12, "after: greet.done"),
    ("during: {from: Greet the guest, to: Greet the guest}", "unknown-step", 20, ""),
    ("wait: {until: The dough has doubled}", "notation-invalid", 19, ""),
]


@pytest.mark.parametrize(("line", "rule", "column", "better"), TARGETS)
def test_title_or_number_of_a_step(line: str, rule: str, column: int, better: str, content: Path) -> None:
    found = check(content, in_step(line))
    assert places(found)[:1] == [(rule, 10, column)]
    assert corrected(found)[0] == better or line.startswith("during")
    assert described(found)


def test_something_that_happens_is_to_be_declared(content: Path) -> None:
    found = check(content, in_step("wait: {until: The dough has doubled}"))
    assert "events: [{id: the-dough-has-doubled, title: The dough has doubled}]" in described(found)[0]


# Amounts and comparisons in conditions: the line, the finding, the corrected line.
COMPARISONS = [
    ("only_if: {queue > 5}", [("notation-invalid", 11, 15)], ["only_if: {queue: over 5}"]),
    ("only_if: {queue <= 5 guests}", [("notation-invalid", 11, 15)], ["only_if: {queue: at most 5 guests}"]),
    ("only_if: {queue: long}", [("amount-unreadable", 11, 22)], [""]),
    ("only_if: {qeue: [long]}", [("unknown-class", 11, 15)], [""]),
    ("only_if: {queue: 三人以上}", [], []),
]


@pytest.mark.parametrize(("line", "expected", "better"), COMPARISONS)
def test_comparisons(line: str, expected: list[tuple[str, int, int]], better: list[str], content: Path) -> None:
    text = in_step(line).replace("steps:", "quantities: [{id: queue, title: Guests in the queue}]\nsteps:")
    found = check(content, text)
    assert places(found) == expected
    assert corrected(found) == better
    assert len(described(found)) == len(expected)


AMOUNTS = ["two scoops", "half a cup", "1 1/2 tsp", "1½ tsp", "½ cup", "兩匙", "半杯", "2 l / 24 h", "5 mg/kg"]


@pytest.mark.parametrize("text", AMOUNTS)
def test_amount_that_is_read(text: str, content: Path) -> None:
    assert names(check(content, in_step(f"materials: [{{use: fresh-milk, amount: {text}}}]"))) == []


@pytest.mark.parametrize(
    "text", ["4 lb (1.8 kg)", "200 ml / 7 oz", "1 mg/kg; at most 100 mg", "500 克（約一包 500 克）"]
)
def test_two_amounts_in_one(text: str, content: Path) -> None:
    found = check(content, in_step("materials:", f"  - {{use: fresh-milk, amount: {text}}}"))
    assert places(found) == [("amount-unreadable", 11, 35)]
    assert "also:" in described(found)[0]


@pytest.mark.parametrize("text", ["一般", "a bit", "some milk", "千萬不要"])
def test_words_that_are_no_amount(text: str, content: Path) -> None:
    found = check(content, in_step(f"materials: [{{use: fresh-milk, amount: {text}}}]"))
    assert places(found) == [("amount-unreadable", 10, 43)]


@pytest.mark.parametrize(
    "line", ["quality: [“Hot, not burnt”]", "quality: [「熱, 不燙」]", "checklist: [Cup, 『大, 小』]"]
)
def test_quotation_marks_that_a_comma_parts(line: str, content: Path) -> None:
    found = check(content, in_step(line))
    assert names(found) == ["sentence-split-by-comma"]


@pytest.mark.parametrize("key", ["aliases", "tags"])
def test_titles_are_no_sentence(key: str, content: Path) -> None:
    assert names(check(content, in_header(f"{key}: [EVA, extravehicular activity]"))) == []
    found = check(content, in_header(f"{key}: [“Out, about”]"))
    assert places(found) == [("sentence-split-by-comma", 7, len(key) + 3)]


@pytest.mark.parametrize(
    ("line", "better"), [("time_limit: Q 5 min x2", ""), ("repeat: Q 5 min x2", "repeat: {times: 2, every: 5 min}")]
)
def test_times_at_intervals(line: str, better: str, content: Path) -> None:
    found = check(content, in_step(line))
    assert corrected(found) == [better]
    assert "repeat: {times: 2, every: 5 min}" in described(found)[0]


def test_procedure_is_never_advised_to_name_itself(content: Path) -> None:
    found = check(content, in_header("supersedes: [greet-gest]"))
    assert places(found) == [("unknown-sop", 7, 14)]
    assert corrected(found) == [""]


ANSWERS = ["then: Ask.", "go: here", "escalate: cafe-manager", "tells: customer"]


@pytest.mark.parametrize("line", ANSWERS)
def test_exception_with_an_answer(line: str, content: Path) -> None:
    assert names(check(content, in_step("exceptions:", "  - id: a", "    when: A", f"    {line}"))) == []


def test_exception_without_an_answer_is_no_more_than_a_note(content: Path) -> None:
    found = check(content, in_step("exceptions:", "  - id: a", "    when: A", "    time_limit: 3 min"))
    assert places(found) == [("exception-without-answer", 11, 9)]
    assert found[0].severity is Severity.INFO


ITSELF = [
    ("undoes: greet", 13),
    ("same_as: greet", 14),
    ("during: {from: greet, to: pay}", 20),
    ("during: {from: pay, to: greet}", 29),
]


@pytest.mark.parametrize(("line", "column"), ITSELF)
def test_step_that_points_at_itself(line: str, column: int, content: Path) -> None:
    found = check(content, in_step(line).replace("steps:\n", "steps:\n  - {id: pay, title: Pay}\n"))
    assert places(found) == [("self-reference", 11, column)]


# Ways into the tracks of a group: what is below `steps:`, and the place that is found.
TRACKS = """\
  - {id: make, title: Make, order: parallel, steps: [{id: drinks, title: D, steps: [{id: pour, title: P}]}, {id: food, title: F}]}
"""
WAYS = [
    ("  - {id: greet, title: Greet, go: drinks}", (9, 35)),
    ("  - {id: greet, title: Greet, go: pour}", (9, 35)),
    ("  - {id: greet, title: Greet, go: make}", None),
    ("  - {id: greet, title: Greet, branches: [{id: a, when: A, go: food}]}", (9, 63)),
    ("  - {id: greet, title: Greet, exceptions: [{id: a, when: A, go: food}]}", (9, 65)),
    ("  - {id: greet, title: Greet, repeat: {times: 2, else_go: food}}", (9, 59)),
]


@pytest.mark.parametrize(("line", "place"), WAYS)
def test_way_into_a_track(line: str, place: tuple[int, int] | None, content: Path) -> None:
    found = [each for each in places(check(content, in_steps(TRACKS.rstrip(), line))) if each[0] == "go-into-parallel"]
    assert found == ([("go-into-parallel", *place)] if place else [])


def test_way_within_a_track_and_from_one_to_another(content: Path) -> None:
    def tracks(target: str) -> str:
        return in_steps(TRACKS.rstrip().replace("title: P}", f"title: P, go: {target}}}"))

    assert "go-into-parallel" not in names(check(content, tracks("drinks")))
    assert names(check(content, tracks("food"))) == ["go-into-parallel", "tracks-never-joined"]


def test_entry_into_a_track(content: Path) -> None:
    text = in_steps(TRACKS.rstrip()).replace("steps:", "entries: [{id: a, when: A, go: food}]\nsteps:", 1)
    assert places(check(content, text)) == [("go-into-parallel", 7, 32)]
