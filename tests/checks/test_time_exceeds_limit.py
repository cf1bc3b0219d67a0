"""Which promises cannot be kept: what is written below the header, and what is found where."""

from pathlib import Path

import pytest

from sop_plugin.reports.messages import describe
from sop_plugin.words.catalogue import catalogue
from tests.checks.folder import check
from tests.checks.test_flow_rules import file

RULE = "time-exceeds-limit"


def found(content: Path, yaml: str) -> list[tuple[int, int]]:
    return [(each.span.line, each.span.column) for each in check(content, file(yaml)) if each.rule == RULE]


CASES = [
    # a step's own
    ("- {id: a, title: A, takes: 5 min, time_limit: 3 min}", [(8, 49)]),
    ("- {id: a, title: A, takes: 5 分鐘, time_limit: 3 分鐘內}", [(8, 48)]),
    ("- {id: a, title: A, takes: 2-5 min, time_limit: 3 min}", []),
    ("- {id: a, title: A, takes: at most 5 min, time_limit: 3 min}", []),
    ("- {id: a, title: A, takes: about 5 min, time_limit: 4 min}", []),
    ("- {id: a, title: A, takes: about 5 min, time_limit: 3 min}", [(8, 55)]),
    ("- {id: a, title: A, takes: 30 h, time_limit: 1 working day}", []),
    ("- {id: a, title: A, takes: 30 h, time_limit: 1 day}", [(8, 48)]),
    ("- {id: a, title: A, takes: 3 working days, time_limit: 2 working days}", [(8, 58)]),
    ("- {id: a, title: A, wait: 1 h, takes: 5 min, time_limit: 10 min}", []),
    ("- {id: a, title: A, optional: true, takes: 5 min, time_limit: 3 min}", [(8, 65)]),
    ("- {id: a, title: A, takes: 5 min, time_limit: at least 3 min}", []),
    ("- {id: a, title: A, takes: 5 min, time_limit: at once}", []),
    ("- {id: a, title: A, takes: 5 min, time_limit: {limit: 3 min, or: the drink cools}}", []),
    ("- {id: a, title: A, takes: 5 min, time_limit: {limit: 3 min, extension: {up_to: 1 h}}}", []),
    ("- {id: a, title: A, takes: 5 min, time_limit: {by: severity, values: [{for: minor, limit: 3 min}, {for: major, limit: 6 min}]}}", []),
    ("- {id: a, title: A, takes: 5 min, time_limit: {by: severity, values: [{for: minor, limit: 3 min}, {for: major, limit: 4 min}]}}", [(8, 49)]),
    # a group's
    ("- {id: g, title: G, time_limit: 3 min, steps: [{id: a, title: A, takes: 2 min}, {id: b, title: B, takes: 2 min}]}", [(8, 35)]),
    ("- {id: g, title: G, time_limit: 3 min, order: parallel, steps: [{id: a, title: A, takes: 2 min}, {id: b, title: B, takes: 2 min}]}", []),
    ("- {id: g, title: G, time_limit: 3 min, steps: [{id: a, title: A, takes: 2 min}, {id: b, title: B, optional: true, takes: 2 min}]}", []),
    # the whole procedure's
    ("time_limit: 3 min\nsteps: [{id: a, title: A, takes: 2 min}, {id: b, title: B, takes: 2 min}]", [(7, 13)]),
    ("time_limit: 3 min\nsteps: [{id: a, title: A, takes: 2 min}, {id: b, title: B}]", []),
    ("time_limit: {limit: 3 min, to: b.done}\nsteps: [{id: a, title: A, takes: 2 min}, {id: b, title: B, takes: 2 min}]", [(7, 13)]),
    ("time_limit: {limit: 3 min, from: a.done}\nsteps: [{id: a, title: A, takes: 2 min}, {id: b, title: B, takes: 2 min}]", []),
    # over several steps
    ("- {id: a, title: A, takes: 4 min}\n- {id: b, title: B, time_limit: {limit: 3 min, from: a.start}}", [(9, 35)]),
    ("- {id: a, title: A, takes: 4 min}\n- {id: b, title: B, time_limit: {limit: 3 min, from: a.done}}", []),
    ("- {id: a, title: A, takes: 4 min}\n- {id: b, title: B, time_limit: {limit: 3 min, from: x.done}}", []),
    (
        "deadlines: [{id: d, title: D, limit: 3 min, from: a.done, to: [c.start, c.done]}]\nsteps: [{id: a, title: A}, {id: b, title: B, takes: 4 min}, {id: c, title: C}]",
        [(7, 38)],
    ),
    (
        "deadlines: [{id: d, title: D, limit: 3 min, from: e, to: c.start}]\nevents: [{id: e, title: E}]\nsteps: [{id: a, title: A, raises: e}, {id: b, title: B, takes: 4 min}, {id: c, title: C}]",
        [(7, 38)],
    ),
    (
        "deadlines: [{id: d, title: D, limit: 3 min, from: a.done, to: [c.start, e]}]\nevents: [{id: e, title: E, external: true}]\nsteps: [{id: a, title: A}, {id: b, title: B, takes: 4 min}, {id: c, title: C, event: e}]",
        [],
    ),
    ("deadlines: [{id: d, title: D, limit: 3 min, from: a.done}]\nsteps: [{id: a, title: A}, {id: b, title: B, takes: 4 min}]", [(7, 38)]),
    ("deadlines: [{id: d, title: D, limit: 3 min, from: a.done, counts_from: next-day}]\nsteps: [{id: a, title: A}, {id: b, title: B, takes: 4 min}]", []),
]  # fmt: skip


@pytest.mark.parametrize(("yaml", "expected"), CASES, ids=[str(number) for number in range(len(CASES))])
def test_promise(yaml: str, expected: list[tuple[int, int]], content: Path) -> None:
    assert found(content, yaml) == expected


MESSAGES = {
    "en": "“brew” takes at least 2 working days 1 h 30 min, but may take only 1 working day.",
    "zh-TW": "「brew」至少要 2 個工作天 1 小時 30 分鐘，時限卻只有「1 working day」。",
    "zh-CN": "“brew”至少要 2 个工作日 1 小时 30 分钟，时限却只有“1 working day”。",
}


@pytest.mark.parametrize("language", MESSAGES)
def test_both_figures_are_told_in_words(language: str, content: Path) -> None:
    yaml = (
        "time_limit: 1 working day\nsteps: [{id: a, title: A, takes: 90 min}, {id: b, title: B, takes: 2 working days}]"
    )
    diagnostic = next(each for each in check(content, file(yaml)) if each.rule == RULE)
    assert describe(diagnostic, catalogue(language))[0] == MESSAGES[language]
