"""Odd cases of the rules about the flow: what is written below the header, and what is found where."""

from pathlib import Path
from textwrap import dedent, indent

import pytest

from sop_plugin.checks.registry import documentation, rule_names
from sop_plugin.reports.messages import describe
from sop_plugin.words.catalogue import LANGUAGES, catalogue
from tests.checks.folder import check, names

HEAD = "---\nsop: 1\nid: brew\ntitle: Brew\nversion: 1.0\nowner: cafe-manager\n"
FLOW = {name for name in rule_names() if documentation(name).family == "flow"}


def file(yaml: str) -> str:
    """A procedure; `yaml` begins in line 7, or is a list of steps whose first is in line 8."""
    body = dedent(yaml).strip()
    if body.startswith("-"):
        body = "steps:\n" + indent(body, "  ")
    return f"{HEAD}{body}\n---\n"


def found(content: Path, yaml: str) -> list[tuple[str, int, int]]:
    """The rules about the flow that speak, with line and column."""
    return [(each.rule, each.span.line, each.span.column) for each in check(content, file(yaml)) if each.rule in FLOW]


CASES = [
    # steps never reached
    ("- {id: a, title: A, go: c}\n- {id: b, title: B}\n- {id: c, title: C}", [("step-never-reached", 9, 10)]),
    ("- {id: a, title: A, go: end}\n- {id: b, title: 乙}\n- {id: c, title: 丙}", [("step-never-reached", 9, 10)]),
    ("- {id: a, title: A, go: nowhere}\n- {id: b, title: B}", []),
    ("- {id: a, title: A, optional: true, go: end}\n- {id: b, title: B}", []),
    (
        """
        - id: a
          title: A
          branches: [{id: x, when: 熱, go: c}, {id: y, when: otherwise, go: end}]
        - {id: b, title: B}
        - {id: c, title: C}
        """,
        [("step-never-reached", 11, 10)],
    ),
    ("- {id: a, title: A, go: c, exceptions: [{id: x, when: X, go: b}]}\n- {id: b, title: B}\n- {id: c, title: C}", []),
    # no end
    ("- {id: a, title: A}\n- {id: b, title: B, go: a}", [("no-end", 9, 27)]),
    ("- {id: a, title: A, go: again}", [("no-end", 8, 27)]),
    ("- {id: a, title: A}\n- {id: b, title: B, go: a, exceptions: [{id: x, when: 打烊, go: end}]}", []),
    ("- {id: a, title: A}\n- {id: b, title: B, go: 'sop:refund-card'}", []),
    ("ends: [{id: z, title: Z}]\nsteps: [{id: a, title: A, go: z}]", []),
    ("- {id: a, title: A, repeat: {while: Guests wait, max: 3, else_go: a}, go: a}", [("no-end", 8, 77)]),
    # loops without an exit
    ("- {id: a, title: A, repeat: {every: 1 h}}", [("loop-without-exit", 8, 31)]),
    ("- {id: a, title: A, repeat: {every: 1 h}, time_limit: 8 h}", []),
    ("- {id: a, title: A, repeat: {every: 1 h, while: 營業中}}", []),
    ("- {id: a, title: A, repeat: 3}", []),
    ("- {id: a, title: A, repeat: {each_time: [x, y]}}", []),
    ("- {id: a, title: A}\n- {id: b, title: B, repeat: {every: 1 h}, during: {from: a, to: a}}", []),
    ("- {id: a, title: A, repeat: {every: 1 h}, exceptions: [{id: x, when: X, go: end}]}", []),
    ("- {id: a, title: A, repeat: {every: 1 h}, exceptions: [{id: x, when: X, then: Y.}]}", [("loop-without-exit", 8, 31)]),
    ("- {id: a, title: A, repeat: {every: 1 h}, branches: [{id: x, when: X, go: end}]}", []),
    ("- {id: g, title: G, repeat: {every: 1 h}, steps: [{id: a, title: A, branches: [{id: x, when: X, go: end}]}]}", []),
    ("- {id: g, title: G, repeat: {every: 1 h}, steps: [{id: a, title: A, go: end}, {id: b, title: B}]}", [("step-never-reached", 8, 86)]),
    ("- {id: g, title: G, repeat: {every: 1 h}, steps: [{id: a, title: A}]}", [("loop-without-exit", 8, 31)]),
    ("- {id: g, title: G, order: parallel, join: any, steps: [{id: a, title: A, repeat: {every: 1 h}}, {id: b, title: B}]}", []),
    (
        "- {id: a, title: A, branches: [{id: x, when: X, go: end}, {id: y, when: otherwise}]}\n- {id: b, title: B}\n- {id: c, title: C, go: b}",
        [("loop-without-exit", 10, 27)],
    ),
    # gaps in decisions
    ("- {id: a, title: A, branches: [{id: x, when: {severity: minor}, go: end}]}\n- {id: b, title: B}", []),
    ("- {id: a, title: A, branches: [{id: x, when: {severity: minor}}, {id: y, when: {severity: major}, go: end}]}\n- {id: b, title: B}", []),
    ("- {id: a, title: A, branches: [{id: x, when: {severity: minor}}, {id: y, when: {all: [{severity: minor}, X]}, go: end}]}\n- {id: b, title: B}", [("decision-gap", 8, 10)]),
    ("- {id: a, title: A, branches: [{id: x, when: {severity: minor}}, {id: y, when: {any: [{severity: minor}, X]}, go: end}]}\n- {id: b, title: B}", []),
    ("- {id: a, title: A, only_if: {severity: minor}, branches: [{id: x, when: {severity: minor}}, {id: y, when: {all: [{severity: minor}, X]}, go: end}]}\n- {id: b, title: B}", []),
    ("- {id: a, title: A, branches: [{id: x, when: {severity: minor}}, {id: y, when: {none: [{severity: minor}]}, go: end}]}\n- {id: b, title: B}", []),
    # decisions in words
    ("- {id: a, title: A, branches: [{id: x, when: 貨到付款}, {id: y, when: 刷卡, go: end}]}\n- {id: b, title: B}", [("decision-without-otherwise", 8, 10)]),
    ("- {id: a, title: A, branches: [{id: x, when: The seal is whole}, {id: y, when: The seal is broken, go: end}]}\n- {id: b, title: B}", []),
    ("- {id: a, title: A, branches: [{id: x, when: The guest is on the list}, {id: y, when: The guest is not on it, go: end}]}\n- {id: b, title: B}", []),
    ("- {id: a, title: A, branches: [{id: x, when: 齊全}, {id: y, when: 缺件, go: end}]}\n- {id: b, title: B}", []),
    ("- {id: a, title: A, branches: [{id: x, when: 齊全}, {id: y, when: 缺件, go: end}, {id: z, when: 逾期, go: b}]}\n- {id: b, title: B}", [("decision-without-otherwise", 8, 10)]),
    ("- {id: a, title: A, branches: [{id: x, when: 符合, go: b}, {id: y, when: 不符合, go: end}, {id: z, when: 有疑義, go: b}]}\n- {id: b, title: B}", []),
    ("- {id: a, title: A, branches: [{id: x, when: 客户同意, go: b}, {id: y, when: 客户不同意, go: end}, {id: z, when: 投诉不属实, go: b}]}\n- {id: b, title: B}", []),
    ("- {id: a, title: A, branches: [{id: x, when: The guest agrees, go: b}, {id: y, when: The guest does not agree, go: end}, {id: z, when: The guest has left, go: b}]}\n- {id: b, title: B}", []),
    ("- {id: a, title: A, branches: [{id: x, when: The box is sealed, go: b}, {id: y, when: The box is unsealed, go: end}, {id: z, when: It leaks, go: b}]}\n- {id: b, title: B}", []),
    ("- {id: a, title: A, branches: [{id: x, when: Agar, go: b}, {id: y, when: Another liquid, go: end}, {id: z, when: Waste, go: b}]}\n- {id: b, title: B}", []),
    ("- {id: a, title: A, branches: [{id: x, when: 退貨, go: b}, {id: y, when: 換貨, go: end}, {id: z, when: 其他情形, go: b}]}\n- {id: b, title: B}", []),
    ("- {id: a, title: A, branches: [{id: x, when: The box is not here, go: b}, {id: y, when: The box is torn, go: end}, {id: z, when: The box is wet, go: b}]}\n- {id: b, title: B}", [("decision-without-otherwise", 8, 10)]),
    ("- {id: a, title: A, branches: [{id: x, when: 未付款, go: b}, {id: y, when: 部分付款, go: end}, {id: z, when: 退款中, go: b}]}\n- {id: b, title: B}", [("decision-without-otherwise", 8, 10)]),
    ("- {id: a, title: A, branches: [{id: x, when: 未付款, go: b}, {id: y, when: 已出貨, go: end}, {id: z, when: 已付款, go: b}]}\n- {id: b, title: B}", []),
    ("- {id: a, title: A, branches: [{id: x, when: X}, {id: y, when: Y, go: end}, {id: z, when: otherwise, go: b}]}\n- {id: b, title: B}", []),
    ("- {id: a, title: A, branches: [{id: x, when: X}, {id: y, when: {severity: minor}, go: end}, {id: z, when: {any: [Z, {severity: major}]}, go: b}]}\n- {id: b, title: B}", []),
    ("- {id: a, title: A, branches: [{id: x, when: {heat: under 5}}, {id: y, when: {heat: at least 5}, go: end}, {id: z, when: Y, go: b}]}\n- {id: b, title: B}", []),
    # tracks
    ("- {id: g, title: G, order: parallel, steps: [{id: a, title: A}, {id: b, title: B, go: end}]}", [("tracks-never-joined", 8, 89)]),
    ("- {id: g, title: G, order: parallel, join: any, steps: [{id: a, title: A}, {id: b, title: B, go: end}]}", []),
    ("- {id: g, title: G, order: parallel, join: none, steps: [{id: a, title: A}, {id: b, title: B, go: end}]}", []),
    ("- {id: g, title: G, order: one-of, steps: [{id: a, title: A}, {id: b, title: B, go: end}]}", []),
    ("- {id: g, title: G, order: parallel, steps: [{id: a, title: A}, {id: b, title: B, exceptions: [{id: x, when: X, go: end}]}]}", []),
    ("- {id: g, title: G, order: parallel, steps: [{id: a, title: A}, {id: b, title: B, branches: [{id: x, when: X, go: end}, {id: y, when: otherwise}]}]}", []),
    # exceptions
    ("- {id: a, title: A, exceptions: [{id: x, when: 忙線, go: again}]}", [("exception-goes-round", 8, 58)]),
    ("- {id: a, title: A, exceptions: [{id: x, when: X, go: a}]}", [("exception-goes-round", 8, 57)]),
    ("- {id: a, title: A, exceptions: [{id: x, when: X, escalate: cafe-manager, go: again}]}", []),
    ("- {id: a, title: A, repeat: {until: Y, max: 3}, exceptions: [{id: x, when: X, go: again}]}", []),
    ("- {id: a, title: A}\n- {id: b, title: B, exceptions: [{id: x, when: X, go: a}]}", []),
    # events
    ("events: [{id: e, title: E}]\nsteps: [{id: a, title: A, wait: {until: e}}]", [("event-never-raised", 7, 15)]),
    ("events: [{id: e, title: E}]\nsteps: [{id: a, title: A, time_limit: {limit: 3 min, from: e}}]", [("event-never-raised", 7, 15)]),
    ("events: [{id: e, title: E}]\nsteps: [{id: a, title: A}]", []),
    ("events: [{id: e, title: E}]\nsteps: [{id: a, title: A, raises: e}]", []),
    ("events: [{id: e, title: E}]\nsteps: [{id: a, title: A, event: e, exceptions: [{id: x, when: X, raises: e}]}]", []),
    # ends
    ("ends: [{id: y, title: Y}, {id: z, title: Z}]\nsteps: [{id: a, title: A, go: z}]", [("end-never-reached", 7, 13)]),
    ("ends: [{id: y, title: Y}]\nsteps: [{id: a, title: A}]", []),
    ("ends: [{id: y, title: Y}, {id: z, title: Z}]\nsteps: [{id: a, title: A, go: zz}]", []),
]  # fmt: skip


@pytest.mark.parametrize(("yaml", "expected"), CASES, ids=[str(number) for number in range(len(CASES))])
def test_flow(yaml: str, expected: list[tuple[str, int, int]], content: Path) -> None:
    assert found(content, yaml) == expected


def test_every_message_can_be_made(content: Path) -> None:
    for yaml, expected in CASES:
        for diagnostic in check(content, file(yaml)) if expected else ():
            for language in LANGUAGES:
                message, hint = describe(diagnostic, catalogue(language))
                assert "{" not in message.replace("{id: ", "")
                assert hint


def test_levels_may_be_kept_away_by_the_group_around(content: Path) -> None:
    yaml = """
    classes:
      - {id: size, title: Size, levels: [{id: small, title: S}, {id: middle, title: M}, {id: large, title: L}]}
    steps:
      - {id: g, title: G, only_if: {size: [middle, large]}, steps: [{id: b, title: B, branches: [{id: x, when: {size: middle}}, {id: y, when: {size: large}, go: c}]}]}
      - {id: c, title: C, only_if: {size: large}}
    """
    assert found(content, yaml) == []
    assert found(content, yaml.replace("[middle, large]", "[small, middle, large]")) == [("decision-gap", 10, 77)]


def test_levels_of_the_same_class_may_have_been_led_away_before(content: Path) -> None:
    yaml = """
    classes:
      - {id: size, title: Size, levels: [{id: small, title: S}, {id: middle, title: M}, {id: large, title: L}]}
    steps:
      - {id: a, title: A, branches: [{id: x, when: {size: small}, go: end}, {id: y, when: otherwise}]}
      - {id: b, title: B, branches: [{id: x, when: {size: middle}, go: end}, {id: y, when: {size: large}}]}
      - {id: c, title: C}
    """
    assert found(content, yaml) == []


CALLER = "---\nsop: 1\nid: {id}\ntitle: T\nversion: 1.0\nowner: cafe-manager\n{more}steps:\n{steps}---\n"


def company(content: Path, **calls: str) -> list[tuple[str, str, str]]:
    """Procedures with a first step and others that are given; each finding with its file and the circle."""
    for name, steps in calls.items():
        text = CALLER.format(
            id=name, more="", steps=f"  - {{id: first, title: F}}\n{indent(dedent(steps).strip(), '  ')}\n"
        )
        (content / f"{name}.md").write_text(text, encoding="utf-8")
    text = CALLER.format(id="z", more="", steps="  - {id: first, title: F}\n")
    return [
        (each.rule, each.path, each.arguments.get("circle", ""))
        for each in check(content, text, "z.md")
        if each.rule in FLOW
    ]


def test_circle_of_three_is_reported_once(content: Path) -> None:
    circle = company(
        content, a="- {id: s, title: S, call: b}", b="- {id: s, title: S, call: c}", c="- {id: s, title: S, call: a}"
    )
    assert circle == [("calls-in-circle", "content/a.md", "a → b → c → a")]


def test_call_of_a_single_step_is_no_circle_where_that_step_calls_nothing(content: Path) -> None:
    assert company(content, a="- {id: s, title: S, call: b/first}", b="- {id: s, title: S, call: a}") == []


def test_call_of_a_step_that_calls_back(content: Path) -> None:
    group = "- {id: g, title: G, steps: [{id: s, title: S, exceptions: [{id: x, when: X, call: a}]}]}"
    assert company(content, a="- {id: s, title: S, call: b/g}", b=group) == [
        ("calls-in-circle", "content/a.md", "a → b/g → a")
    ]


def test_branches_call_too_and_see_does_not(content: Path) -> None:
    branch = "- {id: s, title: S, branches: [{id: x, when: X, call: a}, {id: y, when: otherwise}]}"
    assert company(content, a=branch) == [("calls-in-circle", "content/a.md", "a → a")]
    assert company(content, a="- {id: s, title: S, see: b}", b="- {id: s, title: S, see: a, go: 'sop:a'}") == []


def test_a_draft_without_steps_is_no_concern(content: Path) -> None:
    assert "no-end" not in names(check(content, "---\nsop: 1\nid: brew\ntitle: Brew\nsteps: []\n---\n"))
