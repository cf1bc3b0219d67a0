import math
import statistics
from dataclasses import replace

import pytest

from sop_plugin.model.item_analysis import StepAnalysis, discrimination, item_analysis, step_analysis
from sop_plugin.model.result import Ending, QuestionResult, Result, ResultKind, StepResult
from sop_plugin.model.standing import Present, PresentSop, Standing
from sop_plugin.model.training import to_train_again

RUN = Result("r", ResultKind.RUN, "till", "Till", "1.0", "aaa", "en", ("Mei",), 1_000, 2_000, Ending.FINISHED, 3)
QUIZ = replace(RUN, id="q", kind=ResultKind.QUIZ, subject="quiz", places={"till/count": "p1"}, score=1.0, passed=True)
NOW = Present({"till": PresentSop("Till", "1.0", "aaa", {"count": "p1"})}, {"quiz": "Quiz"})
CHANGED = Present({"till": PresentSop("Till", "1.1", "bbb", {"count": "p2"})}, {"quiz": "Quiz"})


def attempt(*scores: float, seconds: float = 10, wrong: tuple[str, ...] = ()) -> Result:
    questions = tuple(
        QuestionResult(
            f"k{at}", f"p{at}", "single-choice", score, 1, seconds, wrong if score < 1 else (), ("till/count",)
        )
        for at, score in enumerate(scores)
    )
    return replace(QUIZ, id=f"{scores}{seconds}", questions=questions)


def test_discrimination_is_the_point_biserial_of_the_item_and_the_rest() -> None:
    scores = [1.0, 1, 1, 0, 0, 1, 0, 1]
    rests = [0.9, 0.8, 0.6, 0.3, 0.5, 0.7, 0.2, 0.4]

    right = [rest for score, rest in zip(scores, rests, strict=True) if score]
    wrong = [rest for score, rest in zip(scores, rests, strict=True) if not score]
    share = len(right) / len(scores)
    by_hand = (
        (statistics.fmean(right) - statistics.fmean(wrong)) / statistics.pstdev(rests) * math.sqrt(share * (1 - share))
    )
    assert discrimination(scores, rests) == pytest.approx(by_hand)
    assert discrimination(scores, rests) == pytest.approx(statistics.correlation(scores, rests))
    assert discrimination([1.0] * 8, rests) is None
    assert discrimination(scores[:4], rests[:4]) is None


def test_an_item_is_told_by_its_answers() -> None:
    results = [attempt(1, 1, 1), attempt(1, 1, 0), attempt(0, 0, 0, wrong=("2",)), attempt(0, 1, 0, seconds=30, wrong=("1",)),
               attempt(0, 0, 1, wrong=("2",)), replace(attempt(0, 0, 0, seconds=1), ending=Ending.ABANDONED)]  # fmt: skip
    first, *_ = item_analysis(results)

    assert (first.answers, first.difficulty, first.seconds, first.wrong, first.wrong_count) == (5, 0.4, 10, "2", 2)
    assert first.discrimination == pytest.approx(statistics.correlation([1, 1, 0, 0, 0], [2, 1, 0, 1, 1]))


def test_a_step_is_told_by_checklists_and_by_quizzes() -> None:
    run = replace(RUN, steps=(StepResult("count", "Count", "p1", 2, 1, 60),))

    assert step_analysis([run, run, attempt(1, 0)]) == [StepAnalysis("till/count", "Count", 2, 0.5, 4, 2, 30)]


def test_how_results_stand() -> None:
    assert [NOW.standing(each) for each in (RUN, QUIZ)] == [Standing.CURRENT] * 2
    assert [CHANGED.standing(each) for each in (RUN, QUIZ)] == [Standing.OUTDATED] * 2
    assert [Present().standing(each) for each in (RUN, QUIZ)] == [Standing.GONE] * 2


def test_only_the_newest_success_counts() -> None:
    failed = replace(QUIZ, id="q2", started=5_000, passed=False)
    later = replace(RUN, id="r2", started=9_000, print="bbb", people=("Mei",))
    other = replace(RUN, id="r3", people=("Bo", "Mei"))
    repeated = replace(QUIZ, id="q3", started=6_000, passed=None)
    results = [RUN, QUIZ, failed, repeated, later, other]

    assert to_train_again([RUN, QUIZ, failed], NOW) == []
    assert [(each.person, each.result.id) for each in to_train_again(results, CHANGED)] == [
        ("Bo", "r3"),
        ("Mei", "q"),
    ]
