"""Document control: what is found, where, and how it should read."""

from pathlib import Path

import pytest

from sop_plugin.reports.messages import describe
from sop_plugin.words.catalogue import catalogue
from tests.checks.folder import check, with_lists
from tests.checks.test_hard_cases import STEP, corrected, in_header, in_step, places


def version(sop: str, *lines: str) -> str:
    """A procedure of an id, with more lines in its header."""
    return f"---\nsop: 1\nid: {sop}\ntitle: Do it\n" + "".join(f"{line}\n" for line in lines) + STEP + "---\n"


def policy(content: Path, *lines: str) -> None:
    """Gives the house a policy."""
    text = with_lists("policy:\n" + "".join(f"  {line}\n" for line in lines))
    (content / "organisation.yml").write_text(text, encoding="utf-8")


# Examples are looked at on 2026-06-15. Lines of the header, or of its step; what is found.
REVIEWS = [
    (("review_by: 2026-06-14",), [("review-overdue", 7, 12)]),
    (("review_by: 2026-06-15",), [("review-due-soon", 7, 12)]),
    (("review_by: 2026-07-15",), [("review-due-soon", 7, 12)]),
    (("review_by: 2026-07-16",), []),
    (("status: approved", "review_by: 2026-06-14"), [("review-overdue", 8, 12)]),
    (("status: draft", "review_by: 2026-06-14"), []),
    (("status: in-review", "review_by: 2026-06-14"), []),
    (("status: superseded", "review_by: 2026-06-14"), []),
    (("status: retired", "review_by: 2026-06-14"), []),
    (("review_every: 12 個月",), []),
    (("effective: 2025-06-14", "review_every: 12 個月"), [("review-overdue", 8, 15)]),
    (("effective: 2025-06-14", "review_every: 每年"), [("review-overdue", 8, 15)]),
    (("effective: 2025-06-14", "review_every: 3 working days"), []),
    (("effective: 2025-06-14", "review_every: 9999999 years"), []),
    (
        ("effective: 2025-06-14", "review_every: 1 year", "approvals:", "  - {role: cafe-manager, date: 2026-06-10}"),
        [("effective-before-approved", 7, 12)],
    ),
]


@pytest.mark.parametrize(("lines", "expected"), REVIEWS, ids=["; ".join(lines) for lines, _ in REVIEWS])
def test_reviews(lines: tuple[str, ...], expected: list[tuple[str, int, int]], content: Path) -> None:
    assert places(check(content, in_header(*lines))) == expected


def test_review_of_a_step(content: Path) -> None:
    (found,) = check(content, in_step("review_by: 2026-06-01"))
    assert (found.rule, found.span.line, found.arguments["step"]) == ("review-overdue", 10, "greet")
    assert describe(found, catalogue("en"))[0] == "The review of step “greet” was due on 2026-06-01, 14 days ago."


@pytest.mark.parametrize(
    ("notice", "is_found"), [("90 days", True), ("2 weeks", False), ("兩個月", True), ("5 working days", False)]
)
def test_the_house_says_when_a_review_is_announced(notice: str, is_found: bool, content: Path) -> None:
    policy(content, f"review_notice: {notice}")
    found = check(content, in_header("review_by: 2026-08-01"))
    assert [each.rule for each in found] == ["review-due-soon"] * is_found


APPROVED = [
    ("2026-03-01", ("{role: cafe-manager, date: 2026-03-01}",), None),
    ("2026-03-01", ("{role: cafe-manager, date: 2026-03-02}",), "effective: 2026-03-02"),
    (
        "2026-03-01",
        ("{role: cafe-manager, date: 2026-02-01}", "{role: quality-manager, date: 2026-03-04}"),
        "effective: 2026-03-04",
    ),
    # Approved again at a review.
    ("2025-03-01", ("{role: cafe-manager, date: 2025-02-01}", "{role: cafe-manager, date: 2026-02-01}"), None),
    ("2026-03-01", ("{role: cafe-manager}",), None),
]


@pytest.mark.parametrize(("effective", "approvals", "line"), APPROVED)
def test_effective_before_approved(effective: str, approvals: tuple[str, ...], line: str | None, content: Path) -> None:
    found = check(content, in_header(f"effective: {effective}", "approvals:", *(f"  - {each}" for each in approvals)))
    assert corrected(found) == ([line] if line else [])


@pytest.mark.parametrize("status", ["draft", "in-review", "approved", "effective", "retired"])
def test_an_approval_in_the_future(status: str, content: Path) -> None:
    found = check(content, in_header(f"status: {status}", "approvals: [{role: cafe-manager, date: 2026-06-16}]"))
    expected = [("approval-in-the-future", 8, 40)] if status in ("approved", "effective") else []
    assert places(found) == expected


# Lines of the header, and how it should read; None where nothing is missing.
MISSING = [
    (("status: effective",), "status: effective\napprovals:\n  - {role: quality-manager}"),
    ((), "version: 1.0\napprovals:\n  - {role: quality-manager}"),
    (("approvals: [{role: cafe-manager}]",), "approvals: [{role: cafe-manager}, {role: quality-manager}]"),
    (
        ("approvals:", "  - role: cafe-manager", "    name: Mei"),
        "name: Mei\n  - {role: quality-manager}",
    ),
    (("approvals:", "  - {role: cafe-manager}"), "- {role: cafe-manager}\n  - {role: quality-manager}"),
    (("approvals: [quality-manager]",), None),
    (("status: draft",), None),
    (("status: in-review",), None),
    (("status: superseded",), None),
    (("department: kitchen",), None),
    (("approvals: [{role: quality-manager}]",), None),
]


@pytest.mark.parametrize(("lines", "line"), MISSING, ids=["; ".join(lines) for lines, _ in MISSING])
def test_a_required_approval(lines: tuple[str, ...], line: str | None, content: Path) -> None:
    policy(content, "approvals:", "  - {role: quality-manager, departments: [shops]}")
    (content / "refund-card.md").unlink()
    found = check(content, in_header(*lines))
    missing = tuple(each for each in found if each.rule == "approval-missing")
    assert corrected(missing) == ([line] if line else [])


def test_the_owner_is_of_the_house(content: Path) -> None:
    text = version("greet-guest", "version: 1", "owner: customer", "department: shops")
    (found,) = check(content, text)
    assert places((found,)) == [("owner-from-outside", 6, 8)]
    assert found.arguments["example"] == "barista"


# The id and its earlier ones; the header of the retired procedure.
RETIRED = [
    ("wave", "[hello]", ("id: wave", "version: 1.0", "status: retired"), [("retired-id-reused", 3, 5)]),
    ("greet", "[hello, wave]", ("id: wave", "version: 1.0", "status: retired"), [("retired-id-reused", 5, 14)]),
    ("wave", "[hello]", ("id: w", "was: [wave]", "version: 1.0", "status: retired"), [("retired-id-reused", 3, 5)]),
    ("wave", "[hello]", ("id: wave", "version: 1.0", "status: superseded"), []),
    ("wave", "[hello]", ("id: other", "version: 1.0", "status: retired"), []),
]


@pytest.mark.parametrize(("sop", "was", "other", "expected"), RETIRED)
def test_an_id_of_a_retired_procedure(
    sop: str, was: str, other: tuple[str, ...], expected: list[tuple[str, int, int]], content: Path
) -> None:
    head = "---\nsop: 1\ntitle: Wave\nowner: cafe-manager\n" + "".join(f"{line}\n" for line in other)
    (content / "old.md").write_text(f"{head}{STEP}---\n", encoding="utf-8")
    found = check(content, version(sop, f"was: {was}", "version: 2.0", "owner: cafe-manager"))
    assert places(found) == expected


def old(name: str, status: str, *lines: str, sop: str = "") -> tuple[str, str]:
    """A file with a procedure in a status."""
    return name, version(sop or name, "version: 1.0", "owner: cafe-manager", f"status: {status}", *lines)


NEW = old("new", "effective", "supersedes: [gone]")
# The other files; what the step says; how the line should read, "" where only the author knows, None for no finding.
REFERENCES = [
    ([old("gone", "retired")], "call: gone", ""),
    ([old("gone", "superseded"), NEW], "call: gone", "call: new"),
    ([old("gone", "superseded"), NEW], 'go: "sop:gone"', 'go: "sop:new"'),
    ([old("gone", "superseded"), NEW], "see: [gone, new]", ""),
    ([old("gone", "superseded"), NEW], "do: See [it](gone.md).", "do: See [it](new.md)."),
    ([old("gone", "superseded"), NEW], "do: See [it](gone.md#greet).", "do: See [it](new.md)."),
    ([old("gone", "superseded"), NEW, old("also", "effective", "supersedes: [gone]")], "call: gone", ""),
    (
        [old("gone", "superseded"), old("mid", "superseded", "supersedes: [gone]"), old("new", "effective", "supersedes: [mid]")],
        "call: gone",
        "call: new",
    ),
    # Two that replace each other lead nowhere.
    ([old("gone", "superseded", "supersedes: [mid]"), old("mid", "retired", "supersedes: [gone]")], "call: gone", ""),
    ([old("gone", "superseded"), ("gone-2", old("gone", "effective")[1].replace("1.0", "2.0"))], "call: gone", None),
    ([old("gone", "draft")], "call: gone", None),
]  # fmt: skip


@pytest.mark.parametrize(("others", "line", "expected"), REFERENCES)
def test_a_reference_to_what_is_no_longer_in_force(
    others: list[tuple[str, str]], line: str, expected: str | None, content: Path
) -> None:
    for name, text in others:
        (content / f"{name}.md").write_text(text, encoding="utf-8")
    found = check(content, in_step(line))
    assert [each.rule for each in found] == ([] if expected is None else ["reference-to-retired"])
    assert corrected(found) == ([] if expected is None else [expected])


def test_what_it_replaces_itself_is_no_reference(content: Path) -> None:
    (content / "gone.md").write_text(old("gone", "superseded")[1], encoding="utf-8")
    assert check(content, in_header("supersedes: [gone]")) == ()


def test_what_is_no_longer_in_force_may_refer_to_what_is_not(content: Path) -> None:
    (content / "gone.md").write_text(old("gone", "retired")[1], encoding="utf-8")
    assert check(content, in_header("status: superseded", "variant_of: gone")) == ()
