"""What holds for the flow of any procedure, however senseless."""

from hypothesis import given, settings

from sop_plugin.model.condition import Said
from sop_plugin.model.flow import Branch, Go, GoKind, Order, StepException
from sop_plugin.model.flow_graph import BESIDE, LAST, EdgeKind, NodeKind, flow_graph, is_plainly_linear
from sop_plugin.model.flow_paths import endless, leading_out, never_reached, reached
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Step
from tests.model.flow_strategies import sops
from tests.support.effort import no_hang

FEWER = settings(max_examples=50)
"""Whole procedures take long to make up."""


@FEWER
@given(sops)
def test_nodes_and_edges_belong_together(sop: Sop) -> None:
    graph = flow_graph(sop)
    count = len(graph.nodes)
    assert [node.index for node in graph.nodes] == list(range(count))
    assert all(0 <= edge.source < count and 0 <= edge.target < count for edge in graph.edges)
    assert sum(map(len, graph.outgoing)) == sum(map(len, graph.incoming)) == len(graph.edges)
    for node in graph.nodes:
        assert graph.nodes[node.partner].partner == node.index
        if node.around >= 0:
            assert graph.nodes[node.around].index < node.index < graph.nodes[node.around].partner
    assert [node.step for node in graph.nodes if node.kind in (NodeKind.STEP, NodeKind.OPEN)] == list(steps_of(sop))


@FEWER
@given(sops)
def test_the_graph_is_no_larger_than_what_is_written(sop: Sop) -> None:
    graph = flow_graph(sop)
    written = sum(
        6 + len(s.branches) + 2 * len(s.exceptions) + len(s.branches) + len(s.raises) + len(s.after)
        for s in steps_of(sop)
    )
    assert len(graph.edges) <= 8 + written + len(sop.entries)


@FEWER
@given(sops)
def test_the_work_goes_on_from_every_step(sop: Sop) -> None:
    graph = flow_graph(sop)
    for node in graph.nodes:
        ways = [edge for edge in graph.outgoing[node.index] if edge.kind not in BESIDE | {EdgeKind.AFTER}]
        assert bool(ways) == (node.kind not in LAST | {NodeKind.EVENT})


@FEWER
@given(sops)
def test_what_is_reached_is_closed(sop: Sop) -> None:
    graph = flow_graph(sop)
    found = reached(graph)
    assert found[0]
    for edge in graph.edges:
        assert edge.kind is EdgeKind.AFTER or not found[edge.source] or found[edge.target]
    unreached = list(never_reached(graph))
    assert unreached == sorted(set(unreached))
    assert not any(found[index] for index in unreached)
    steps = [node.index for node in graph.nodes if node.kind is NodeKind.STEP]
    assert unreached or all(found[index] or graph.nodes[index].around >= 0 for index in steps)


@FEWER
@given(sops)
def test_what_leads_out_is_closed(sop: Sop) -> None:
    graph = flow_graph(sop)
    out = leading_out(graph)
    for edge in graph.edges:
        if edge.kind not in BESIDE | {EdgeKind.AFTER} and out[edge.target]:
            assert out[edge.source]
    loops = list(endless(graph))
    assert all(edge.is_back and not out[edge.source] and not out[edge.target] for edge in loops)
    dead = [node for node in graph.nodes if not out[node.index] and reached(graph)[node.index]]
    assert bool(loops) == any(node.kind is not NodeKind.EVENT for node in dead)


def plain(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The steps without all that leads anywhere."""
    return tuple(Step(step.id, steps=plain(step.steps)) for step in steps)


@FEWER
@given(sops)
def test_a_linear_procedure_is_a_chain(sop: Sop) -> None:
    sop = Sop(1, "brew", "Brew", plain(sop.steps))
    assert is_plainly_linear(sop)
    graph = flow_graph(sop)
    assert all(edge.kind is EdgeKind.NEXT and edge.target == edge.source + 1 for edge in graph.edges)
    assert len(graph.edges) == len(graph.nodes) - 2
    assert not list(never_reached(graph))
    assert leading_out(graph)[0]


def test_large_and_tangled_procedures_take_no_time() -> None:
    names = [f"s{number}" for number in range(4_000)]
    jumps = tuple(
        Step(
            name,
            branches=(Branch("x", Said("Hot"), go=Go(GoKind.PLACE, names[-1 - at])),),
            exceptions=(StepException("y", Said("Cold"), go=Go(GoKind.PLACE, names[at // 2])),),
        )
        for at, name in enumerate(names)
    )
    for _ in range(32):
        jumps = (
            Step(
                "g", order=Order.PARALLEL, steps=jumps, exceptions=(StepException("z", Said("Hot"), go=Go(GoKind.END)),)
            ),
        )
    with no_hang():
        graph = flow_graph(Sop(1, "brew", "Brew", jumps))
        assert all(leading_out(graph)[:4_000])
        assert not list(never_reached(graph))
        assert not list(endless(graph))
