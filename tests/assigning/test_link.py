"""A link holds an assignment and nothing else, the same here as in the browser."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_plugin.model.assignment import Assignment, Task
from sop_plugin.model.assignment_link import AssignmentLinkError, LinkFault, assignment_in, fragment_of
from sop_plugin.model.result import ResultKind
from tests.assigning.vectors import VECTORS

WORDS = st.text('a"\\\n\0é王\u2028🧋', max_size=12)
TASKS = st.builds(
    Task, st.sampled_from([ResultKind.READ, ResultKind.QUIZ]), st.text("a-.王", min_size=1, max_size=9), WORDS
)
ASSIGNMENTS = st.builds(
    Assignment,
    id=st.text("0123456789abcdef", min_size=1, max_size=32),
    made=st.integers(0, 4_000_000_000).map(lambda minutes: minutes * 60_000),
    title=WORDS,
    tasks=st.lists(TASKS, min_size=1, max_size=3).map(tuple),
    due=st.none() | st.dates(min_value=datetime.date(1, 1, 1)),
    note=WORDS,
)


def assignment_of(data: dict[str, Any]) -> Assignment:
    """An assignment of the shared file."""
    tasks = tuple(Task(ResultKind(task["kind"]), task["id"], task["version"]) for task in data["tasks"])
    due = datetime.date.fromisoformat(data["due"]) if data["due"] else None
    return Assignment(data["id"], data["made"], data["title"], tasks, due, data["note"])


@pytest.mark.parametrize("vector", VECTORS["links"], ids=lambda vector: vector["assignment"]["id"])
def test_it_is_written_and_read_as_the_browser_does(vector: dict[str, Any]) -> None:
    assert fragment_of(assignment_of(vector["assignment"])) == vector["fragment"]
    address = f"https://handbook.example/assigned/#{vector['fragment']}"
    assert assignment_in(vector["fragment"]) == assignment_in(address) == assignment_of(vector["assignment"])


@pytest.mark.parametrize("vector", VECTORS["faults"], ids=lambda vector: vector["fragment"][:30])
def test_what_is_no_assignment_is_refused_for_its_reason(vector: dict[str, str]) -> None:
    with pytest.raises(AssignmentLinkError) as refused:
        assignment_in(vector["fragment"])
    assert refused.value.fault == vector["fault"]


@given(ASSIGNMENTS)
def test_what_is_written_is_read_back(assignment: Assignment) -> None:
    assert assignment_in(fragment_of(assignment)) == assignment


@given(ASSIGNMENTS, st.data())
def test_a_link_that_was_cut_or_changed_is_refused(assignment: Assignment, data: st.DataObject) -> None:
    fragment = fragment_of(assignment)
    place = data.draw(st.integers(3, len(fragment) - 1))
    letter = data.draw(st.sampled_from(["", *sorted(set("AZaz09-_") - {fragment[place]})]))
    changed = fragment[:place] + letter + (fragment[place + 1 :] if letter else "")
    if letter and place == len(fragment) - 1:
        return  # the last letter of base64 may hold bits that stand for nothing
    with pytest.raises(AssignmentLinkError) as refused:
        assignment_in(changed)
    assert refused.value.fault is LinkFault.DAMAGED


@given(st.text() | st.text("Aa19-_=").map(lambda text: f"a1.{text}"))
def test_no_text_does_harm(text: str) -> None:
    with pytest.raises(AssignmentLinkError):
        assignment_in(text)
