"""An attempt as the browser makes its file is taken in without loss, and scored the same."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

import sop_plugin
from scripts.run_js_tests import node
from sop_plugin.model.result import Ending, Result
from sop_plugin.records.database import Records
from sop_plugin.records.result_file import Fault, Refused, results_of
from tests.records.made import BEGIN
from tests.support.scored_answers import scored_answers

MODULES = Path(sop_plugin.__file__).parent / "web/js"
PROGRAM = """
import { readFileSync } from "node:fs";
const at = (path) => import(`${process.argv[1]}/${path}`);
const { attemptOf, hasPassed, scoreOf, wholeScore } = await at("quiz/attempt.js");
const { attemptFile } = await at("runs/attempt_file.js");
const { attemptIn } = await at("runs/attempt_reading.js");
const { begin, by, quiz, responses, run } = JSON.parse(readFileSync(0, "utf8"));

const events = [];
const act = (type, more = {}) => events.push({ id: `e${events.length}`, at: begin + events.length * 2_500, type, ...more });
const asked = quiz.questions.map(({ key }) => key);
act("started", { seed: "七", asked, about: "whole" });
for (const [question, response] of responses) act("answered", { question, response });
const state = attemptOf(quiz, events);
act("finished", { why: "done", score: wholeScore(state), passed: hasPassed(state) });
act("signed", { by });

const file = await attemptFile(run, quiz, events);
const back = await attemptIn(JSON.parse(JSON.stringify(file)));
const scores = asked.map((key) => scoreOf(state, key));
console.log(JSON.stringify({ text: JSON.stringify(file, null, 1), events, scores, whole: wholeScore(state), passed: hasPassed(state), back }));
"""
QUESTIONS = 800
RUN = {
    "id": "a-1",
    "kind": "quiz",
    "sop": "kinds",
    "title": "每一種題型",
    "address": "https://sop.example/quizzes/kinds/",
}


def attempted(feedback: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """A quiz of answers at random, each answered at random, some twice; and what the browser makes of it."""
    answers = scored_answers(QUESTIONS)
    questions = [
        {"key": f"q{at}", "print": f"p{at}", "kind": answer["kind"], "points": at % 3, "shuffle": True,
         "tests": ["order/greet"], "answer": answer}
        for at, (answer, _, _) in enumerate(answers)
    ]  # fmt: skip
    quiz = {"format": 1, "quiz": "kinds", "version": "v1", "title": "每一種題型", "lang": "zh-TW", "passMark": 0.25,
            "feedback": feedback, "shuffle": True, "questions": questions,
            "places": {"order/greet": {"print": "s1", "title": "招呼"}}}  # fmt: skip
    responses = [(f"q{at}", response) for at, (_, response, _) in enumerate(answers) if at % 7]
    responses += [(f"q{at}", answers[at - 8][1]) for at in range(8, QUESTIONS, 16)]
    given = {"run": RUN, "quiz": quiz, "responses": responses, "begin": BEGIN, "by": "陳小美 😀"}
    command = [str(node()), "--input-type=module", "-e", PROGRAM, MODULES.as_uri()]
    told = subprocess.run(
        command, input=json.dumps(given), capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout
    return given, json.loads(told)


def only(data: bytes) -> Result:
    (found,) = results_of(data)
    assert isinstance(found, Result), found
    return found


@pytest.mark.parametrize("feedback", ["at-once", "at-end"])
def test_what_the_browser_exports_is_scored_the_same(feedback: str, tmp_path: Path) -> None:
    given, told = attempted(feedback)
    found = only(told["text"].encode())

    assert [each.score for each in found.questions] == pytest.approx(told["scores"], abs=1e-12)
    assert {0.0, 1.0} < {each.score for each in found.questions}
    assert found.score == pytest.approx(told["whole"], abs=1e-12)
    assert found.passed is told["passed"]
    assert (found.id, found.subject, found.title, found.lang, found.version) == (
        "a-1", "kinds", "每一種題型", "zh-TW", "v1",
    )  # fmt: skip
    assert (found.people, found.ending, found.places) == (("陳小美 😀",), Ending.FINISHED, {"order/greet": "s1"})
    assert (found.started, found.ended) == (BEGIN, told["events"][-2]["at"])
    with Records(tmp_path / "records.sqlite") as records:
        records.add(found, "mei.json")
        assert list(records.results()) == [found]

    body = json.loads(told["text"])
    del body["digest"]
    assert body == {
        "format": "sop-attempt",
        "version": 1,
        "run": RUN,
        "quiz": given["quiz"],
        "events": told["events"],
    }
    assert told["back"] == {name: body[name] for name in ("run", "quiz", "events")}


def test_a_file_that_somebody_mended_by_hand_is_refused() -> None:
    _, told = attempted("at-end")
    mended = told["text"].replace('"response": false', '"response": true', 1)

    assert mended != told["text"]
    assert list(results_of(mended.encode())) == [Refused(Fault.DAMAGED)]
