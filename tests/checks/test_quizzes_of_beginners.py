"""What trainers write who know no Markdown: each slip is told at its place, and put right it is the question they meant."""

import pytest

from sop_plugin.model.answers import Blanks, Choice, Option, ShortAnswer
from sop_plugin.model.question import Answer
from sop_plugin.model.scenario import END, Scenario
from sop_plugin.reading.document import read_document
from tests.reading.test_quizzes import HEAD

MEANT = Choice((Option("One", True), Option("Two", False), Option("Three", False)), several=False)


def corrected(text: str) -> tuple[list[tuple[str, int, int]], str]:
    """The faults of a quiz with their places, and the quiz with all of them put right."""
    faults = read_document("demo.md", text.encode()).faults
    lines = text.split("\n")
    for fault in sorted(faults, key=lambda each: (each.span.line, each.span.column), reverse=True):
        if fault.instead is not None:
            row = lines[fault.span.line - 1]
            lines[fault.span.line - 1] = row[: fault.span.column - 1] + fault.instead + row[fault.span.end_column - 1 :]
    return [(fault.rule, fault.span.line, fault.span.column) for fault in faults], "\n".join(lines)


def answer_of(text: str) -> Answer | None:
    read = read_document("demo.md", text.encode())
    assert read.faults == []
    return read.questions[0].answer


BOX, LIST = "option-without-box", "option-outside-list"


@pytest.mark.parametrize(
    ("below", "faults"),
    [
        ("- (x) One\n- ( ) Two\n- () Three", [(BOX, 8, 3), (BOX, 9, 3), (BOX, 10, 3)]),
        ("- [x] One\n- ( ) Two\n- Three", [(BOX, 9, 3), (BOX, 10, 3)]),
        ("* （ｘ）One\n* （　）Two\n* （×）Three", [(BOX, 8, 3), (BOX, 9, 3), (BOX, 10, 3)]),
        ("- [○] One\n- [×] Two\n- [ ] Three", [(BOX, 8, 3), (BOX, 9, 3)]),
        ("-[x] One\n-[ ] Two\n-[ ]Three", [(LIST, 8, 1), (LIST, 9, 1), (LIST, 10, 1)]),
        ("- [x] One\n-[ ] Two\n－ [ ] Three", [(LIST, 9, 1), (LIST, 10, 1)]),
        ("[x] One\n[ ] Two\n[ ] Three", [(LIST, 8, 1), (LIST, 9, 1), (LIST, 10, 1)]),
        ("• [x] One\n\n・［　］Two\n\n- [ ] Three", [(LIST, 8, 1), (LIST, 10, 1)]),
    ],
)
def test_options(below: str, faults: list[tuple[str, int, int]]) -> None:
    text = f"{HEAD}\n## Why? {{#q1}}\n{below}\n"
    found, right = corrected(text)
    assert found == faults
    assert answer_of(right) == MEANT


def test_what_is_said_of_an_option_stays_with_it() -> None:
    text = f"{HEAD}\n## Why? {{#q1}}\ntests: a/b\n-[x] One\nYes.\n-[ ] Two\n\n= \n"
    options = read_document("demo.md", text.encode()).questions[0].answer
    assert isinstance(options, Choice)
    assert [(each.text, each.feedback) for each in options.options] == [("One", "Yes."), ("Two", "")]
    text = f"{HEAD}\n## Why? {{#q1}}\n- [x] One\n  Yes.\n-[ ] Two\n  No.\n\n  Never.\n- [ ] Three\n"
    found, right = corrected(text)
    assert found == [(LIST, 10, 1)]
    assert answer_of(right) == Choice(
        (Option("One", True, "Yes."), Option("Two", False, "No.\n\nNever."), Option("Three", False)), several=False
    )


@pytest.mark.parametrize("line", ["[x](a.md) is a link.", "A [x] within.", "(x) stands here.", "- (a) one\n- (b) two"])
def test_what_is_no_option_stays_among_the_words(line: str) -> None:
    read = read_document("demo.md", f"{HEAD}\n## Why? {{#q1}}\n{line}\n\n= so\n".encode())
    assert read.faults == []
    assert read.questions[0].text == line


@pytest.mark.parametrize(("written", "column"), [("[[a moment]", 14), ("［［a moment］", 14), ("【【a moment】", 14)])
def test_a_blank_with_half_its_brackets(written: str, column: int) -> None:
    found, right = corrected(f"{HEAD}\n## Fill in {{#q1}}\nGreet within {written}, [[at once]].\n")
    assert found == [("blank-not-closed", 8, column)]
    assert answer_of(right) == Blanks((ShortAnswer(("a moment",)), ShortAnswer(("at once",))))


def test_a_blank_that_is_never_closed() -> None:
    found, _ = corrected(f"{HEAD}\n## Fill in [[this {{#q1}}\n\nOr [[that\nnow.\n")
    assert found == [("blank-not-closed", 7, 12), ("blank-not-closed", 9, 4)]


def test_headings_that_were_meant_as_ids_of_scenes() -> None:
    found, right = corrected(
        f"{HEAD}\n## Upset {{#upset}}\n\n- [x] Apologise -> calm\n- [ ] Go -> end\n\n### Calm\n\n### Elsewhere\n"
    )
    assert found == [("scene-without-id", 12, 5), ("scene-without-id", 14, 5)]
    assert "### Calm {#calm}\n\n### Elsewhere {#scene-1}" in right
    answer = answer_of(right)
    assert isinstance(answer, Scenario)
    assert [choice.leads_to for choice in answer.scenes[0].choices] == ["calm", END]
