"""Answers of every make, and responses to them: right ones, near ones and nonsense."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from sop_plugin.model.answers import (
    Blanks,
    Choice,
    Matching,
    Numeric,
    Option,
    Ordering,
    Pair,
    ShortAnswer,
    TrueFalse,
    UnitFactor,
)
from sop_plugin.model.question import Answer
from sop_plugin.model.scenario import END, Scenario, Scene, SceneChoice

words = st.sampled_from(["熱", "冷", "ERP 042", "Greet", "道歉", "end", "１２", "a,b", "。"])
short_answers = st.lists(words, min_size=1, max_size=3).map(lambda accepted: ShortAnswer(tuple(accepted)))
numerics = st.builds(
    Numeric,
    value=st.sampled_from([0.0, 0.1, 0.3, 30.0, -4.0, 1000.0]),
    tolerance=st.sampled_from([0.0, 0.2, 5.0]),
    unit=st.just("s"),
    units=st.just((UnitFactor("s", 1.0), UnitFactor("min", 60.0))),
)
ordering = st.integers(0, 6).map(lambda count: Ordering(tuple(map(str, range(count)))))
matching = st.builds(
    Matching,
    pairs=st.lists(st.builds(Pair, words, words), max_size=5).map(tuple),
    extras=st.lists(words, max_size=2).map(tuple),
)


@st.composite
def choices(draw: st.DrawFn, *, several: bool | None = None) -> Choice:
    rights = draw(st.lists(st.booleans(), max_size=7))
    options = tuple(Option(str(number), right) for number, right in enumerate(rights))
    return Choice(options, draw(st.booleans()) if several is None else several)


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    names = [f"scene-{number}" for number in range(draw(st.integers(1, 5)))]
    targets = st.sampled_from([*names, END, "nowhere"])
    points = st.sampled_from([-1.0, 0.0, 0.5, 2.0])
    choice = st.builds(SceneChoice, st.just("..."), targets, points)
    return Scenario(tuple(Scene(name, choices=tuple(draw(st.lists(choice, max_size=3)))) for name in names))


answers: SearchStrategy[Answer] = st.one_of(
    choices(), st.booleans().map(TrueFalse), ordering, matching, numerics, short_answers, scenarios(),
    st.lists(st.one_of(short_answers, numerics), max_size=4).map(lambda blanks: Blanks(tuple(blanks))),
)  # fmt: skip

numbers = st.lists(st.integers(-1, 7), max_size=7)
typed = st.one_of(words, st.sampled_from(["30", "0.5 min", "３０ｓ", "30.0000000001 s", "1,000", "-4 s", "30 kg", ""]))
responses: SearchStrategy[object] = st.one_of(
    numbers, st.permutations(range(6)), st.booleans(), typed, st.lists(typed, max_size=4),
    st.lists(st.one_of(st.none(), st.integers(0, 6)), max_size=5), st.none(), st.floats(),
    st.dictionaries(words, words, max_size=1), st.lists(st.one_of(st.none(), st.booleans(), typed, numbers), max_size=3),
)  # fmt: skip
