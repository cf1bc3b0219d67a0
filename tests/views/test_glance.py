"""What stands above the steps, worked out from all of them."""

from __future__ import annotations

import re

import pytest

from tests.views.pages import Seen, page

GLANCE = re.compile(r'<section class="sop-glance".*?</section>', re.DOTALL)


def glance(front_matter: str, language: str = "en") -> Seen:
    found = GLANCE.search(page(front_matter, language=language).html)
    assert found
    return Seen(found[0])


def cautions(*lines: str) -> str:
    steps = "".join(
        f"  - {{id: s{number}, title: S{number}, cautions: [{{{line}}}]}}\n" for number, line in enumerate(lines, 1)
    )
    return f"steps:\n{steps}"


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ("[{id: a, title: A, takes: 2 min}, {id: b, title: B, takes: 30 s}]", "In all 2 min 30 s"),
        ("[{id: a, title: A, takes: 2-4 min}, {id: b, title: B, takes: 1 min}]", "In all 3 min to 5 min"),
        ("[{id: a, title: A, takes: about 2 min}]", "In all about 2 min"),
        ("[{id: a, title: A, takes: 2 min, optional: true}]", "In all at most 2 min"),
        ("[{id: a, title: A, takes: 2 min, wait: 1 h}]", "In all 1 h 2 min work 2 min, waiting 1 h"),
        (
            "[{id: a, title: A, takes: 2 min}, {id: b, title: B}]",
            "In all at least 2 min (1 step does not say how long)",
        ),
        (
            "[{id: g, title: G, order: parallel, steps: [{id: a, title: A, takes: 2 min}, {id: b, title: B, takes: 5 min}]}]",
            "In all 5 min",
        ),
    ],
)
def test_the_whole_time_is_that_along_the_flow(steps: str, words: str) -> None:
    assert words in glance(f"steps: {steps}\n").text


def test_without_any_time_nothing_is_said_about_it() -> None:
    assert "In all" not in glance("role: clerk\nsteps: [{id: a, title: A}]\n").text


def test_a_step_that_takes_as_long_as_it_takes_is_named() -> None:
    seen = glance("steps: [{id: a, title: Talk, takes: no limit}, {id: b, title: B, takes: 1 min}]\n")
    assert "no limit at 1 Talk" in seen.text
    assert "#a" in seen.links


def test_who_acts_stands_before_who_is_only_called_in() -> None:
    front = (
        "steps:\n  - {id: a, title: A, role: clerk, checked_by: lead}\n  - id: b\n    title: B\n    role: packer\n"
        "    exceptions: [{id: x, when: X, then: Y, escalate: {to: manager}}]\n"
    )
    assert "Who does it clerk, lead, packer also: manager" in glance(front).text


def test_dangers_come_before_warnings_and_lead_to_their_step() -> None:
    seen = glance(cautions("warning: Hot water.", "note: Be kind.", "danger: Sharp knife."))
    assert seen.text.index("Sharp knife.") < seen.text.index("Hot water.")
    assert "Be kind." not in seen.text
    assert {"#s1", "#s3"} <= set(seen.links)
    assert "#s2" not in seen.links


def test_a_danger_of_several_steps_is_told_once() -> None:
    seen = glance(cautions("danger: Sharp knife.", "danger: Sharp knife."))
    assert seen.text.count("Sharp knife.") == 1


def test_what_is_beyond_the_first_dangers_is_folded_and_counted() -> None:
    assert "more dangers" not in glance(cautions("danger: A.", "danger: B.")).text
    text = glance(cautions("danger: A.", "danger: B.", "danger: C.", "danger: D.")).text
    assert text.index("B.") < text.index("2 more dangers") < text.index("C.")


def test_what_can_go_wrong_leads_to_what_to_do_then() -> None:
    exceptions = ", ".join(f"{{id: x{number}, when: Case {number}, then: Wait.}}" for number in range(1, 6))
    seen = glance(f"steps: [{{id: a, title: A, exceptions: [{exceptions}]}}]\n")
    assert [link for link in seen.links if "exception" in link] == [f"#a.exception.x{number}" for number in range(1, 6)]
    assert seen.text.index("Case 4") < seen.text.index("1 more case") < seen.text.index("Case 5")


def test_a_link_in_a_condition_is_not_a_link_within_a_link() -> None:
    front = (
        "classes: [{id: size, title: Size, levels: [{id: big, title: Big}, {id: small, title: Small}]}]\n"
        "steps: [{id: a, title: A, exceptions: [{id: x, when: '[Help](https://help.example/)', then: Y}]}]\n"
    )
    assert glance(front).links == ["#a.exception.x"]


def test_it_speaks_the_page_s_language() -> None:
    assert "全程 2 分鐘" in glance("steps: [{id: a, title: 甲, takes: 2 分鐘}]\n", "zh-TW").text
