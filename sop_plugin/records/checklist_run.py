"""A run of a checklist, or a confirmation that a version was read, as a result."""

from __future__ import annotations

from typing import Any

from sop_plugin.model.result import Ending, Result, ResultKind, StepResult
from sop_plugin.records.events import events_of, people_of, that_hold
from sop_plugin.records.shape import MalformedError, items, maybe_text, record, text

_ENDS = {"finished": Ending.FINISHED, "read": Ending.FINISHED, "abandoned": Ending.ABANDONED}


def run_result(body: dict[str, Any]) -> Result:
    """The result in a file of the format `sop-run`. Raises MalformedError."""
    run = record(body.get("run"), "run")
    checklist = record(body.get("checklist"), "checklist")
    if checklist.get("format") != 1:
        raise MalformedError("checklist")
    events = events_of(body.get("events"))
    held = that_hold(events)
    if not held or held[0]["type"] not in ("started", "read"):
        raise MalformedError("events")
    end = next((event for event in held if event["type"] in _ENDS), None)
    return Result(
        id=text(run.get("id"), "run"),
        kind=ResultKind.READ if held[0]["type"] == "read" else ResultKind.RUN,
        subject=text(checklist.get("sop"), "checklist"),
        title=text(checklist.get("title"), "checklist"),
        version=text(checklist.get("version"), "checklist"),
        print=text(checklist.get("fingerprint"), "checklist"),
        lang=text(checklist.get("lang"), "checklist"),
        people=people_of(held),
        started=int(held[0]["at"]),
        ended=int(end["at"]) if end else None,
        ending=_ENDS[end["type"]] if end else Ending.UNDER_WAY,
        events=len(events),
        steps=_steps(items(checklist.get("nodes"), "checklist"), held),
    )


def _steps(nodes: list[dict[str, Any]], events: list[dict[str, Any]]) -> tuple[StepResult, ...]:
    """What came of each step. A step takes from what was done before it until it is done itself."""
    done: dict[int, int] = {}
    troubled: dict[int, int] = {}
    taken: dict[int, float] = {}
    troubles: set[tuple[int, str]] = set()
    before = events[0]["at"]
    for event in events:
        node = event.get("node")
        if event["type"] not in ("done", "skipped", "exception") or type(node) is not int or not 0 <= node < len(nodes):
            continue
        visit = (node, maybe_text(str(event.get("visit", ""))))
        if event["type"] != "done" and visit not in troubles:
            troubles.add(visit)
            troubled[node] = troubled.get(node, 0) + 1
        if event["type"] != "exception":
            done[node] = done.get(node, 0) + 1
            taken[node] = taken.get(node, 0.0) + max(0.0, (event["at"] - before) / 1000)
            before = event["at"]
    return tuple(
        StepResult(
            text(nodes[node].get("id"), "checklist"),
            text(nodes[node].get("title"), "checklist"),
            maybe_text(nodes[node].get("fingerprint")),
            done.get(node, 0),
            troubled.get(node, 0),
            taken.get(node, 0.0),
        )
        for node in sorted({*done, *troubled})
        if nodes[node].get("kind") == "step"
    )
