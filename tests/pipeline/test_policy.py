"""What the house asks, and what its writers let stand."""

import datetime
from pathlib import Path

import pytest

from sop_plugin.pipeline.checking import check_content
from sop_plugin.pipeline.outcome import Checked
from tests.pipeline.contents import ORGANISATION, content, named

SOP = """\
---
sop: 1
id: a
title: A
version: 1
owner: barista
steps:
  - id: greet
    title: Greet
    exceptions:
      - {id: silent, when: Nobody answers}
  - id: pay
    title: Pay
    exceptions:
      - {id: broken, when: The till is broken}
%s---

## Greet {#greet}

[gone](gone.md)
"""
DAY = datetime.date(2026, 3, 1)
ANSWER = "exception-without-answer"


def checked(root: Path, more: str = "", policy: str = "", today: datetime.date = DAY) -> Checked:
    files = {"a.md": SOP % more, "organisation.yml": ORGANISATION + policy, "gone.md": "# Here\n"}
    return check_content(content(root, files), jobs=1, today=today)


def found(outcome: Checked) -> list[tuple[str, int, str, str]]:
    places = zip(named(outcome.diagnostics), outcome.diagnostics, strict=True)
    return [(*place, diagnostic.severity.value) for place, diagnostic in places]


def test_without_a_policy_each_rule_has_its_own_level(tmp_path: Path) -> None:
    assert found(checked(tmp_path)) == [("a.md", 11, ANSWER, "info"), ("a.md", 15, ANSWER, "info")]


@pytest.mark.parametrize("level", ["error", "warning"])
def test_the_house_raises_a_level(tmp_path: Path, level: str) -> None:
    policy = f"policy:\n  levels:\n    - {{rule: {ANSWER}, level: {level}}}\n"
    assert [each[3] for each in found(checked(tmp_path, policy=policy))] == [level, level]


def test_the_house_switches_a_rule_off(tmp_path: Path) -> None:
    assert found(checked(tmp_path, policy=f"policy: {{levels: [{{rule: {ANSWER}, level: 'off'}}]}}\n")) == []


def test_a_binding_rule_cannot_be_lowered(tmp_path: Path) -> None:
    policy = "policy:\n  levels:\n    - {rule: unknown-sop, level: info}\n"
    outcome = checked(tmp_path, "supersedes: [z]\n", policy)
    assert ("a.md", 16, "unknown-sop", "error") in found(outcome)
    assert ("organisation.yml", 8, "binding-rule-waived", "warning") in found(outcome)


def test_a_suppression_holds_at_its_steps_only(tmp_path: Path) -> None:
    outcome = checked(tmp_path, f"suppress:\n  - {{rule: {ANSWER}, at: [greet], reason: Being written}}\n")
    assert found(outcome) == [("a.md", 15, ANSWER, "info")]
    assert [(each.diagnostic.span.line, each.reason) for each in outcome.suppressed] == [(11, "Being written")]


def test_a_suppression_without_steps_holds_everywhere(tmp_path: Path) -> None:
    outcome = checked(tmp_path, f"suppress:\n  - {{rule: {ANSWER}, reason: Being written}}\n")
    assert found(outcome) == []
    assert len(outcome.suppressed) == 2


def test_a_suppression_at_a_step_that_there_is_not_holds_nowhere(tmp_path: Path) -> None:
    outcome = checked(tmp_path, f"suppress:\n  - {{rule: {ANSWER}, at: [gret], reason: Being written}}\n")
    assert [each[2] for each in found(outcome)] == [ANSWER, ANSWER, "suppression-unneeded", "unknown-step"]


@pytest.mark.parametrize(("step", "rules"), [("greet", []), ("pay", ["image-without-alt", "suppression-unneeded"])])
def test_a_suppression_holds_for_the_text_below_the_steps_heading(tmp_path: Path, step: str, rules: list[str]) -> None:
    more = f"suppress:\n  - {{rule: {ANSWER}, reason: Soon}}\n  - {{rule: image-without-alt, at: [{step}], reason: Soon}}\n"
    text = SOP.replace("[gone](gone.md)", "![](a.svg)") % more
    outcome = check_content(content(tmp_path, {"a.md": text, "a.svg": "<svg/>"}), jobs=1, today=DAY)
    assert sorted(each[2] for each in found(outcome)) == rules


@pytest.mark.parametrize(
    ("today", "rules"),
    [
        (datetime.date(2026, 3, 1), []),
        (datetime.date(2026, 3, 2), [ANSWER, ANSWER, "suppression-expired"]),
    ],
)
def test_a_suppression_holds_to_the_end_of_its_last_day(tmp_path: Path, today: datetime.date, rules: list[str]) -> None:
    more = f"suppress:\n  - {{rule: {ANSWER}, reason: Being written, until: 2026-03-01}}\n"
    assert [each[2] for each in found(checked(tmp_path, more, today=today))] == rules


def test_a_suppression_needs_a_reason(tmp_path: Path) -> None:
    rules = [each[2] for each in found(checked(tmp_path, f"suppress:\n  - {{rule: {ANSWER}}}\n"))]
    assert rules == [ANSWER, ANSWER, "missing-field"]


def test_what_is_remembered_of_a_day_is_not_used_on_another(tmp_path: Path) -> None:
    more = f"suppress:\n  - {{rule: {ANSWER}, reason: Being written, until: 2026-03-01}}\n"
    folder = content(tmp_path, {"a.md": SOP % more, "gone.md": "# Here\n"})
    memory = tmp_path / "memory"
    on_time = check_content(folder, cache_folder=memory, today=DAY)
    late = check_content(folder, cache_folder=memory, today=DAY + datetime.timedelta(days=1))
    assert (len(on_time.diagnostics), len(late.diagnostics)) == (0, 3)
    assert check_content(folder, cache_folder=memory, today=DAY) == on_time


def test_required_fields_of_a_step_take_the_role_around_it(tmp_path: Path) -> None:
    policy = "policy:\n  require:\n    - {fields: [role, do], of: step}\n"
    outcome = checked(tmp_path, "role: barista\n", policy)
    wanted = [
        (each.span.line, each.arguments["field"]) for each in outcome.diagnostics if each.rule == "required-by-policy"
    ]
    assert wanted == [(8, "do"), (12, "do")]


def test_a_draft_lacks_what_it_likes_unless_the_house_says_draft(tmp_path: Path) -> None:
    policy = "policy:\n  require:\n    - {fields: [summary]}\n    - {fields: [scope], status: [draft]}\n"
    outcome = checked(tmp_path, "status: draft\n", policy)
    assert [each.arguments["field"] for each in outcome.diagnostics if each.rule == "required-by-policy"] == ["scope"]
