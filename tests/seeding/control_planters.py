"""Planters of faults of document control and of amounts."""

from __future__ import annotations

from tests.seeding.draft import Draft
from tests.seeding.planters import plants


@plants("review-overdue")
def _overdue(draft: Draft) -> int | None:
    return draft.change(r"review_by: \S+", "review_by: 2026-01-31")


@plants("review-due-soon")
def _due_soon(draft: Draft) -> int | None:
    return draft.change(r"review_by: \S+", "review_by: 2026-12-10")


@plants("approval-in-the-future")
def _approved_to_come(draft: Draft) -> int | None:
    draft.change(r"^effective: \S+", "effective: 2098-04-01")
    draft.change(r"^review_by: \S+", "review_by: 2099-04-01")
    return draft.change(r"date: 2026-\d\d-\d\d", "date: 2098-03-01")


@plants("effective-before-approved")
def _effective_early(draft: Draft) -> int | None:
    return draft.change(r"^effective: \S+", "effective: 2026-01-05")


@plants("approval-missing")
def _not_approved(draft: Draft) -> int | None:
    draft.change(r"^owner: shop-manager", "owner: agent")
    return draft.change(r"role: quality-manager", "role: shop-manager")


@plants("owner-from-outside")
def _owner_from_outside(draft: Draft) -> int | None:
    return draft.change(r"^owner: \S+", "owner: customer")


@plants("reference-to-retired")
def _reference(draft: Draft) -> int | None:
    old = f"{draft.name}-old"
    draft.files[f"{old}.md"] = (
        f"---\nsop: 1\nid: {old}\ntitle: An old one\nversion: 1\nstatus: retired\nowner: shop-manager\n"
        "steps:\n  - {id: begin, title: Begin}\n---\n"
    )
    return draft.add_to_step(f"see: [{old}]")


@plants("retired-id-reused")
def _taken_again(draft: Draft) -> int | None:
    at = draft.change(r"^id: \S+", f"id: {draft.name}-renewed")
    draft.files[f"{draft.name}-old.md"] = (
        f"---\nsop: 1\nid: {draft.name}-renewed\ntitle: An old one\nversion: 0.1\nstatus: retired\n"
        "owner: shop-manager\nsteps:\n  - {id: begin, title: Begin}\n---\n"
    )
    return at


def _by_the_queue(draft: Draft, few: str, many: str) -> int | None:
    draft.add("quantities:", "  - {id: queue, title: Guests in the queue}")
    return draft.add_to_step(
        "branches:",
        f"  - {{id: few, when: {{queue: {few} 5}}, go: next}}",
        f"  - {{id: many, when: {{queue: {many} 5}}, go: next}}",
        only="repeat|call",
    )


@plants("boundary-in-no-case")
def _five_in_no_case(draft: Draft) -> int | None:
    at = _by_the_queue(draft, "under", "over")
    return None if at is None else at + 2


@plants("boundary-in-two-cases")
def _five_in_two_cases(draft: Draft) -> int | None:
    at = _by_the_queue(draft, "at most", "at least")
    return None if at is None else at + 1


@plants("number-without-unit")
def _bare_number(draft: Draft) -> int | None:
    at = draft.add_to_step("settings:", "  - {id: water, title: Water temperature, amount: 90 to 95}")
    return None if at is None else at + 1


@plants("two-units-for-one-thing")
def _kilograms_and_pounds(draft: Draft) -> int | None:
    if len(list(draft.steps())) < 2:
        return None
    places = sorted(draft.random.sample([number for number, _ in draft.steps()], 2), reverse=True)
    for at, amount in zip(places, ("5 lb", "2 kg"), strict=True):
        indent = " " * (len(draft.lines[at - 1]) - len(draft.lines[at - 1].lstrip()) + 2)
        draft.insert(at + 2, f"{indent}settings:", f"{indent}  - {{id: net, title: Net weight, amount: {amount}}}")
    return places[0] + 5
