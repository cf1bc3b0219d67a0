"""Which limits have a clock on a checklist, and what starts and stops it."""

from typing import Any

import pytest

from sop_plugin.views.checklist_data import checklist_data
from tests.views.pages import context, read

STEPS = """
steps:
  - {{id: pay, title: Pay, raises: paid}}
  - {{id: make, title: Make, {make}}}
  - {{id: serve, title: Serve}}
"""

EVENTS = """
events:
  - {id: paid, title: It is paid}
  - {id: ring, title: It rings, external: true}
triggered: [{id: answer, title: Answer, event: ring}]
"""


def clocks(make: str = "do: Make it.", more: str = "") -> list[dict[str, Any]]:
    data = checklist_data(read(STEPS.format(make=make) + EVENTS + more), context("en"))
    names = {index: node["id"] for index, node in enumerate(data["nodes"])}
    found: list[dict[str, Any]] = data.get("clocks", [])
    for clock in found:
        for end in ("from", "to", "restarts"):
            if end in clock:
                clock[end] = [f"{names[moment['node']]}.{moment['what']}" for moment in clock[end]]
    return found


@pytest.mark.parametrize(
    ("limit", "start", "stop"),
    [
        ("{limit: 5 min, from: pay.done}", ["pay.done"], ["make.done"]),
        ("{limit: 5 min, to: serve.start}", ["make.start"], ["serve.start"]),
        ("{limit: 5 min, from: [pay.start, ring]}", ["pay.start", "ring.event"], ["make.done"]),
        ("{limit: 5 min, from: paid}", ["pay.done"], ["make.done"]),
    ],
)
def test_a_limit_over_several_steps_has_a_clock(limit: str, start: list[str], stop: list[str]) -> None:
    [clock] = clocks(f"time_limit: {limit}")
    assert (clock["title"], clock["words"], clock["seconds"]) == ("Make", "5 min", 300)
    assert (clock["from"], clock["to"]) == (start, stop)


@pytest.mark.parametrize(
    "limit",
    [
        "5 min",
        "{limit: 5 min, from: make.start, to: make.done}",
        "{limit: 2 working days, from: pay.done}",
        "{limit: 3 days, from: pay.done, counts_from: next-day}",
        "{limit: 5 min, from: heard}",
        "{limit: 5 min, from: pay.done, restarts_on: heard}",
        "{limit: 5 min, from: pay.done, pause: {from: heard, to: serve.start}}",
    ],
)
def test_a_step_s_own_limit_and_one_that_cannot_be_followed_from_here_have_none(limit: str) -> None:
    assert clocks(f"time_limit: {limit}") == []


def test_a_deadline_has_a_clock_with_its_condition() -> None:
    deadline = "{id: d, title: Cup, limit: 5 min, from: pay.done, to: serve.done, only_if: It rains, restarts_on: ring}"
    [clock] = clocks(more=f"deadlines: [{deadline}]\n")
    assert (clock["title"], clock["from"], clock["to"]) == ("Cup", ["pay.done"], ["serve.done"])
    assert (clock["restarts"], clock["test"]) == (["ring.event"], {"said": True})
    assert "It rains" in clock["onlyIf"]


def test_the_whole_procedure_counts_from_its_start_to_any_end() -> None:
    [clock] = clocks(more="time_limit: 5 min\n")
    assert (clock["title"], clock["from"], clock["to"]) == ("The whole procedure", [".start"], [".start"])
    assert "assumed" not in clock


def test_where_nobody_sees_the_whole_procedure_begin_the_run_s_own_beginning_is_said_to_stand_for_it() -> None:
    [clock] = clocks(more="time_limit: {limit: 5 min, from: heard, to: serve.done}\n")
    assert (clock["from"], clock["to"], clock["assumed"]) == ([".start"], ["serve.done"], True)
