"""Whom of a list a name on a result means, told the same here as in the browser."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_plugin.model.roster import Roster

ROSTERS: list[dict[str, Any]] = json.loads(Path(__file__).with_name("people.json").read_text(encoding="utf-8"))[
    "rosters"
]
NAMES = st.builds(
    lambda *parts: " ".join(filter(None, parts)) or "Bo",
    st.sampled_from(["", "E1", "E2", "３"]),
    st.sampled_from(["", "王小明", "Ada Lovelace", "Mei"]),
)


@pytest.mark.parametrize("case", ROSTERS, ids=lambda case: case["listed"][0])
def test_who_is_meant(case: dict[str, Any]) -> None:
    roster = Roster(case["listed"])
    assert {name: roster.meant(name) for name in case["means"]} == case["means"]


@given(st.lists(NAMES, unique=True, min_size=1), NAMES)
def test_the_whole_name_is_always_meant_and_others_share_something(listed: list[str], asked: str) -> None:
    roster = Roster(listed)
    assert [roster.meant(each.upper()) for each in listed] == listed
    meant = roster.meant(asked)
    assert meant is None or set(meant.split()) & set(asked.split())


@given(st.lists(NAMES, unique=True), st.text(max_size=9))
def test_it_does_not_matter_in_which_order_they_stand(listed: list[str], asked: str) -> None:
    for name in (asked, *listed, "王小明"):
        assert Roster(listed).meant(name) == Roster(listed[::-1]).meant(name)
