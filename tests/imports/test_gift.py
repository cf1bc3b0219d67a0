import pytest

from sop_plugin.imports.formats import Format
from sop_plugin.model.answers import (
    BLANK,
    Blanks,
    Choice,
    Matching,
    Numeric,
    Option,
    Pair,
    ShortAnswer,
    TrueFalse,
)
from sop_plugin.model.imported import Imported
from tests.imports.support import answer, keys, only, read


def gift(text: str) -> Imported:
    return read(text, Format.GIFT)


def test_one_right_option_with_feedback_and_general_feedback() -> None:
    found = gift("::Greeting::What first? {\n=Greet#Right!\n~Sell # Not yet.\n~Wait\n####Always greet.\n}")

    assert only(found).title == "What first?"
    assert found.questions[0].name == "Greeting"
    assert answer(found) == Choice(
        (Option("Greet", True, "Right!"), Option("Sell", False, "Not yet."), Option("Wait", False))
    )
    assert only(found).explanation == "Always greet."
    assert keys(found) == []


def test_equal_weights_are_ours_and_others_are_told() -> None:
    fair = gift("Q {~%50%a ~%50%b ~%-100%c}")
    unfair = gift("Q {~%70%a ~%30%b ~c}")

    for found in (fair, unfair):
        assert isinstance(choice := answer(found), Choice)
        assert (choice.several, [option.right for option in choice.options]) == (True, [True, True, False])
    assert keys(fair) == []
    assert keys(unfair) == ["weights"]
    assert "a 70 %" in unfair.losses[0].arguments["weights"]


def test_partly_right_of_one_is_wrong_and_told() -> None:
    found = gift("Q {=a ~%50%b ~c}")

    assert [option.right for option in answer(found).options] == [True, False, False]  # type: ignore[union-attr]
    assert [(loss.key, loss.arguments["text"], loss.arguments["percent"]) for loss in found.losses] == [
        ("partly-right", "b", "50")
    ]


@pytest.mark.parametrize("word", ["T", "TRUE", "true"])
def test_true_and_its_two_feedbacks(word: str) -> None:
    assert answer(gift(f"Sky is blue {{{word}#No, it is.#Yes.}}")) == TrueFalse(
        True, if_true="Yes.", if_false="No, it is."
    )


@pytest.mark.parametrize(
    ("written", "value", "tolerance"),
    [("#3:2", 3, 2), ("#1..5", 3, 2), ("#3.141..3.142", 3.1415, 0.0005), ("#-4", -4, 0), ("#=3:0.5 #fine", 3, 0.5), ("#2e1", 20, 0)],
)  # fmt: skip
def test_numbers(written: str, value: float, tolerance: float) -> None:
    found = answer(gift(f"How many? {{{written}}}"))

    assert isinstance(found, Numeric)
    assert found.value == pytest.approx(value)
    assert found.tolerance == pytest.approx(tolerance)


def test_a_second_number_is_told() -> None:
    found = gift("When? {#=1822:0 =%50%1822:2#Close.}")

    assert isinstance(answer(found), Numeric)
    assert sorted(keys(found)) == ["feedback-for-all", "other-number"]
    assert only(found).explanation == "1822:2: Close."


def test_what_is_said_of_every_other_number_needs_no_mark_before_the_first() -> None:
    found = gift("Q {#3:2~#Not even near.}")

    number = answer(found)
    assert isinstance(number, Numeric)
    assert (number.value, number.tolerance) == (3, 2)
    assert only(found).explanation.endswith("Not even near.")
    assert keys(found) == ["feedback-for-all"]


def test_matching_with_a_right_side_too_many() -> None:
    assert answer(gift("Match {=cat -> meow =dog -> bark = -> moo}")) == Matching(
        (Pair("cat", "meow"), Pair("dog", "bark")), ("moo",)
    )


def test_short_answers_and_missing_words() -> None:
    assert answer(gift("Who? {=Ann =Anne}")) == ShortAnswer(("Ann", "Anne"))
    middle = gift("Two plus {=two =2} equals four.")
    assert answer(middle) == Blanks((ShortAnswer(("two", "2")),))
    assert only(middle).title == f"Two plus {BLANK} equals four."
    several = gift("Water has {=1 =one} oxygen and {=2 =two} hydrogen.")
    assert only(several).title == f"Water has {BLANK} oxygen and {BLANK} hydrogen."


def test_a_missing_word_to_choose_leaves_a_gap() -> None:
    found = gift("Greet {~nobody =everyone} at the door.")

    assert only(found).title == "Greet \\_\\_\\_\\_\\_ at the door."


def test_escapes_are_themselves_and_nothing_of_markdown() -> None:
    found = gift(r"\:\: a \= b \~ c \# d \{e\} 2\*3 *bold* {=1 \= 1 ~x \\ y}")

    assert only(found).title == r":: a = b ~ c # d \{e} 2\\\*3 \*bold\*"
    assert [option.text for option in answer(found).options] == ["1 = 1", "x \\ y"]  # type: ignore[union-attr]


def test_categories_tags_and_ids() -> None:
    found = gift(
        "$CATEGORY: $course$/top/Cash desk/Cash, card\n\n// [id:refund-1] [tag:money]\nQ {T}\n\n// a remark\nR {F}"
    )

    assert [each.question.tags for each in found.questions] == [
        ("Cash desk", "Cash card", "money"),
        ("Cash desk", "Cash card"),
    ]
    assert [each.number for each in found.questions] == ["refund-1", ""]
    assert keys(found) == ["tag-spelling", "comment"]


def test_texts_in_html_and_markdown() -> None:
    html = only(gift("[html]<p>Say <b>hello</b>&nbsp;first</p><ul><li>a</li><li>b</li></ul> {T}"))
    markdown = only(gift("[markdown]Say **hello** {T}"))

    assert (html.title, html.text) == ("Say **hello** first", "* a\n* b")
    assert markdown.title == "Say **hello**"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("::Essay::Write. {}", "essay"),
        ("Only words", "description"),
        ("Open { =a ~b", "brace-open"),
        ("Q {~a ~b}", "no-right-answer"),
        ("Q {no mark}", "not-understood"),
        ("Q {=a ~b} and {T}", "several-braces"),
        ("Q {=a} and {}", "one-of-several-unread"),
    ],
)
def test_what_cannot_be_taken_over_is_told(text: str, key: str) -> None:
    found = gift(f"// remark: line 1\n\n{text}")

    assert found.questions == ()
    assert key in keys(found)
    assert next(loss for loss in found.losses if loss.key == key).line == 3


def test_empty_lines_within_braces_and_a_brace_that_stays_open() -> None:
    found = gift("A {\n=a\n\n~b\n}\n\n::B::open {\n=a\n\n::C::fine {T}")

    assert [each.line for each in found.questions] == [1, 10]
    assert [(loss.key, loss.line) for loss in found.losses] == [("brace-open", 7)]


def test_questions_with_names_need_no_empty_line_between_them() -> None:
    found = gift("::A::one {=a ~b}\n// of the second\n::B::two {\n~a\n=b\n}\n::C::three\n{T}")

    assert [each.name for each in found.questions] == ["A", "B", "C"]
    assert keys(found) == ["comment"]


def test_a_description_with_a_name_ends_where_the_next_name_stands() -> None:
    found = gift("::A::Read this.\n::B::[html]<b>one</b> {=a ~b}\n$CATEGORY: x\n::C::three {T}")

    assert [(each.name, each.question.title) for each in found.questions] == [("B", "**one**"), ("C", "three")]
    assert [(loss.key, loss.item, loss.line) for loss in found.losses] == [("description", "A", 1)]


def test_what_is_taken_out_between_slashes_and_stars_is_a_remark() -> None:
    found = gift("::A::one {T}\n/*\n::B::two {F}\n\nno name {}\n*/\n::C::three {T}\n\n/* never closed {F}")

    assert [each.question.title for each in found.questions] == ["one", "three", "/\\* never closed"]
    assert [(loss.key, loss.line) for loss in found.losses] == [("comment", 3), ("comment", 5)]
