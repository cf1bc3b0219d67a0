"""Procedures held against what they were: what is found, where, and how it should read."""

from pathlib import Path

import pytest

from sop_plugin.checks.control.version_not_raised import next_version
from tests.checks.folder import check
from tests.checks.test_hard_cases import HEAD, STEP, corrected, in_header, in_step, places

BEFORE = in_step("time_limit: 30 s")
RAISED = [("version-not-raised", 5, 10)]

CHANGES = [
    (in_step("time_limit: 20 s"), RAISED),
    (in_step("time_limit: half a minute"), []),
    (in_step("time_limit: 20 s").replace("1.0", "1.1"), []),
    (in_step("time_limit: 20 s").replace("1.0", "0.9"), RAISED),
    (in_step("time_limit: 20 s").replace("1.0", "1.0-rc1"), RAISED),
    (in_step("time_limit: 20 s").replace("1.0", "2"), []),
    (in_step("time_limit: 20 s").replace(STEP, f"scope: All shops\n{STEP}"), RAISED),
    (in_step("time_limit: 30 s").replace(STEP, f"status: superseded\ntags: [new]\n{STEP}"), []),
    # What could not be read is not known.
    (in_step("time_limit: quickly"), [("time-unreadable", 10, 17)]),
]


@pytest.mark.parametrize(("text", "expected"), CHANGES)
def test_a_changed_meaning(text: str, expected: list[tuple[str, int, int]], content: Path) -> None:
    assert places(check(content, text, before=BEFORE)) == expected


@pytest.mark.parametrize(
    ("status", "is_found"), [("draft", False), ("in-review", False), ("approved", True), ("effective", True)]
)
def test_what_is_being_written_changes_under_its_number(status: str, is_found: bool, content: Path) -> None:
    before = BEFORE.replace(STEP, f"status: {status}\n{STEP}")
    found = check(content, in_step("time_limit: 20 s"), before=before)
    assert places(found) == (RAISED if is_found else [])


ENTRY = "changes:\n  - {version: 1.0, date: 2026-05-01, summary: Shorter, editorial: [greet.time_limit]}\n"


def test_a_new_entry_that_calls_it_editorial(content: Path) -> None:
    now = in_step("time_limit: 20 s").replace(STEP, f"{ENTRY}{STEP}")
    assert places(check(content, now, before=BEFORE)) == []
    assert places(check(content, now, before=BEFORE.replace(STEP, f"{ENTRY}{STEP}"))) == RAISED


def test_text_below_the_header_is_part_of_its_step(content: Path) -> None:
    base = HEAD + STEP + "---\n### Greeting {#greet}\n\nSmile at **every** guest.\n"
    same = base.replace("**every**", "every").replace("Smile at", "Smile\nat")
    assert places(check(content, same, before=base)) == []
    (found,) = check(content, base.replace("guest.", "guest and their children."), before=base)
    assert [found.arguments[name] for name in ("place", "before", "after")] == ["greet.do", "guest.", "guest and their children."]  # fmt: skip


def test_the_message_says_what_changed_and_the_line_what_to_write(content: Path) -> None:
    (found,) = check(content, in_step("time_limit: 20 s", "do: Smile."), before=BEFORE)
    assert found.corrected == "version: 1.1"
    assert [found.arguments[name] for name in ("place", "before", "after", "fields")] == [
        "greet.do",
        "—",
        "Smile.",
        "greet.do, greet.time_limit",
    ]


@pytest.mark.parametrize(
    ("version", "following"),
    [("1", "2"), ("2.1", "2.2"), ("1.9", "1.10"), ("1.0.9", "1.0.10"), ("3.0-rc1", "3.1"), ("2026", "2027")],
)
def test_the_next_version(version: str, following: str) -> None:
    assert next_version(version) == following


# The steps before and now; how the line should read, None where nothing is lost.
IDS = [
    ("- id: hello\n    title: Greet", "- id: greet\n    title: Greet", "- id: greet\n    was: [hello]"),
    ("- {id: hello, title: Greet}", "- {id: greet, title: Greet}", "- {id: greet, was: [hello], title: Greet}"),
    ("- {id: hello, title: Greet}", "- {title: Greet, id: greet}", ""),
    ("- {id: hello, title: 問候}", "- {id: greet, was: [hi], title: 問候}", "- {id: greet, was: [hi, hello], title: 問候}"),
    ("- {id: hello, title: Greet}", "- {id: greet, was: [hello], title: Greet}", None),
    ("- {id: hello, title: Greet}", "- {id: greet, title: Wave}", None),
    ("- {id: hello}", "- {id: greet}", None),
]  # fmt: skip


@pytest.mark.parametrize(("before", "now", "line"), IDS)
def test_a_step_with_a_new_id(before: str, now: str, line: str | None, content: Path) -> None:
    base, text = (f"{HEAD}steps:\n  {step}\n---\n" for step in (before, now))
    found = tuple(each for each in check(content, text, before=base) if each.rule == "old-id-dropped")
    assert corrected(found) == ([] if line is None else [line])


def test_a_procedure_with_a_new_id(content: Path) -> None:
    base = in_header()
    (found,) = check(content, base.replace("id: greet-guest", "id: welcome"), before=base)
    assert (found.rule, found.corrected) == ("old-id-dropped", "id: welcome\nwas: [greet-guest]")
    assert check(content, base.replace("id: greet-guest", "id: welcome\nwas: [greet-guest]"), before=base) == ()
    draft = base.replace(STEP, f"status: draft\n{STEP}")
    assert check(content, base.replace("id: greet-guest", "id: welcome"), before=draft) == ()


def test_a_caution_is_shown_with_its_level(content: Path) -> None:
    before, now = (in_step("cautions:", f"  - {level}: Steam burns.") for level in ("danger", "note"))
    (found,) = check(content, now, before=before)
    assert [found.arguments[name] for name in ("before", "after")] == ["danger: Steam burns.", "note: Steam burns."]
