"""Result files as the site's pages export them."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sop_plugin.records.canonical import digest_of

BEGIN = 1_780_000_000_000


def sealed(body: Mapping[str, Any]) -> dict[str, Any]:
    """A body with the digest that fits."""
    plain = json.loads(json.dumps(body))
    return {**plain, "digest": digest_of(plain)}


def written(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def event(number: int, kind: str, **more: Any) -> dict[str, Any]:
    """The event `number`, ten seconds behind the one before."""
    return {"id": f"e{number}", "at": BEGIN + number * 10_000, "type": kind, **more}


def run(
    identifier: str = "r1",
    *,
    by: str = "Mei",
    events: Sequence[Mapping[str, Any]] | None = None,
    sop: str = "close-till",
    version: str = "1.0",
    print: str = "aaa",  # noqa: A002, the word of the format
) -> dict[str, Any]:
    """A checklist of two steps, carried out."""
    nodes = [
        {"kind": "start", "id": "start", "title": "Start"},
        {"kind": "step", "id": "count-cash", "title": "Count", "fingerprint": "p1"},
        {"kind": "step", "id": "lock-safe", "title": "Lock", "fingerprint": "p2"},
        {"kind": "end", "id": "end", "title": "End"},
    ]
    edges = [{"source": at, "target": at + 1, "kind": "next"} for at in range(3)]
    checklist = {"format": 1, "sop": sop, "version": version, "lang": "en", "title": "Close the till"}
    checklist |= {"status": "effective", "fingerprint": print}
    happened = events or [
        event(0, "started", by=by, sop=sop, version=version),
        event(1, "done", by=by, node=1, visit=1),
        event(2, "exception", by=by, node=2, visit=1, exception="jammed"),
        event(3, "done", by=by, node=2, visit=1),
        event(4, "finished", by=by, end=3),
    ]
    body = {"format": "sop-run", "version": 1, "run": {"id": identifier, "kind": "run"}, "files": []}
    return sealed({**body, "checklist": {**checklist, "nodes": nodes, "edges": edges}, "events": list(happened)})


def reading(identifier: str = "c1", by: str = "Mei", print: str = "aaa") -> dict[str, Any]:  # noqa: A002
    """A confirmation that a version was read."""
    return run(identifier, events=[event(0, "read", by=by, sop="close-till", version="1.0")], print=print)


def question(key: str, answer: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    return {"key": key, "print": f"print-{key}", "kind": "single-choice", "points": 1, "answer": dict(answer), **more}


CHOICE = {"kind": "choice", "right": [True, False, False], "several": False}
QUESTIONS = (
    question("q1", CHOICE, tests=["close-till/count-cash"]),
    question("q2", {"kind": "number", "value": 5, "tolerance": 1, "unit": "min", "units": [["min", 1], ["s", 1 / 60]]}),
    question("q3", {"kind": "truth", "isTrue": False}, points=2),
)


def attempt(
    identifier: str = "a1",
    *,
    by: str = "Mei",
    responses: Mapping[str, Any] | None = None,
    questions: Sequence[Mapping[str, Any]] = QUESTIONS,
    finished: bool = True,
    place: str = "p1",
) -> dict[str, Any]:
    """An attempt at a quiz of three questions."""
    answers = {"q1": [0], "q2": "5 min", "q3": False} if responses is None else responses
    quiz = {"format": 1, "quiz": "till", "version": "v1", "title": "The till", "lang": "en", "passMark": 0.8}
    quiz |= {"questions": list(questions), "places": {"close-till/count-cash": {"print": place, "title": "Count"}}}
    happened = [event(0, "started", seed="s", asked=[each["key"] for each in questions], about="whole")]
    happened += [
        event(at, "answered", question=key, response=said) for at, (key, said) in enumerate(answers.items(), 1)
    ]
    if finished:
        happened += [event(20, "finished", why="done", score=1, passed=True), event(21, "signed", by=by)]
    return sealed({
        "format": "sop-attempt", "version": 1, "run": {"id": identifier, "kind": "quiz", "lang": "en", "title": "The till"},
        "quiz": quiz, "events": happened,
    })  # fmt: skip
