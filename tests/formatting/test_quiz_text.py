from hypothesis import given
from hypothesis import strategies as st

from sop_plugin.formatting.quiz_guard import guarded
from sop_plugin.formatting.quiz_text import quiz_text
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
from sop_plugin.model.question import Difficulty, Question
from sop_plugin.model.quiz import QuizHead
from sop_plugin.reading.document import read_document

HEAD = QuizHead(1, "from-elsewhere", "From elsewhere: a title, [with] marks")

PIECES = st.sampled_from(
    ["till", "顧客", "30", "a b", ".", "!", "*", "_", "`", "[", "]", "[[", "]]", "【【", "】】", "［［", "->", "→", "=>",
     "=", "==", "＝", "#", "# ", "## ", "- ", "+ ", "* ", "1. ", "1) ", "> ", "[x] ", "[ ] ", "tags:", "Tests: x", "hint:",
     "提示：", "Why:", "points：", "|", "{#a}", "{", "}", "<b>", "&amp;", "\\", "(", ")", ":", "：", "```", "~~~", "---", "true"]
)  # fmt: skip
LINES = st.lists(PIECES, min_size=1, max_size=5).map("".join).map(str.strip).filter(bool)
TEXTS = st.lists(st.lists(LINES, min_size=1, max_size=2).map("\n".join), max_size=3).map("\n\n".join)
WORDS = st.sampled_from(
    ["till", "POS", "收銀機", "a=b", "= a", "30", "30 s", '"x"', "true love", "a] b]", "a, b", "-5 +- 1"]
)

ANSWERS = st.one_of(
    st.builds(
        Choice,
        st.lists(st.builds(Option, LINES, st.booleans(), TEXTS), min_size=2, max_size=4).map(tuple),
        st.booleans(),
    ),
    st.builds(TrueFalse, st.booleans(), TEXTS, TEXTS),
    st.builds(Ordering, st.lists(LINES, min_size=2, max_size=4).map(tuple)),
    st.builds(
        Matching,
        st.lists(st.builds(Pair, LINES, LINES), min_size=1, max_size=3).map(tuple),
        st.lists(LINES, max_size=2).map(tuple),
    ),
    st.builds(ShortAnswer, st.lists(WORDS, min_size=1, max_size=3, unique=True).map(tuple)),
    st.builds(lambda value: Numeric(value, words=f"{value:g}"), st.integers(-9, 9).map(float)),
)


@st.composite
def questions(draw: st.DrawFn) -> Question:
    answer = draw(ANSWERS)
    return Question(
        "q1",
        draw(LINES),
        draw(TEXTS),
        answer,
        explanation=draw(TEXTS),
        hint=draw(TEXTS),
        tests=draw(
            st.lists(
                st.sampled_from([tested.Tested(tested.Address("order", "greet", "time_limit"), "30 s", "3f9a1c")]),
                max_size=1,
            ).map(tuple)
        ),
        tags=draw(st.lists(st.sampled_from(["till", "退款", "two words"]), max_size=2, unique=True).map(tuple)),
        difficulty=draw(st.sampled_from([None, *Difficulty])),
        points=draw(st.sampled_from([1.0, 0.0, 2.5])),
        shuffle=draw(st.booleans()),
    )


@st.composite
def questions_with_blanks(draw: st.DrawFn) -> Question:
    blank = st.lists(WORDS, min_size=1, max_size=2, unique=True).map(lambda words: ShortAnswer(tuple(words)))
    blanks = draw(st.lists(blank, min_size=2, max_size=3).map(tuple))
    # The first stands in the title.
    text = "\n\n".join(f"Say {draw(LINES)} {BLANK} {draw(LINES)}" for _ in blanks[1:])
    return Question("q1", f"{draw(LINES)} {BLANK}", text, Blanks(blanks))


def read(text: str) -> tuple[Question, ...]:
    document = read_document("from-elsewhere.md", text.encode())
    assert document.quiz is not None
    assert document.quiz.head == HEAD
    return document.quiz.questions


@given(st.lists(st.one_of(questions(), questions_with_blanks()), min_size=1, max_size=2))
def test_what_is_guarded_and_written_reads_back_as_it_was(found: list[Question]) -> None:
    safe = tuple(map(guarded, found))

    assert read(quiz_text(HEAD, safe)) == safe


@given(questions())
def test_guarding_again_changes_nothing(question: Question) -> None:
    assert guarded(guarded(question)) == guarded(question)
