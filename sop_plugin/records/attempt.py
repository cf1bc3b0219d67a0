"""An attempt at a quiz as a result. It is scored anew: what the file says about its score is not looked at."""

from __future__ import annotations

from typing import Any

from sop_plugin.model.answers import Blanks, Choice, Numeric, ShortAnswer, TrueFalse
from sop_plugin.model.question import Answer
from sop_plugin.model.result import Ending, QuestionResult, Result, ResultKind
from sop_plugin.model.scoring import is_passed, score, total
from sop_plugin.records.answer_data import answer_of
from sop_plugin.records.events import events_of, people_of
from sop_plugin.records.shape import MalformedError, items, maybe_text, record, share, text

_LONGEST = 80
"""Characters of a typed answer that are kept."""


def attempt_result(body: dict[str, Any]) -> Result:
    """The result in a file of the format `sop-attempt`. Raises MalformedError."""
    run = record(body.get("run"), "run")
    quiz = record(body.get("quiz"), "quiz")
    if quiz.get("format") != 1:
        raise MalformedError("quiz")
    events = events_of(body.get("events"))
    if not events or events[0]["type"] != "started":
        raise MalformedError("events")
    end = next((at for at, event in enumerate(events) if event["type"] in ("finished", "abandoned")), None)
    counted = events if end is None else events[: end + 1]
    last = counted[-1]
    ending = Ending(last["type"]) if end is not None else Ending.UNDER_WAY
    questions = _questions(quiz, counted)
    whole = total((each.score, each.points) for each in questions)
    passed = ending is Ending.FINISHED and is_passed(whole, share(quiz.get("passMark"), "quiz"))
    signed = [event for event in events if event["type"] == "signed"]
    return Result(
        id=text(run.get("id"), "run"),
        kind=ResultKind.QUIZ,
        subject=text(quiz.get("quiz"), "quiz"),
        title=text(quiz.get("title"), "quiz"),
        version=text(quiz.get("version"), "quiz"),
        print=text(quiz.get("version"), "quiz"),
        lang=maybe_text(quiz.get("lang")),
        people=people_of(signed) or people_of(events) or people_of([{"type": "", **run}]),
        started=int(events[0]["at"]),
        ended=int(last["at"]) if end is not None else None,
        ending=ending,
        events=len(events),
        score=whole,
        passed=None if events[0].get("about") == "due" else passed,
        questions=questions,
        places={
            text(address, "quiz"): text(record(place, "quiz").get("print"), "quiz")
            for address, place in record(quiz.get("places", {}), "quiz").items()
        },
    )


def _questions(quiz: dict[str, Any], events: list[dict[str, Any]]) -> tuple[QuestionResult, ...]:
    """What came of each question that was asked; one without an answer scores 0."""
    known = {text(each.get("key"), "quiz"): each for each in items(quiz.get("questions"), "quiz")}
    asked = events[0].get("asked")
    if not isinstance(asked, list) or not all(isinstance(key, str) and key in known for key in asked):
        raise MalformedError("events")
    is_for_good = quiz.get("feedback") == "at-once"
    responses: dict[str, Any] = {}
    seconds: dict[str, float] = {}
    before = events[0]["at"]
    for event in events[1:]:
        key = event.get("question")
        if event["type"] == "answered" and isinstance(key, str) and key in known:
            if is_for_good and key in responses:
                continue
            responses[key] = event.get("response")
            seconds[key] = seconds.get(key, 0.0) + max(0.0, (event["at"] - before) / 1000)
            before = event["at"]
    return tuple(_result(known[key], responses.get(key), seconds.get(key)) for key in dict.fromkeys(asked))


def _result(question: dict[str, Any], response: Any, seconds: float | None) -> QuestionResult:
    answer = answer_of(question.get("answer"))
    tests = question.get("tests", [])
    if answer is None or not isinstance(tests, list):
        raise MalformedError("quiz")
    return QuestionResult(
        text(question.get("key"), "quiz"),
        text(question.get("print"), "quiz"),
        maybe_text(question.get("kind")),
        score(answer, response),
        share(question.get("points", 1), "quiz"),
        seconds,
        _wrong(answer, response),
        tuple(text(each, "quiz") for each in tests),
    )


def _wrong(answer: Answer, response: Any) -> tuple[str, ...]:
    """What was chosen or typed that is wrong: numbers of options from 0, or texts."""
    match answer, response:
        case Choice(options=options), list():
            return tuple(
                str(number)
                for number in dict.fromkeys(each for each in response if type(each) is int)
                if 0 <= number < len(options) and not options[number].right
            )
        case TrueFalse(is_true=is_true), bool():
            return () if response is is_true else (str(response).lower(),)
        case ((Numeric() | ShortAnswer()), str()):
            return () if score(answer, response) else (_typed(response),)
        case Blanks(blanks=blanks), list() if len(blanks) == len(response):
            pairs = zip(blanks, response, strict=True)
            return tuple(_typed(typed) for blank, typed in pairs if isinstance(typed, str) and not score(blank, typed))
        case _:
            return ()


def _typed(response: str) -> str:
    return " ".join(maybe_text(response).split())[:_LONGEST]
