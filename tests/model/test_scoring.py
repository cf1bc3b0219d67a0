import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from sop_plugin.model.scenario import Scenario, Scene, SceneChoice
from sop_plugin.model.scoring import folded, is_passed, score, total
from tests.model.question_strategies import answers, choices, matching, responses, scenarios

SECONDS = Numeric(30.0, 5.0, "s", (UnitFactor("s", 1.0), UnitFactor("秒", 1.0), UnitFactor("min", 60.0)))
CASE = Scenario(
    (
        Scene("late", choices=(SceneChoice("道歉", "calm", 2.0), SceneChoice("請她排隊", "angry", -1.0))),
        Scene("angry", choices=(SceneChoice("道歉", "calm", 1.0), SceneChoice("再說一次", "angry"))),
        Scene("calm"),
    )
)


def several(*rights: bool) -> Choice:
    return Choice(tuple(Option(str(number), right) for number, right in enumerate(rights)), several=True)


@pytest.mark.parametrize(
    ("answer", "response", "expected"),
    [
        (Choice((Option("a", True), Option("b", False))), [0], 1),
        (Choice((Option("a", True), Option("b", False))), [1], 0),
        (Choice((Option("a", True), Option("b", False))), [0, 1], 0),
        (several(True, True, False, False), [0, 1], 1),
        (several(True, True, False, False), [0], 0.5),
        (several(True, True, False, False), [0, 1, 2], 0.5),
        (several(True, True, False, False), [0, 1, 2, 3], 0),
        (several(True, True), [0], 0.5),
        (several(True, False), [0, 0], 0),
        (TrueFalse(is_true=False), False, 1),
        (TrueFalse(is_true=False), 0, 0),
        (Ordering(("a", "b", "c")), [0, 1, 2], 1),
        (Ordering(("a", "b", "c")), [1, 0, 2], 1 / 3),
        (Ordering(("a", "b", "c")), [2, 1, 0], 0),
        (Ordering(("a", "b", "c")), [0, 1], 0),
        (Matching((Pair("a", "1"), Pair("b", "2")), ("3",)), [0, 2], 0.5),
        (Matching((Pair("a", "1"), Pair("b", "1")), ("3",)), [0, 0], 1),
        (Matching((Pair("a", "1"), Pair("b", "2"))), [None, 1], 0.5),
        (SECONDS, "35", 1),
        (SECONDS, "３５ 秒", 1),
        (SECONDS, "0.5 min", 1),
        (SECONDS, "35.1", 0),
        (SECONDS, "30 kg", 0),
        (SECONDS, "about thirty", 0),
        (SECONDS, "9" * 400, 0),
        (SECONDS, "-" + "9" * 400, 0),
        (SECONDS, "9" * 308 + " min", 0),
        (Numeric(0.3, 0.1), "0.2", 1),
        (Numeric(1000), "1,000", 1),
        (Numeric(-4), "−4", 1),
        (ShortAnswer(("ERP 042", "ＥＲＰ")), "erp042。", 1),
        (ShortAnswer(("ERP 042", "ＥＲＰ")), "erp", 1),
        (ShortAnswer(("ERP 042",)), "", 0),
        (Blanks((ShortAnswer(("a",)), SECONDS)), ["A", "90"], 0.5),
        (Blanks((ShortAnswer(("a",)), SECONDS)), ["A"], 0),
        (CASE, [0], 1),
        (CASE, [1, 0], 0),
        (CASE, [1, 1, 0], 0),
        (CASE, [], 0),
        (CASE, [1], 0),
        (CASE, [0, 0], 0),
        (None, [0], 0),
    ],
)
def test_what_an_answer_is_worth(answer: Answer | None, response: object, expected: float) -> None:
    assert score(answer, response) == pytest.approx(expected)


def test_a_longer_way_that_mends_a_bad_choice_earns_a_part() -> None:
    opening = Scene("late", choices=(SceneChoice("good", "done", 2.0), SceneChoice("poor", "angry", 0.0)))
    case = Scenario((opening, Scene("angry", choices=(SceneChoice("sorry", "done", 1.0),)), Scene("done")))
    assert score(case, [0]) == 1
    assert score(case, [1, 0]) == pytest.approx(1 / 3)


@given(answers, responses)
def test_a_score_is_from_0_to_1_whatever_comes(answer: Answer, response: object) -> None:
    assert 0.0 <= score(answer, response) <= 1.0


def perfect(answer: Answer) -> object:
    """The response that is wholly right, where there is one; of a scenario there may be none."""
    match answer:
        case Choice():
            return [number for number, option in enumerate(answer.options) if option.right]
        case TrueFalse():
            return answer.is_true
        case Ordering():
            return list(range(len(answer.items)))
        case Matching():
            return [answer.choices.index(pair.right) for pair in answer.pairs]
        case Numeric():
            return f"{answer.value:g}"
        case ShortAnswer():
            return answer.accepted[0]
        case Blanks():
            return [perfect(blank) for blank in answer.blanks]
    raise TypeError(answer)


@given(answers.filter(lambda answer: not isinstance(answer, Scenario)))
def test_the_right_response_is_worth_1_and_nothing_is_worth_more(answer: Answer) -> None:
    parts = {Ordering: "items", Matching: "pairs", Blanks: "blanks"}
    empty = len(getattr(answer, parts.get(type(answer), ""), (1, 2))) < (2 if isinstance(answer, Ordering) else 1)
    rights = sum(option.right for option in answer.options) if isinstance(answer, Choice) else 1
    is_possible = not empty and rights > 0 and (rights == 1 or (isinstance(answer, Choice) and answer.several))
    assert score(answer, perfect(answer)) == (1.0 if is_possible else 0.0)


@given(choices(several=True), st.data())
def test_one_right_option_more_is_worth_more_and_one_wrong_option_less(answer: Choice, data: st.DataObject) -> None:
    everything = range(len(answer.options))
    chosen = data.draw(st.sets(st.sampled_from(everything)) if everything else st.just(set()))
    before = score(answer, sorted(chosen))
    for number in set(everything) - chosen:
        after = score(answer, sorted({*chosen, number}))
        assert after >= before if answer.options[number].right else after <= before


@given(choices(), st.permutations(range(7)))
def test_in_which_order_options_are_chosen_does_not_count(answer: Choice, order: list[int]) -> None:
    chosen = [number for number in order if number < len(answer.options) and number % 2]
    assert score(answer, chosen) == score(answer, sorted(chosen))


@given(choices(), st.permutations(range(7)), st.sets(st.integers(0, 6)))
def test_in_which_order_options_are_written_does_not_count(answer: Choice, order: list[int], chosen: set[int]) -> None:
    order = [number for number in order if number < len(answer.options)]
    moved = dataclasses.replace(answer, options=tuple(answer.options[number] for number in order))
    chosen = {number for number in chosen if number < len(answer.options)}
    assert score(moved, [order.index(number) for number in chosen]) == pytest.approx(score(answer, sorted(chosen)))


@given(st.integers(2, 7), st.data())
def test_two_neighbours_put_right_are_worth_no_less(count: int, data: st.DataObject) -> None:
    answer = Ordering(tuple(map(str, range(count))))
    order = data.draw(st.permutations(range(count)))
    for place in range(count - 1):
        if order[place] > order[place + 1]:
            better = [*order[:place], order[place + 1], order[place], *order[place + 2 :]]
            assert score(answer, better) >= score(answer, order)


@given(matching.filter(lambda answer: answer.pairs), st.data())
def test_one_pair_put_right_is_worth_more(answer: Matching, data: st.DataObject) -> None:
    any_choice = st.one_of(st.none(), st.integers(0, len(answer.choices)))
    response = data.draw(st.lists(any_choice, min_size=len(answer.pairs), max_size=len(answer.pairs)))
    for place, right in enumerate(perfect(answer)):  # type: ignore[arg-type, var-annotated]
        better = [*response[:place], right, *response[place + 1 :]]
        assert score(answer, better) >= score(answer, response)


@given(scenarios(), st.lists(st.integers(0, 2), max_size=6), st.sampled_from([0.5, 1.0]))
def test_a_choice_that_is_worth_more_makes_its_way_worth_no_less(case: Scenario, made: list[int], more: float) -> None:
    passed = list(case.walk(tuple(made)))
    if not passed:
        return
    scene, chosen = passed[-1]
    raised = dataclasses.replace(chosen, points=chosen.points + more)
    others = tuple(raised if choice is chosen else choice for choice in scene.choices)
    better = Scenario(
        tuple(dataclasses.replace(each, choices=others) if each is scene else each for each in case.scenes)
    )
    # Where the raised choice becomes the best of its scene, the scene is worth more to everybody.
    if all(better_scene.best == scene.best for better_scene in better.scenes if better_scene.id == scene.id):
        assert score(better, made) >= score(case, made)


@given(st.lists(st.tuples(st.floats(0, 1), st.sampled_from([0.0, 1.0, 2.5])), max_size=8))
def test_the_whole_is_from_0_to_1_in_any_order(scores: list[tuple[float, float]]) -> None:
    whole = total(scores)
    assert 0.0 <= whole <= 1.0 + 1e-9
    assert total(reversed(scores)) == pytest.approx(whole)


def test_four_of_five_are_80_percent() -> None:
    assert is_passed(total([(1.0, 1.0)] * 4 + [(0.0, 1.0)]), 0.8)
    assert is_passed(0.1 + 0.2, 0.3)
    assert not is_passed(0.79, 0.8)


@pytest.mark.parametrize("text", ["ERP 042", "ｅｒｐ０４２", " erp042 ", "Erp\u3000042。", "erp042!"])
def test_spellings_of_the_same_answer(text: str) -> None:
    assert folded(text) == "erp042"
