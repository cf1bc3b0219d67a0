"""Faults of the flow, planted into a clean procedure at a random place."""

from __future__ import annotations

import re

from tests.seeding.draft import Draft
from tests.seeding.planters import plants


def _top_steps(draft: Draft) -> list[int]:
    """The lines at which the steps begin that lie in no group, but for the triggered ones."""
    last = next((n for n, line in enumerate(draft.lines) if line == "triggered:"), draft.fence)
    return [n for n, line in enumerate(draft.lines[:last], start=1) if line.startswith("  - id: step-")]


def _id_at(draft: Draft, line: int) -> str:
    return draft.lines[line - 1].split()[-1]


@plants("step-never-reached")
def _stepped_over(draft: Draft) -> int | None:
    starts = _top_steps(draft)
    plain = {number for number, _ in draft.steps()}
    free = [
        (step, over, after)
        for step, over, after in zip(starts, starts[1:], starts[2:], strict=False)
        if step in plain and not any(f"go: {_id_at(draft, over)}}}" in line for line in draft.lines)
    ]
    if not free:
        return None
    step, over, after = draft.random.choice(free)
    draft.insert(step + 2, f"    go: {_id_at(draft, after)}")
    return over + 1


@plants("no-end")
def _back_to_the_start(draft: Draft) -> int | None:
    return draft.insert(_top_steps(draft)[-1] + 2, "    go: step-1")


@plants("loop-without-exit")
def _for_ever(draft: Draft) -> int | None:
    return draft.add_to_step("repeat: {every: 5 min}", only=r"^ +(repeat|time_limit|call|takes):")


@plants("decision-gap")
def _level_left_out(draft: Draft) -> int | None:
    at = draft.add_to_step(
        "branches:", "  - {id: few, when: {queue: short}, go: next}", "  - {id: many, when: {queue: long}, go: next}"
    )
    levels = ", ".join(f"{{id: {level}, title: {level.capitalize()}}}" for level in ("short", "usual", "long"))
    draft.add("classes:", f"  - {{id: queue, title: Queue, levels: [{levels}]}}")
    return None if at is None else at - 2


@plants("decision-without-otherwise")
def _nothing_otherwise(draft: Draft) -> int | None:
    whens = ("The box is blue", "The box is green", "The box is red")
    branches = (f"  - {{id: way-{number}, when: {when}, go: next}}" for number, when in enumerate(whens))
    at = draft.add_to_step("branches:", *branches)
    return None if at is None else at - 2


@plants("tracks-never-joined")
def _lost_track(draft: Draft) -> int | None:
    at = draft.line("order: parallel")
    if at is None:
        return None
    after = next(number for number in _top_steps(draft) if number > at)
    tracks = [n for n in range(at, after) if re.match(r" +- id: step-", draft.lines[n - 1])]
    return draft.insert(draft.random.choice(tracks) + 2, f"        go: {_id_at(draft, after)}")


@plants("exception-goes-round")
def _once_more(draft: Draft) -> int | None:
    places = [
        number + offset
        for number, step in draft.steps()
        for offset, line in enumerate(step)
        if line.endswith("exceptions:") and not any("repeat:" in each for each in step)
    ]
    if not places:
        return None
    at = draft.random.choice(places)
    indent = draft.lines[at].partition("-")[0]
    return draft.insert(at + 1, f"{indent}- {{id: dark, when: The lamp goes out, go: again}}")


@plants("event-never-raised")
def _from_nowhere(draft: Draft) -> int | None:
    return draft.change(r"(id: recall, .*), external: true", r"\1")


@plants("end-never-reached")
def _idle_ends(draft: Draft) -> int | None:
    at = draft.add("ends:", "  - {id: handed-over, title: Handed over}", "  - {id: refused, title: Sent back}")
    return at + 1


@plants("calls-in-circle")
def _called_back(draft: Draft) -> int | None:
    name = f"zz-{draft.name}"
    text = "\n".join(draft.lines).replace(f"id: {draft.name}\n", f"id: {name}\n")
    at = draft.add_to_step(f"call: {name}", only=r"^ +call:")
    if at is None:
        return None
    other = Draft(text, f"{name}.md", draft.random)
    if other.add_to_step(f"call: {draft.name}", only=r"^ +call:") is None:
        return None
    draft.files[f"{name}.md"] = "\n".join(other.lines)
    return at


@plants("time-exceeds-limit")
def _too_long(draft: Draft) -> int | None:
    at = draft.line(r"^ +time_limit: \d")
    if at is None:
        return None
    indent = draft.lines[at - 1].partition("time_limit")[0]
    draft.insert(at + 1, f"{indent}takes: 2 h")
    return at
