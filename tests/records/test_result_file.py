import json
from random import Random
from typing import Any

import pytest

from sop_plugin.model.result import Ending, Result, ResultKind, StepResult
from sop_plugin.records.result_file import Fault, Refused, results_of
from tests.records.made import BEGIN, attempt, event, question, reading, run, sealed, written
from tests.records.test_canonical import value


def only(data: bytes) -> Result:
    (found,) = results_of(data)
    assert isinstance(found, Result), found
    return found


def fault(data: bytes) -> Fault:
    (found,) = results_of(data)
    assert isinstance(found, Refused)
    return found.fault


def test_a_run_tells_what_became_of_each_step() -> None:
    found = only(written(run()))

    assert (found.kind, found.subject, found.version, found.print, found.people) == (
        ResultKind.RUN,
        "close-till",
        "1.0",
        "aaa",
        ("Mei",),
    )
    assert (found.started, found.ended, found.ending) == (BEGIN, BEGIN + 40_000, Ending.FINISHED)
    assert found.steps == (
        StepResult("count-cash", "Count", "p1", 1, 0, 10),
        StepResult("lock-safe", "Lock", "p2", 1, 1, 20),
    )


def test_what_was_taken_back_did_not_happen() -> None:
    events = [event(0, "started", by="Mei"), event(1, "done", node=1, visit=1), event(2, "taken-back", event="e1"),
              event(3, "handed-over", name="Bo", by="Mei"), event(4, "abandoned", by="Bo"), event(5, "taken-back", event="e4"),
              event(6, "taken-back", event="e5")]  # fmt: skip
    found = only(written(run(events=events)))

    assert (found.ending, found.steps, found.people) == (Ending.ABANDONED, (), ("Mei", "Bo"))


def test_a_confirmation_and_what_is_under_way() -> None:
    assert (only(written(reading())).kind, only(written(reading())).ending) == (ResultKind.READ, Ending.FINISHED)
    assert only(written(run(events=[event(0, "started", by="Mei")]))).ending is Ending.UNDER_WAY


def test_an_attempt_is_scored_anew() -> None:
    found = only(written(attempt(responses={"q1": [2], "q2": "5.5 min", "q3": True})))

    assert [(each.key, each.score, each.wrong) for each in found.questions] == [
        ("q1", 0, ("2",)),
        ("q2", 1, ()),
        ("q3", 0, ("true",)),
    ]
    assert (found.score, found.passed, found.people) == (0.25, False, ("Mei",))
    assert [each.seconds for each in found.questions] == [10, 10, 10]
    assert found.places == {"close-till/count-cash": "p1"}


def test_a_question_without_an_answer_scores_nothing() -> None:
    found = only(written(attempt(responses={"q1": [0]})))

    assert [each.score for each in found.questions] == [1, 0, 0]
    assert found.questions[1].seconds is None


def test_an_answer_that_was_told_at_once_is_for_good() -> None:
    for feedback, score in (("at-once", 0), ("at-end", 1)):
        made = attempt(responses={"q1": [2]}, finished=False)
        made["events"].append(event(9, "answered", question="q1", response=[0]))
        body = {**made, "quiz": {**made["quiz"], "feedback": feedback}}
        del body["digest"]
        assert only(written(sealed(body))).questions[0].score == score


def test_repeating_what_was_missed_passes_nothing() -> None:
    made = attempt()
    made["events"][0]["about"] = "due"
    del made["digest"]
    found = only(written(sealed(made)))

    assert (found.ending, found.score, found.passed) == (Ending.FINISHED, 1, None)


def test_a_deleted_name_is_none() -> None:
    made = attempt(by="(name removed)")
    made["events"][-1]["nameRemoved"] = True
    del made["digest"]
    assert only(written(sealed(made))).people == ()


ANSWERS: list[tuple[dict[str, Any], Any, float]] = [
    ({"kind": "choice", "right": [True, True, False], "several": True}, [0], 0.5),
    ({"kind": "order", "count": 3}, [0, 1, 2], 1),
    ({"kind": "match", "rights": [0, 1, 0], "choices": 3}, [0, 1, 0], 1),
    ({"kind": "match", "rights": [0, 1, 0], "choices": 3}, [0, 2, None], 1 / 3),
    ({"kind": "words", "accepted": ["POS", "till"]}, " TILL ", 1),
    ({"kind": "blanks", "blanks": [{"kind": "words", "accepted": ["a"]}, {"kind": "number", "value": 3}]}, ["a", "4"], 0.5),
    ({"kind": "scenario", "scenes": [{"id": "s", "choices": [{"to": "end", "points": 2}, {"to": "end", "points": 1}]}]}, [1], 0.5),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "response", "expected"), ANSWERS)
def test_every_kind_of_answer_is_scored(answer: dict[str, Any], response: Any, expected: float) -> None:
    found = only(written(attempt(questions=[question("q", answer)], responses={"q": response})))

    assert found.questions[0].score == pytest.approx(expected)


def test_files_that_are_not_to_be_trusted() -> None:
    made = run()
    assert fault(b"") is Fault.EMPTY
    assert fault(written(made)[:-30]) is Fault.TRUNCATED
    assert fault("結果".encode("big5")) is Fault.NOT_JSON
    assert fault(b"[" * 100_000) is Fault.NOT_JSON
    assert fault(b'{"format": "other"}') is Fault.FOREIGN
    assert fault(written({**made, "version": 2})) is Fault.TOO_NEW
    assert fault(written({**made, "run": {"id": "r2"}})) is Fault.DAMAGED
    assert fault(written(sealed({**made, "events": []}))) is Fault.DAMAGED
    body = {name: part for name, part in made.items() if name != "digest"}
    assert fault(written(sealed({**body, "events": []}))) is Fault.MALFORMED
    assert fault(written(sealed({**body, "events": [{**body["events"][0], "at": 1e300}]}))) is Fault.MALFORMED


def test_a_bundle_holds_several() -> None:
    bundle = {
        "format": "sop-results",
        "version": 1,
        "results": [run(), {"format": "x"}, attempt(), {**run("r2"), "digest": "0"}],
    }

    found = list(results_of(written(bundle)))
    assert [each.fault if isinstance(each, Refused) else each.id for each in found] == [
        "r1",
        Fault.FOREIGN,
        "a1",
        Fault.DAMAGED,
    ]


@pytest.mark.parametrize("made", [run(), reading(), attempt()], ids=["run", "reading", "attempt"])
def test_whatever_stands_in_a_file_nothing_is_raised(made: dict[str, Any]) -> None:
    """Somewhere in a good file something else stands, and the digest fits."""
    good = json.dumps({name: part for name, part in made.items() if name != "digest"})
    for seed in range(400):
        random = Random(seed)
        body = place = json.loads(good)
        while True:
            key = random.choice(list(place) if isinstance(place, dict) else range(len(place)))
            if not place[key] or not isinstance(place[key], dict | list) or random.random() < 0.3:
                break
            place = place[key]
        place[key] = value(random)

        assert len(list(results_of(json.dumps(sealed(body)).encode()))) == 1
