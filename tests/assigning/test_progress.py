"""How far somebody is, told the same here as in the browser."""

from typing import Any

import pytest

from sop_plugin.model.assignment import Assignment, Task, progress_of
from sop_plugin.model.result import Ending, Result, ResultKind
from tests.assigning.vectors import VECTORS


def result_of(data: dict[str, Any]) -> Result:
    return Result(
        id=data["id"],
        kind=ResultKind(data["kind"]),
        subject=data["subject"],
        title="",
        version=data["version"],
        print="",
        lang="en",
        people=("Mei",),
        started=data["ended"],
        ended=data["ended"],
        ending=Ending.FINISHED,
        events=1,
        score=data["score"],
        passed=data["passed"],
    )


@pytest.mark.parametrize("case", VECTORS["progress"], ids=lambda case: case["name"])
def test_the_state_of_each_task(case: dict[str, Any]) -> None:
    tasks = tuple(Task(ResultKind(task["kind"]), task["id"], task["version"]) for task in case["tasks"])
    results = [result_of(each) for each in case["results"]]
    for order in (results, results[::-1]):
        progress = progress_of(
            Assignment("a", VECTORS["made"], "", tasks), order, lambda _, subject: case["present"].get(subject)
        )
        found = [[each.state.value, each.result.id if each.result else None] for each in progress]
        assert found == case["expect"]
