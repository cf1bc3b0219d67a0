"""A quiz as data, which a page embeds and a script runs. This is the reference of its format.

Whatever is empty or unknown is left out. No words of questions are here: they stand in the page, under their keys.

The whole: `format` (1), `quiz` (id), `version` (a fingerprint), `title`, `lang`, `passMark` (0 to 1), `feedback`
("at-once" or "at-end"), `shuffle`, `count` of the questions that are asked, and
    attempts      how many times the whole may be tried on a device
    timeLimit     seconds
    refresher     days after which somebody who passed is asked again
    draws         [{count, from: [key]}]; without any, all questions are asked
    places        {address: {print, title, url}} of the steps and SOPs that are tested; print is a fingerprint
    questions     [{key, print, kind, points, shuffle, tests: [address], answer}]; `print` is the fingerprint of the
                  question, `answer` as `answer_data()` writes it

An attempt keeps its own copy, so an older one is read for ever.
"""

from __future__ import annotations

from typing import Any

from sop_plugin.model.fingerprint import fingerprint
from sop_plugin.model.time import Duration, Span, TimeUnit
from sop_plugin.views.quiz.answer_data import answer_data
from sop_plugin.views.quiz.sheet import AskedQuestion, QuizSheet

FORMAT = 1

_DAYS = {TimeUnit.MONTH: 30.44, TimeUnit.WORKING_DAY: 1.4, TimeUnit.WORKING_HOUR: 1.4 / 8}
"""What units are in days, on average, that no clock can tell; a refresher need not be exact."""


def quiz_data(sheet: QuizSheet) -> dict[str, Any]:
    """The data of a quiz, as JSON can hold it."""
    head = sheet.quiz.head
    data: dict[str, Any] = {
        "passMark": head.pass_mark,
        "feedback": head.feedback.value,
        "shuffle": head.shuffle,
        "count": sheet.count,
        "attempts": head.attempts,
        "timeLimit": _seconds(head.time_limit),
        "refresher": _days(head.refresher),
        "draws": [{"count": pool.count, "from": list(pool.keys)} for pool in sheet.pools],
        "places": {address: _place(sheet, address) for address in sorted(sheet.prints)},
        "questions": [_question(asked) for asked in sheet.asked],
    }
    told = {name: value for name, value in data.items() if value is not None and value != []}
    names = {"title": head.title, "lang": sheet.context.words.language}
    return {"format": FORMAT, "quiz": head.id, "version": quiz_version(sheet), **names, **told}


def place_of(address: str) -> str:
    """The step, or the SOP, in which a tested place lies: of `order/greet.time_limit` that is `order/greet`."""
    return address.partition(".")[0]


def quiz_version(sheet: QuizSheet) -> str:
    """A fingerprint of what is asked and how, the same in every language: words of the head alone change nothing."""
    head = sheet.quiz.head
    taken = (head.id, head.pass_mark, head.shuffle, head.attempts, _seconds(head.time_limit), sheet.pools)
    return fingerprint((*taken, tuple(asked.print for asked in sheet.asked)))


def _question(asked: AskedQuestion) -> dict[str, Any]:
    question = asked.question
    assert question.answer is not None  # what has no answer is an error, and not published
    return {
        "key": asked.key,
        "print": asked.print,
        "kind": question.kind,
        "points": question.points,
        "shuffle": question.shuffle,
        "tests": list(dict.fromkeys(place_of(str(tested.address)) for tested in question.tests)),
        "answer": answer_data(question.answer),
    }


def _place(sheet: QuizSheet, address: str) -> dict[str, str]:
    context = sheet.context
    sop, _, step = address.partition("/")
    place = {"print": sheet.prints[address], "title": context.titles.get(address, address)}
    if sop in context.paths:
        place["url"] = context.url_of(context.paths[sop] + (f"#{step}" if step else ""))
    return place


def _seconds(time: Duration | None) -> float | None:
    span = _longest(time)
    return span.seconds if span else None


def _days(time: Duration | None) -> float | None:
    span = _longest(time)
    if span is None:
        return None
    return span.amount * _DAYS[span.unit] if span.seconds is None else span.seconds / 86_400


def _longest(time: Duration | None) -> Span | None:
    return (time.high or time.low) if time else None
