"""The lines that say whether a version holds, each for its days."""

from __future__ import annotations

import dataclasses
import datetime
import re
from typing import Any

import pytest

from sop_plugin.model.sop import Status
from sop_plugin.views.context import OtherVersion
from sop_plugin.views.sop_page import sop_page
from tests.views.pages import Seen, context, read

LINE = re.compile(r'<p class="sop-standing__one sop-standing--([\w-]+)"([^>]*)>(.*?)</p>', re.DOTALL)
DAY = re.compile(r'data-(begin|end)="([^"]+)"')

NEXT = OtherVersion("2.0", Status.APPROVED, datetime.date(2026, 9, 1), "cafe/latte.next.md")
BEFORE = OtherVersion("0.9", Status.EFFECTIVE, datetime.date(2025, 1, 1), "cafe/latte.old.md")

Line = tuple[str, dict[str, str], str]


def lines(control: str, **told: Any) -> list[Line]:
    """The kind, the days and the words of each line."""
    document = read(f"version: 1.0\n{control}steps: [{{id: a, title: A}}]\n")
    html = sop_page(document, dataclasses.replace(context(), **told)).html
    return [(kind, dict(DAY.findall(days)), Seen(words).text.strip()) for kind, days, words in LINE.findall(html)]


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("draft", "A draft: not approved yet, do not work by it"),
        ("in-review", "In review: not approved yet, do not work by it"),
        ("approved", "Approved; no day is set yet from which it applies"),
        ("effective", "In force"),
        ("superseded", "Superseded: no longer in use"),
        ("retired", "Retired: no longer in use"),
    ],
)
def test_every_status_is_said_on_every_day(status: str, words: str) -> None:
    (line,) = lines(f"status: {status}\n")
    assert line[1:] == ({}, words)


def test_before_its_day_a_version_does_not_hold_yet() -> None:
    assert lines("status: effective\neffective: 2026-05-01\n") == [
        ("in-force", {}, "In force from 2026-05-01"),
        ("not-yet", {"end": "2026-05-01"}, "Not in force yet: applies from 2026-05-01"),
    ]


def test_until_then_the_version_before_holds() -> None:
    found = lines("status: approved\neffective: 2026-05-01\n", versions=(BEFORE, NEXT))
    (not_yet,) = [words for kind, _, words in found if kind == "not-yet"]
    assert "until then: Version 0.9" in not_yet
    assert "2.0" not in not_yet


def test_a_review_is_overdue_from_the_day_after_it_was_due() -> None:
    found = lines("status: effective\n", review_due=datetime.date(2026, 6, 30))
    assert ("overdue", {"begin": "2026-07-01"}, "The review was due on 2026-06-30; it still applies") in found


def test_from_its_day_on_the_next_version_takes_its_place() -> None:
    found = lines("status: effective\neffective: 2026-05-01\n", versions=(BEFORE, NEXT))
    assert found[-1] == ("replaced", {"begin": "2026-09-01"}, "Replaced since 2026-09-01 by Version 2.0")
    assert [kind for kind, _, _ in found].count("replaced") == 1


def test_a_draft_of_the_next_version_replaces_nothing() -> None:
    draft = dataclasses.replace(NEXT, status=Status.DRAFT)
    found = lines("status: effective\neffective: 2026-05-01\n", versions=(draft,))
    assert "replaced" not in [kind for kind, _, _ in found]


def test_what_is_out_of_force_says_what_to_use_instead() -> None:
    (line,) = lines("status: superseded\n", successors=("refund",))
    assert line[2] == "Superseded: no longer in use; use instead: Refund a card"


def test_a_draft_says_by_which_version_to_work() -> None:
    (line,) = lines("status: draft\n", versions=(BEFORE,), successors=("refund",))
    assert "Version 0.9" in line[2]
    assert "Refund a card" not in line[2]
