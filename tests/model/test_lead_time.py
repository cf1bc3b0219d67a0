"""How long small procedures take, from the quickest way to the slowest."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from sop_plugin.model.condition import Said
from sop_plugin.model.flow import Branch, Go, GoKind, Order
from sop_plugin.model.flow_graph import LAST, NodeKind, flow_graph
from sop_plugin.model.lead_time import lead_time, least_time, time_between, time_within
from sop_plugin.model.length import NOTHING, Length, Stretch, length_from
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Step
from sop_plugin.model.time import Bound, Duration, Wait
from tests.model.flow_strategies import sops
from tests.model.test_flow_graph import sop_of
from tests.support.effort import no_hang

SHORT = ("s", "mo", "wh", "wd")


def told(length: Length | None) -> str:
    """A length in minutes (or another unit), `open` where there is none."""
    if length is None:
        return "open"
    values = (length.seconds / 60, length.months, length.working_hours, length.working_days)
    parts = [f"{value:g}{unit}" for value, unit in zip(values, ("", "mo", "wh", "wd"), strict=True) if value]
    return "+".join(parts) or "0"


def span(stretch: Stretch) -> str:
    return f"{told(stretch.low)}..{told(stretch.high)}"


A, B = "takes: 5 min", "takes: 2-3 min"

# What is written, and how long it takes in all.
TIMES = {
    "in turn": (f"- {{id: a, {A}}}\n- {{id: b, {B}}}", "7..8"),
    "nothing told": (f"- {{id: a, {A}}}\n- {{id: b}}", "5..open"),
    "waiting": (f"- {{id: a, {A}}}\n- {{id: b, {B}, wait: 1 min}}", "8..9"),
    "nothing but waiting": ("- {id: a, wait: 10 min}", "10..10"),
    "waiting for an event": ("- {id: a, takes: 1 min, wait: {until: bell, at_most: 4 min}}", "1..5"),
    "waiting without end": ("- {id: a, takes: 1 min, wait: {until: bell}}", "1..open"),
    "at most": ("- {id: a, takes: at most 5 min}", "0..5"),
    "at least": ("- {id: a, takes: at least 5 min}", "5..open"),
    "overnight": ("- {id: a, takes: overnight}", "0..open"),
    "at once": ("- {id: a, takes: at once}", "0..0"),
    "by class": (
        "- {id: a, takes: {by: severity, values: [{for: minor, takes: 5 min}, {for: major, takes: 1 h}]}}",
        "5..60",
    ),
    "left out": (f"- {{id: a, {A}, optional: true}}\n- {{id: b, {B}}}", "2..8"),
    "a branch": (
        f"- {{id: a, {A}, branches: [{{id: x, when: X, go: end}}, {{id: y, when: otherwise}}]}}\n- {{id: b, {B}}}",
        "5..8",
    ),
    "a way back": (f"- {{id: a, {A}, branches: [{{id: x, when: X, go: a}}]}}\n- {{id: b, {B}}}", "7..8"),
    "an exception": (f"- {{id: a, {A}, exceptions: [{{id: x, when: X, go: end}}]}}\n- {{id: b, {B}}}", "7..8"),
    "tracks": (f"- {{id: g, order: parallel, steps: [{{id: a, {A}}}, {{id: b, {B}}}]}}", "5..5"),
    "the first track": (f"- {{id: g, order: parallel, join: any, steps: [{{id: a, {A}}}, {{id: b, {B}}}]}}", "2..3"),
    "the first track, one unknown": (f"- {{id: g, order: parallel, join: any, steps: [{{id: a, {A}}}, {{id: b}}]}}", "0..5"),
    "no track": (f"- {{id: g, order: parallel, join: none, steps: [{{id: a, {A}}}, {{id: b, {B}}}]}}", "0..0"),
    "a track that may be left out": (
        f"- {{id: g, order: parallel, steps: [{{id: a, {A}, only_if: X}}, {{id: b, {B}}}]}}",
        "2..5",
    ),
    "in any order": (f"- {{id: z, takes: 1 min}}\n- {{id: g, order: any-order, steps: [{{id: a, {A}}}, {{id: b, {B}}}]}}", "8..9"),
    "a choice": (f"- {{id: g, order: one-of, steps: [{{id: a, {A}}}, {{id: b, {B}}}]}}", "2..5"),
    "until one works": (f"- {{id: g, order: until-one-works, steps: [{{id: a, {A}}}, {{id: b, {B}}}]}}", "5..8"),
    "rounds of a group": (f"- {{id: g, repeat: 3, steps: [{{id: a, {A}}}, {{id: b, {B}}}]}}", "21..24"),
    "rounds until": (f"- {{id: g, repeat: {{until: X, max: 3}}, steps: [{{id: a, {A}}}]}}", "5..15"),
    "rounds without end": (f"- {{id: g, repeat: {{until: X}}, steps: [{{id: a, {A}}}]}}", "5..open"),
    "rounds while": (f"- {{id: g, repeat: {{while: X, max: 3}}, steps: [{{id: a, {A}}}]}}", "0..15"),
    "rounds apart": (f"- {{id: g, repeat: {{times: 3, every: 10 min}}, steps: [{{id: a, {A}}}]}}", "15..35"),
    "rounds of a step": (f"- {{id: a, {A}, repeat: 3}}", "5..15"),
    "a group that tells": ("- {id: g, takes: 9 min, steps: [{id: a, takes: 1 min}, {id: b}]}", "9..9"),
    "the same as": (f"- {{id: a, {A}}}\n- {{id: b, same_as: a}}", "10..10"),
    "the same in a circle": ("- {id: a, same_as: b}\n- {id: b, same_as: a}", "0..open"),
    "entries": (f"entries: [{{id: x, when: X, go: b}}]\nsteps: [{{id: a, {A}}}, {{id: b, {B}}}]", "2..3"),
    "beside": (f"- {{id: w, {A}, during: {{from: b, to: b}}}}\n- {{id: b, {B}}}", "2..3"),
    "working days": ("- {id: a, takes: 2 working days}\n- {id: b, takes: 5 min}", "5+2wd..5+2wd"),
    "no end": (f"- {{id: a, {A}}}\n- {{id: b, go: a}}", "0..open"),
}  # fmt: skip


@pytest.mark.parametrize("case", TIMES)
def test_total(case: str) -> None:
    yaml, expected = TIMES[case]
    assert span(lead_time(flow_graph(sop_of(yaml))).total) == expected


def test_working_time_and_waiting_stand_apart() -> None:
    found = lead_time(flow_graph(sop_of("- {id: a, takes: 5 min}\n- {id: b, takes: 2-3 min, wait: 1 min}")))
    assert [span(each) for each in (found.takes, found.wait, found.total)] == ["7..8", "1..1", "8..9"]


@settings(max_examples=50)
@given(sops)
def test_what_happens_beside_the_sequence_changes_no_time(sop: Sop) -> None:
    beside = Step("beside", event="called", wait=Wait(time=Duration("overnight", Bound.OVERNIGHT)))
    found = lead_time(flow_graph(sop))
    also = lead_time(flow_graph(replace(sop, triggered=(*sop.triggered, beside))))
    assert (found.takes, found.wait, found.total) == (also.takes, also.wait, also.total)


def test_what_keeps_the_end_open_is_told() -> None:
    yaml = """
    - {id: a, takes: at least 1 min}
    - {id: b, branches: [{id: x, when: X, go: a}]}
    - {id: c, takes: 1 min, repeat: {until: X}}
    - {id: g, takes: 1 min, steps: [{id: d}]}
    - {id: e, takes: about 3 min, wait: 5 min}
    """
    found = lead_time(flow_graph(sop_of(yaml)))
    assert (found.unknown, found.open_ended, found.again) == (("b",), ("a", "c"), ("a",))
    assert found.total.is_rough


def test_units_that_cannot_be_compared_are_marked() -> None:
    choice = "- {id: g, order: one-of, steps: [{id: a, takes: 2 working days}, {id: b, takes: 3 h}]}"
    found = lead_time(flow_graph(sop_of(choice))).total
    assert (span(found), found.is_mixed) == ("0..180+2wd", True)
    assert not lead_time(flow_graph(sop_of("- {id: a, takes: 2 working days}\n- {id: b, takes: 3 h}"))).total.is_mixed
    assert length_from(found.high.token if found.high else "") == found.high


def test_parts_of_a_flow() -> None:
    yaml = f"- {{id: z, {A}}}\n- {{id: g, wait: 9 min, steps: [{{id: a, {A}}}, {{id: b, {B}, wait: 1 min}}]}}\n- {{id: c, {A}}}"
    graph = flow_graph(sop_of(yaml))
    node = graph.by_step
    assert span(time_within(graph, node["g"]) or Stretch()) == "8..9"
    between = [
        (("z", False), ("b", False), "19..19"),
        (("z", True), ("b", True), "17..18"),
        (("a", True), ("c", False), "3..4"),
        (("c", True), ("a", False), None),
        (("b", False), ("b", True), "2..3"),
    ]
    for (begin, is_done), (end, is_end), expected in between:
        found = time_between(graph, node[begin], [(node[end].index, is_end)], is_done=is_done)
        assert (found and span(found)) == expected


@settings(max_examples=50)
@given(sops)
def test_any_flow_has_a_time(sop: Sop) -> None:
    graph = flow_graph(sop)
    found = lead_time(graph)
    for stretch in (found.takes, found.wait, found.total):
        assert all(part >= 0 for part in stretch.low.parts)
        assert stretch.high is None or stretch.is_mixed or stretch.low.is_within(stretch.high)
    assert found.takes.is_mixed or found.total.is_mixed or found.takes.low.is_within(found.total.low)
    least = least_time(graph)
    assert (least is None) or least == found.total
    for node in graph.nodes:
        if node.kind in (NodeKind.STEP, NodeKind.OPEN):
            time_within(graph, node)
            for other in graph.nodes[:6]:
                time_between(graph, node, [(other.index, True), (other.index, False)], is_done=node.index % 2 == 0)
    assert all(node.kind not in LAST or not node.step for node in graph.nodes)


def test_large_procedures_take_no_time() -> None:
    names = [f"s{number}" for number in range(4_000)]
    steps = tuple(
        Step(name, same_as=names[max(at - 1, 0)], branches=(Branch("x", Said("Hot"), go=Go(GoKind.PLACE, names[-1])),))
        for at, name in enumerate(names)
    )
    for number in range(30):
        steps = (Step(f"g{number}", order=Order.PARALLEL, steps=(*steps, Step(f"t{number}"))),)
    with no_hang():
        assert lead_time(flow_graph(Sop(1, "brew", "Brew", steps))).total.low == NOTHING
