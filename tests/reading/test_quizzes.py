import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_plugin.model import tested
from sop_plugin.model.answers import (
    BLANK,
    Blanks,
    Choice,
    Matching,
    Numeric,
    Option,
    Ordering,
    Pair,
    ShortAnswer,
    TrueFalse,
)
from sop_plugin.model.document import Document
from sop_plugin.model.question import Answer, Difficulty, Question, QuestionKind
from sop_plugin.model.scenario import END, Scenario, Scene, SceneChoice
from sop_plugin.model.tested import Address
from sop_plugin.reading.document import read_document
from sop_plugin.reading.quizzes.numbers import read_answer

HEAD = "---\nquiz: 1\nid: demo\ntitle: Demo\n---\n"


def document(body: str, head: str = HEAD) -> Document:
    return read_document("demo.md", (head + body).encode())


def question(body: str) -> Question:
    """The only question of a quiz without faults."""
    read = document(body)
    assert read.faults == []
    assert len(read.questions) == 1
    return read.questions[0]


def answer(below: str) -> Answer | None:
    return question(f"## Why? {{#q1}}\n\n{below}\n").answer


OPTIONS = (Option("One", True, "Well done."), Option("Two", False), Option("Three", False))


@pytest.mark.parametrize(
    "below",
    [
        "- [x] One\n  Well done.\n- [ ] Two\n- [ ] Three",
        "* [X] One\n  Well done.\n* [ ] Two\n* [ ] Three",
        "- [x] One\n\n  Well done.\n\n- [ ] Two\n\n- [ ] Three",
        "- [x] One\n  > Well done.\n- [ ] Two\n- [ ] Three",
        "1. [x] One\n   Well done.\n2. [ ] Two\n3. [ ] Three",
        "- ［x］ One\n  Well done.\n- ［　］Two\n- [　] Three",
        "- 【Ｘ】One\n  Well done.\n- 【 】Two\n- [] Three",
        "- [v] One\nWell done.\n- [ ]Two\n- [ ] Three",
    ],
)
def test_options_with_boxes(below: str) -> None:
    assert answer(below) == Choice(OPTIONS)


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("- [x] One\n- [x] Two", Choice((Option("One", True), Option("Two", True)), several=True)),
        ("choose: all\n\n- [x] One\n- [ ] Two", Choice((Option("One", True), Option("Two", False)), several=True)),
        (
            "- [x] ![A cup](img/a.svg)\n- [ ] ![A jug](img/b.svg)",
            Choice((Option("A cup", True, "", "img/a.svg"), Option("A jug", False, "", "img/b.svg"))),
        ),
        ("- [x] True\n  Yes.\n- [ ] False", TrueFalse(True, "Yes.")),
        ("- [ ] 對\n- [x] 錯\n  不對。", TrueFalse(False, "", "不對。")),
        ("= true", TrueFalse(True)),
        ("＝ 錯", TrueFalse(False)),
        ("1. A\n2. B\n3. C", Ordering(("A", "B", "C"))),
        ("- a -> 1\n- b→2\n- c －＞ 3\n- -> 4", Matching((Pair("a", "1"), Pair("b", "2"), Pair("c", "3")), ("4",))),
        ("= till | cash desk", ShortAnswer(("till", "cash desk"))),
        ("= till\n= cash desk", ShortAnswer(("till", "cash desk"))),
        ('= "30"', ShortAnswer(("30",))),
    ],
)
def test_ways_to_answer(below: str, expected: Answer) -> None:
    assert answer(below) == expected


@pytest.mark.parametrize(
    ("text", "value", "tolerance", "unit"),
    [
        ("30 s +- 5", 30, 5, "s"),
        ("30 秒 ± 5", 30, 5, "秒"),
        ("３０秒±５秒", 30, 5, "秒"),
        ("30 s +/- 10 %", 30, 3, "s"),
        ("80 % +- 5", 80, 5, "%"),
        ("2 min +- 15 s", 2, 0.25, "min"),
        ("-18 °C", -18, 0, "°C"),
        ("1,500 元", 1500, 0, "元"),
        ("3", 3, 0, ""),
    ],
)
def test_numbers(text: str, value: float, tolerance: float, unit: str) -> None:
    read = read_answer(text)
    assert isinstance(read, Numeric)
    assert (read.value, read.tolerance, read.unit, read.words) == (value, tolerance, unit, text)


@pytest.mark.parametrize("text", ["7-ELEVEN", "2026-03-01", "4 小時 30 分", "NT$ 500", "A 3"])
def test_what_is_no_number_is_words(text: str) -> None:
    assert read_answer(text) == ShortAnswer((text,))


@pytest.mark.parametrize("text", ["", "|", "30 +- x", "30 s ± 2 kg"])
def test_what_is_no_answer(text: str) -> None:
    assert read_answer(text) is None


def test_blanks_stand_in_their_order_in_all_words_but_code() -> None:
    read = question("## A [[one|1st]] {#q1}\n\nB [[2 min]].\n\n- ［［three］］\n\n```\n[[code]]\n```\n")
    assert isinstance(read.answer, Blanks)
    first, second, third = read.answer.blanks
    assert first == ShortAnswer(("one", "1st"))
    assert isinstance(second, Numeric)
    assert third == ShortAnswer(("three",))
    assert read.title == f"A {BLANK}"
    assert read.text == f"B {BLANK}.\n\n- {BLANK}\n\n```\n[[code]]\n```"


def test_what_is_said_about_a_question() -> None:
    read = question(
        "## 哪一個？ ｛#q1｝\n"
        "tests: order/greet.time_limit = 10 秒內 @3f9a1c\n"
        "tests: order/pay, order.scope\n"
        "tags：櫃檯、退款\n"
        "difficulty: 難\n"
        "points: 2\n"
        "shuffle: false\n\n"
        "先看**圖**。\n\n"
        "- [x] 這個\n- [ ] 那個\n\n"
        "> 因為這樣。\n> 提示：想一想。\n"
    )
    assert read == Question(
        id="q1",
        title="哪一個？",
        text="先看**圖**。",
        answer=Choice((Option("這個", True), Option("那個", False))),
        explanation="因為這樣。",
        hint="想一想。",
        tests=(
            tested.Tested(Address("order", "greet", "time_limit"), "10 秒內", "3f9a1c"),
            tested.Tested(Address("order", "pay")),
            tested.Tested(Address("order", "", "scope")),
        ),
        tags=("櫃檯", "退款"),
        difficulty=Difficulty.HARD,
        points=2.0,
        shuffle=False,
    )


def test_a_case_begins_under_its_heading_or_in_its_first_scene() -> None:
    scenes = "### Calm {#calm}\n\nFine.\n\n### Angry {#angry}\n\n- [x] Sorry → 結束\n- [ ] Again => angry （-1 分）\n"
    angry = Scene("angry", "Angry", "", (SceneChoice("Sorry", END, 1.0), SceneChoice("Again", "angry", -1.0)))
    calm = Scene("calm", "Calm", "Fine.")
    began = question(
        f"## Late {{#late}}\n\nShe waits.\n\n- [x] Sorry -> calm (2)\n  She nods.\n- Wait -> angry\n\n{scenes}"
    )
    assert began.text == "She waits."
    opening = Scene("late", "", "", (SceneChoice("Sorry", "calm", 2.0, "She nods."), SceneChoice("Wait", "angry")))
    assert began.answer == Scenario((opening, calm, angry))
    assert question(f"## Late {{#late}}\n\nShe waits.\n\n{scenes}").answer == Scenario((calm, angry))
    assert began.kind is QuestionKind.SCENARIO


def test_headings_that_ask_nothing_part_a_quiz() -> None:
    read = document(
        "Hello.\n\n# One\n\n## A {#a}\n\n= true\n\n## Two\n\n### B {#b}\n\n= false\n\n### C {#c}\n\n= true\n"
    )
    assert [question.id for question in read.questions] == ["a", "b", "c"]
    assert read.quiz is not None
    assert read.quiz.intro == "Hello."


def test_everything_is_told_with_its_place() -> None:
    body = "\n## Which? {#q1}\ntests: a/b.do = x @abc\n\n- [x] One\n- ［ ］ Two\n\n## How long? {#q2}\n\n= 30 s\n"
    read = document(body)
    lines = read.text.split("\n")

    def written(*way: str | int) -> str:
        line, column, _, end = read.places[way]
        return lines[line - 1][column - 1 : end - 1]

    assert written(0) == "Which?"
    assert written(0, "id") == "q1"
    assert written(0, "tests", 0) == "a/b.do"
    assert written(0, "tests", 0, "all") == "a/b.do = x @abc"
    assert written(0, "options", 1) == "Two"
    assert written(1, "typed", 0) == "30 s"
    assert [(mention.id, mention.of, mention.span.column) for mention in read.mentions] == [
        ("a", "", 8),
        ("b", "a", 10),
    ]


def test_links_and_pictures_are_found_at_their_places() -> None:
    read = document("## Why? {#q1}\n\n- [x] One\n  See [it](a.md).\n- [ ] ![Two](b.svg) and more\n\n> [c](c.md)\n")
    assert [(link.href, link.span.line, link.span.column) for link in read.links] == [("a.md", 9, 12), ("c.md", 12, 7)]
    assert [(picture.file, picture.span.line) for picture in read.pictures] == [("b.svg", 10)]


def test_a_translation_has_the_same_questions_in_other_words() -> None:
    head = "---\nquiz: 1\ntranslates: demo\nlang: en\n---\n"
    read = document("## Why? {#q1}\nof: 3f9a1c\n\n- [x] One\n- [ ] Two\n", head)
    assert read.faults == []
    assert read.quiz is None
    assert read.quiz_translation is not None
    assert (read.quiz_translation.head.translates, read.quiz_translation.head.lang) == ("demo", "en")
    assert read.questions[0].of == "3f9a1c"


PIECES = (
    *("## Q {#q}", "### S {#s}", "# T", "- [x] a", "- [ ] b -> s (2)", "- c", "1. d", "= 30 s +- 5", "= ", "> hint: e"),
    *(
        "tests: a/b.c = 1 @ab",
        "tags:",
        "difficulty: x",
        "[[f|g]]",
        "[[]]",
        "  h",
        "```",
        "---",
        "![i](j)",
        "",
        "\t",
        "{#",
    ),
    *("- a -> b", "- ->", "［x］ k", "＝ 對", "    - [x] l", "| m |", "\ufdd0", "choose: one", "*" * 9, "of: @1", "> "),
)


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=30))
def test_whatever_stands_in_a_quiz_it_is_read_to_its_end(lines: list[str]) -> None:
    read = document("\n".join(lines))
    ends = read.text.split("\n")
    assert all(1 <= span.line <= len(ends) and span.column >= 1 for span in read.places.values())
    for each in read.questions:
        shown = (each.title + each.text).count(BLANK)
        assert shown == (len(each.answer.blanks) if isinstance(each.answer, Blanks) else 0)
