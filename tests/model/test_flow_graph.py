"""The flow of small procedures, one feature of the language at a time."""

from textwrap import dedent, indent

import pytest

from sop_plugin.model.flow_graph import BESIDE, EdgeKind, FlowGraph, NodeKind, flow_graph, is_plainly_linear
from sop_plugin.model.flow_paths import endless, leading_out, never_reached, reached
from sop_plugin.model.sop import Sop
from sop_plugin.reading.document import read_document


def sop_of(yaml: str) -> Sop:
    """A procedure with the given front matter below its title; `steps:` may be left out before a list."""
    body = dedent(yaml).strip()
    if body.startswith("-"):
        body = "steps:\n" + indent(body, "  ")
    text = f"---\nsop: 1\nid: brew\ntitle: Brew\nversion: 1\nowner: manager\n{body}\n---\n"
    sop = read_document("brew.md", text.encode()).sop
    assert sop is not None
    return sop


def name(graph: FlowGraph, index: int) -> str:
    """A node, short: a step by its id, its join with `.done`, an end with `=`, an event with `!`, others by kind."""
    node = graph.nodes[index]
    match node.kind:
        case NodeKind.STEP | NodeKind.OPEN:
            return node.id
        case NodeKind.JOIN:
            return f"{node.id}.done"
        case NodeKind.END:
            return f"={node.id}"
        case NodeKind.EVENT:
            return f"!{node.id}"
        case NodeKind.SOP:
            return f"sop:{node.id}"
    return str(node.kind.value)


def ways(graph: FlowGraph) -> set[str]:
    """All edges, as `from kind to`, with the id of a branch, an exception or an entry behind its kind."""
    return {
        f"{name(graph, edge.source)} {edge.kind.value}{':' * bool(edge.id)}{edge.id} {name(graph, edge.target)}"
        for edge in graph.edges
    }


# What is written, and every edge that the flow has.
FLOWS = {
    "in turn": ("- {id: a}\n- {id: b}", {"start next a", "a next b", "b next ="}),
    "no end of its own": (
        "ends: [{id: done, title: Done}]\nsteps: [{id: a, go: done}]",
        {"start next a", "a go =done"},
    ),
    "go": ("- {id: a, go: c}\n- {id: b, go: end}\n- {id: c}", {"start next a", "a go c", "b go =", "c next ="}),
    "go to another procedure": (
        "- {id: a, go: 'sop:tea'}\n- {id: b, go: 'sop:tea/pour'}\n- {id: c, go: 'sop:brew/a'}",
        {"start next a", "a go sop:tea", "b go sop:tea/pour", "c go a"},
    ),
    "branches": (
        """
        - id: a
          branches:
            - {id: x, when: Hot, go: c}
            - {id: y, when: Cold, go: again}
            - {id: z, when: otherwise}
        - {id: b, branches: [{id: x, when: Sweet, go: a}]}
        - {id: c}
        """,
        {"start next a", "a branch:x c", "a branch:y a", "a branch:z b", "b branch:x a", "b unsaid c", "c next ="},
    ),
    "branches that go the step's own way": (
        "- {id: a, go: c, branches: [{id: x, when: Hot}, {id: y, when: Cold, go: here}]}\n- {id: b}\n- {id: c}",
        {"start next a", "a branch:x c", "a branch:y c", "a unsaid c", "b next c", "c next ="},
    ),
    "exceptions": (
        """
        - id: a
          go: c
          exceptions:
            - {id: v, when: Late, go: again}
            - {id: w, when: Wet, go: next}
            - {id: x, when: Dry, go: end}
            - {id: y, when: Dark, then: Wait.}
        - {id: b}
        - {id: c}
        """,
        {
            *("start next a", "a go c", "a exception:v a", "a exception:w c", "a exception:x ="),
            *("b next c", "c next ="),
        },
    ),
    "left out": (
        "- {id: a, optional: true, go: c}\n- {id: b, only_if: Hot}\n- {id: c}",
        {"start next a", "a skip b", "a go c", "b skip c", "b next c", "c next ="},
    ),
    "again": (
        "- {id: a, repeat: {until: Hot, max: 3, else_go: c}}\n- {id: b, repeat: 2}\n- {id: c}",
        {"start next a", "a loop a", "a else c", "a next b", "b loop b", "b next c", "c next ="},
    ),
    "a group": (
        "- {id: g, optional: true, repeat: 2, steps: [{id: a}, {id: b}], exceptions: [{id: x, when: Hot, go: c}]}\n- {id: c}",
        {
            *("start next g", "g next a", "a next b", "b next g.done", "g.done loop g", "g.done next c"),
            *("g skip c", "g exception:x c", "c next ="),
        },
    ),
    "in any order": (
        "- {id: g, order: any-order, steps: [{id: a}, {id: b}]}",
        {"start next g", "g any-order a", "g any-order b", "a next g.done", "b next g.done", "g.done next ="},
    ),
    "tracks": (
        "- {id: g, order: parallel, steps: [{id: a}, {id: b, go: end}]}",
        {"start next g", "g track a", "g track b", "a next g.done", "b go =", "g.done next ="},
    ),
    "tracks that nobody waits for": (
        "- {id: g, order: parallel, join: none, steps: [{id: a}, {id: b}]}",
        {"start next g", "g next g.done", "g track a", "g track b", "a next over", "b next over", "g.done next ="},
    ),
    "a choice": (
        "- {id: g, order: one-of, steps: [{id: a}, {id: b}]}",
        {"start next g", "g choice a", "g choice b", "a next g.done", "b next g.done", "g.done next ="},
    ),
    "until one works": (
        "- {id: g, order: until-one-works, steps: [{id: a}, {id: b}]}",
        {"start next g", "g next a", "a next g.done", "a fallback b", "b next g.done", "g.done next ="},
    ),
    "entries": (
        "entries: [{id: x, when: By day}, {id: y, when: By night, go: b}]\nsteps: [{id: a}, {id: b}]",
        {"start next a", "start entry:x a", "start entry:y b", "a next b", "b next ="},
    ),
    "events": (
        """
        events: [{id: bell, title: Bell}, {id: fire, title: Fire, external: true}, {id: idle, title: Idle}]
        triggered:
          - {id: t, event: bell, branches: [{id: x, when: Hot, go: here}, {id: y, when: otherwise, go: a}]}
          - {id: u, event: fire, go: end}
          - {id: v}
        recurring: [{id: r, every: 4 h, raises: bell}]
        steps: [{id: a, event: idle}, {id: b, raises: idle, exceptions: [{id: x, when: Hot, raises: bell}]}]
        """,
        {
            *("start next a", "a next b", "b next =", "b raises !idle", "b raises !bell", "!idle event a"),
            *("!bell event t", "t branch:x over", "t branch:y a", "start event !fire", "!fire event u", "u go ="),
            *("start event v", "v next over", "start every r", "r raises !bell", "r next over"),
        },
    ),
    "beside": (
        """
        - {id: w, during: {from: b, to: c}, branches: [{id: x, when: Hot, go: a}, {id: y, when: otherwise}]}
        - {id: a}
        - {id: b}
        - {id: v, during: {from: v, to: v}, go: here}
        - {id: c}
        """,
        {
            *("start next a", "a next b", "b next c", "c next =", "b during w", "w branch:x a", "w branch:y over"),
            *("start during v", "v go over"),
        },
    ),
    "waits": (
        "- {id: a}\n- {id: b, after: [a.done, bell], after_any: [c.start]}\n- {id: c, wait: {until: a.done}}",
        {"start next a", "a next b", "b next c", "c next =", "a after b", "c after b", "a after c"},
    ),
    "unknown": ("- {id: a, go: nowhere}\n- {id: b}", {"start next a", "a go unknown", "b next ="}),
    "the same id twice": (
        "- {id: a, go: b}\n- {id: b}\n- {id: b, go: a}",
        {"start next a", "a go b", "b next b", "b go a"},
    ),
}


@pytest.mark.parametrize("case", FLOWS)
def test_flow(case: str) -> None:
    yaml, expected = FLOWS[case]
    assert ways(flow_graph(sop_of(yaml))) == expected


def test_nodes_stand_in_reading_order() -> None:
    graph = flow_graph(sop_of("- {id: a}\n- {id: g, steps: [{id: b}, {id: h, steps: [{id: c}]}]}\n- {id: d}"))
    assert [name(graph, node.index) for node in graph.nodes] == [
        *("start", "a", "g", "b", "h", "c", "h.done", "g.done", "d", "=", "over"),
    ]
    g, h = graph.by_step["g"], graph.by_step["h"]
    assert [graph.nodes[g.partner].kind, graph.nodes[g.partner].partner] == [NodeKind.JOIN, g.index]
    assert (graph.by_step["c"].around, h.around, g.around) == (h.index, g.index, -1)
    assert graph.by_step["c"].path == ("steps", 1, "steps", 1, "steps", 0)


LINEAR = ["- {id: a}\n- {id: b}", "- {id: g, steps: [{id: a, exceptions: [{id: x, when: Hot, then: Wait.}]}]}"]


@pytest.mark.parametrize("yaml", LINEAR)
def test_plainly_linear(yaml: str) -> None:
    assert is_plainly_linear(sop_of(yaml))


@pytest.mark.parametrize("case", [case for case in FLOWS if case != "in turn"])
def test_not_plainly_linear(case: str) -> None:
    assert not is_plainly_linear(sop_of(FLOWS[case][0]))


# What is written, and the steps at which no work arrives.
UNREACHED = [
    ("- {id: a, go: c}\n- {id: b}\n- {id: c}", ["b"]),
    ("- {id: a, go: e}\n- {id: b}\n- {id: c}\n- {id: d, go: b}\n- {id: e}", ["b"]),
    ("- {id: a, go: c}\n- {id: g, steps: [{id: b}, {id: d, go: end}]}\n- {id: c}", ["g"]),
    ("- {id: a, go: d}\n- {id: g, steps: [{id: b}, {id: d, go: end}]}\n- {id: c}", ["b", "c"]),
    ("- {id: a, go: b}\n- {id: g, order: parallel, steps: [{id: b}, {id: c}]}\n- {id: d}", []),
    ("- {id: a, optional: true, go: c}\n- {id: b}\n- {id: c}", []),
    ("- {id: a, branches: [{id: x, when: Hot, go: c}]}\n- {id: b}\n- {id: c}", []),
    (
        "- {id: a, branches: [{id: x, when: Hot, go: c}, {id: y, when: otherwise, go: end}]}\n- {id: b}\n- {id: c}",
        ["b"],
    ),
    ("- {id: a, go: c, exceptions: [{id: x, when: Hot, go: b}]}\n- {id: b}\n- {id: c}", []),
    ("events: [{id: e, title: E}]\nsteps: [{id: a}]\ntriggered: [{id: t, event: e, go: u}, {id: u}]", []),
    ("- {id: a, go: c}\n- {id: b, raises: e}\n- {id: c, event: e}", ["b"]),
]


@pytest.mark.parametrize(("yaml", "expected"), UNREACHED)
def test_never_reached(yaml: str, expected: list[str]) -> None:
    graph = flow_graph(sop_of(yaml))
    assert [name(graph, index) for index in never_reached(graph)] == expected


# What is written, whether the start leads to an end, and the edges that close endless loops.
ENDS = [
    ("- {id: a}\n- {id: b, go: a}", False, ["b go a"]),
    ("- {id: a, go: again}\n- {id: b}", False, ["a go a"]),
    ("- {id: a}\n- {id: b, go: a, exceptions: [{id: x, when: Closing, go: end}]}", True, []),
    ("- {id: a, branches: [{id: x, when: Hot, go: c}]}\n- {id: b}\n- {id: c, go: b}", False, ["c go b"]),
    ("- {id: a, branches: [{id: x, when: Hot, go: end}]}\n- {id: b}\n- {id: c, go: b}", True, ["c go b"]),
    ("- {id: g, steps: [{id: a}, {id: b, go: a}], exceptions: [{id: x, when: Tired, go: end}]}", True, []),
    ("- {id: g, steps: [{id: a}, {id: b, go: a}]}\n- {id: c}", False, ["b go a"]),
    ("- {id: g, order: parallel, steps: [{id: a}, {id: b, go: b}]}\n- {id: c}", True, ["b go b"]),
    ("- {id: a, go: nowhere}", True, []),
    ("- {id: a, go: 'sop:tea'}", True, []),
    ("- {id: a, optional: true, go: a}", True, []),
    ("- {id: a}\n- {id: w, during: {from: a, to: a}, go: w}", True, ["w go w"]),
    ("- {id: a, repeat: {every: 1 h}}", True, []),
    ("- {id: a, exceptions: [{id: x, when: Hot, go: c}]}\n- {id: b, go: end}\n- {id: c}\n- {id: d, go: c}", True, ["d go c"]),
]  # fmt: skip


@pytest.mark.parametrize(("yaml", "leads", "loops"), ENDS)
def test_ends(yaml: str, leads: bool, loops: list[str]) -> None:
    graph = flow_graph(sop_of(yaml))
    found = [f"{name(graph, e.source)} {e.kind.value} {name(graph, e.target)}" for e in endless(graph)]
    assert (leading_out(graph)[0], found) == (leads, loops)


def test_side_work_is_no_way_on() -> None:
    assert EdgeKind.RAISES in BESIDE
    yaml = "events: [{id: e, title: E}]\nsteps: [{id: a, raises: e, go: a}]\ntriggered: [{id: t, event: e}]"
    graph = flow_graph(sop_of(yaml))
    assert not leading_out(graph)[graph.by_step["a"].index]
    assert reached(graph)[graph.by_step["t"].index]
