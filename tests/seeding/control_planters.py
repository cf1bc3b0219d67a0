"""Faults of document control and of amounts, planted into a clean procedure at a random place."""

from __future__ import annotations

from tests.seeding.draft import Draft
from tests.seeding.planters import plants

WEIGHT = "{id: load, title: Load, unit: kg}"


@plants("review-overdue")
def _not_reviewed(draft: Draft) -> int | None:
    return draft.change(r"review_by: \S+", "review_by: 2026-10-01")


@plants("review-due-soon")
def _to_be_reviewed(draft: Draft) -> int | None:
    return draft.change(r"review_by: \S+", "review_by: 2026-12-10")


@plants("effective-before-approved")
def _too_early(draft: Draft) -> int | None:
    return draft.change(r"effective: 2026-\S+", "effective: 2026-02-01")


@plants("approval-in-the-future")
def _approved_tomorrow(draft: Draft) -> int | None:
    at = draft.line(r"^  - \{role: quality-manager, date:")
    return None if at is None else draft.insert(at + 1, "  - {role: quality-manager, date: 2062-03-01}")


@plants("approval-missing")
def _not_approved(draft: Draft) -> int | None:
    draft.change(r"owner: shop-manager", "owner: agent")
    return draft.change(r"\{role: quality-manager, date:", "{role: shop-manager, date:")


@plants("owner-from-outside")
def _foreign_owner(draft: Draft) -> int | None:
    return draft.change(r"owner: \S+", f"owner: {draft.random.choice(('customer', 'carrier'))}")


@plants("retired-id-reused")
def _taken_id(draft: Draft) -> int | None:
    # Several in one library are several versions of it.
    draft.change(r"^version: \S+", f"version: 9.{draft.name.rpartition('-')[2]}")
    return draft.change(r"^id: \S+", "id: old-order-desk")


@plants("reference-to-retired")
def _old_procedure(draft: Draft) -> int | None:
    name = f"gone-{draft.name}"
    draft.files[f"{name}.md"] = (
        f"---\nsop: 1\nid: {name}\ntitle: How it was done\nversion: 1.0\nstatus: retired\nowner: shop-manager\n"
        "steps:\n  - id: begin\n    title: Begin\n---\n"
    )
    return draft.add_to_step(f"see: [{name}]")


@plants("boundary-in-no-case")
def _gap(draft: Draft) -> int | None:
    at = draft.add(
        f"quantities: [{WEIGHT}]",
        "classes:",
        "  - id: load-class",
        "    title: Load",
        "    levels:",
        "      - {id: light, title: Light, when: {load: under 20 kg}}",
        "      - {id: heavy, title: Heavy, when: {load: over 20 kg}}",
    )
    return at + 6


@plants("boundary-in-two-cases")
def _overlap(draft: Draft) -> int | None:
    at = draft.add_to_step(
        "exceptions:",
        "  - {id: heavy, when: {load: at least 20 kg}, then: Carry it with a colleague., escalate: shift-lead}",
        "  - {id: light, when: {load: at most 20 kg}, then: Put it on the shelf., escalate: shift-lead}",
        only=r"^ +exceptions:",
    )
    draft.add(f"quantities: [{WEIGHT}]")
    return None if at is None else at + 2


@plants("number-without-unit")
def _bare_number(draft: Draft) -> int | None:
    title = {"en": "Water temperature", "zh-TW": "熱水溫度", "zh-CN": "热水温度"}[draft.language]
    return draft.add_to_step(f"settings: [{{id: heat, title: {title}, amount: 65}}]")


@plants("two-units-for-one-thing")
def _pounds(draft: Draft) -> int | None:
    return draft.change(r"range: 0 to under 30", "range: 0 to under 66 lb")
