"""Where each step leads, as the page tells it to the mode that shows one step at a time."""

from __future__ import annotations

import re

import pytest

from tests.views.pages import page

_TAG = re.compile(r"<(?:section|li|div)\b[^>]*>")
_NAME = re.compile(r' id="([^"]+)"')
_WAY = re.compile(r' data-(next|done|skip|fallback|other|to)="([^"]*)"')


def ways(front_matter: str) -> dict[str, dict[str, str]]:
    """The ways of each place of the page that has any."""
    tags = _TAG.findall(page(front_matter).html)
    found = {name[1]: dict(_WAY.findall(tag)) for tag in tags if (name := _NAME.search(tag))}
    return {name: ways for name, ways in found.items() if ways}


FLOWS = {
    "where each step leads to the next, nothing is said": (
        "steps: [{id: a, title: A}, {id: b, title: B, steps: [{id: c, title: C}]}]",
        {},
    ),
    "a target, an end with a name and the last step": (
        "ends: [{id: safe, title: Safe}]\nsteps: [{id: a, title: A, go: c}, {id: b, title: B, go: safe}, {id: c, title: C}]",
        {"a": {"next": "c"}, "b": {"next": "end.safe"}, "c": {"next": "end"}},
    ),
    "branches, and the way where none applies": (
        "steps: [{id: a, title: A, branches: [{id: x, when: It is, go: a}, {id: y, when: Else, go: next}]}, {id: b, title: B}]",
        {"a": {"next": "b"}, "a.branch.x": {"to": "a"}, "a.branch.y": {"to": "b"}, "b": {"next": "end"}},
    ),
    "with an otherwise there is no way where none applies": (
        "steps: [{id: a, title: A, branches: [{id: x, when: It is, go: a}, {id: y, when: otherwise}]}, {id: b, title: B}]",
        {"a.branch.x": {"to": "a"}, "a.branch.y": {"to": "b"}, "b": {"next": "end"}},
    ),
    "an exception that returns has no way": (
        "steps: [{id: a, title: A, optional: true, exceptions: "
        "[{id: x, when: X, then: Y, go: end}, {id: z, when: Z, then: Y}]}, {id: b, title: B}]",
        {"a": {"next": "b", "skip": "b"}, "a.exception.x": {"to": "end"}, "b": {"next": "end"}},
    ),
    "ways in, to a step and to the first one": (
        "entries: [{id: late, when: It is late, go: b}, {id: usual, when: otherwise}]\n"
        "steps: [{id: a, title: A}, {id: b, title: B}]",
        {"entry.late": {"to": "b"}, "entry.usual": {"to": "a"}, "a": {"next": "b"}, "b": {"next": "end"}},
    ),
    "parts side by side are read one after the other": (
        "steps: [{id: g, title: G, order: parallel, steps: [{id: a, title: A}, {id: b, title: B}]}, {id: c, title: C}]",
        {"g": {"next": "a", "done": "c"}, "a": {"next": "b"}, "b": {"next": "c"}, "c": {"next": "end"}},
    ),
    "one part is chosen": (
        "steps: [{id: g, title: G, order: one-of, steps: [{id: a, title: A}, {id: b, title: B}]}, {id: c, title: C}]",
        {"g": {"done": "c"}, "a": {"next": "c"}, "b": {"next": "c"}, "c": {"next": "end"}},
    ),
    "what did not work leads to the part behind": (
        "steps: [{id: g, title: G, order: until-one-works, steps: [{id: a, title: A}, {id: b, title: B}]}, {id: c, title: C}]",
        {
            "g": {"next": "a", "done": "c"},
            "a": {"next": "c", "fallback": "b"},
            "b": {"next": "c"},
            "c": {"next": "end"},
        },
    ),
    "a group that is repeated is asked at when its parts are done": (
        "steps: [{id: g, title: G, repeat: {until: It is clean, max: 3, else_go: c}, steps: [{id: a, title: A}]}, "
        "{id: b, title: B}, {id: c, title: C}]",
        {
            "g": {"next": "a", "done": "b", "other": "c"},
            "a": {"next": "g:done"},
            "b": {"next": "c"},
            "c": {"next": "end"},
        },
    ),
    "out of nested groups the way leads to what comes next": (
        "steps: [{id: g, title: G, optional: true, steps: [{id: h, title: H, steps: [{id: a, title: A}]}]}, {id: b, title: B}]",
        {
            "g": {"next": "h", "done": "b", "skip": "b"},
            "h": {"next": "a", "done": "b"},
            "a": {"next": "b"},
            "b": {"next": "end"},
        },
    ),
    "work beside the steps is over, and another procedure takes over": (
        "events: [{id: e, title: E}]\nsteps: [{id: a, title: A, go: 'sop:refund'}]\ntriggered: [{id: t, title: T, event: e}]",
        {"a": {"next": "sop"}, "t": {"next": "over"}},
    ),
}


@pytest.mark.parametrize(("flow", "told"), FLOWS.values(), ids=FLOWS)
def test_each_place_tells_where_it_leads(flow: str, told: dict[str, dict[str, str]]) -> None:
    assert ways(f"{flow}\n") == told
