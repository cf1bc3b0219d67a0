"""In what two states of a procedure differ, and what is no difference."""

import pytest

from sop_plugin.model.meaning import Difference, differences, renamed_steps
from sop_plugin.model.sop import Sop
from sop_plugin.reading.document import read_document

BASE = """\
id: order
title: Take an order
role: cashier
classes: [{id: size, title: Size, levels: [{id: small, title: Small}, {id: large, title: Large}]}]
forms:
  - {id: slip, title: Slip, fields: [{id: table, title: Table, type: number}]}
steps:
  - id: greet
    title: Greet the guest
    do: Look up and smile.
    time_limit: 30 s
    exceptions:
      - {id: busy, when: Nobody is free, then: Nod., go: again}
    quality: [The guest smiles., The counter is clean.]
  - id: group
    title: Write
    steps:
      - {id: note, title: Note the order, record: [slip.table]}
      - {id: read, title: Read it back}
  - id: pay
    title: Take the money
    branches:
      - {id: cash, when: In cash, go: note}
      - {id: card, when: otherwise, go: end}
    only_if: {size: [large]}
"""


def sop(text: str) -> Sop:
    found = read_document("a.md", f"---\nsop: 1\n{text}---\n".encode()).sop
    assert found is not None
    return found


def changed(*changes: tuple[str, str]) -> list[Difference]:
    """How the procedure differs with these changes of its text."""
    text = BASE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return list(differences(sop(BASE), sop(text)))


# A change, and where it shows: the field, the smallest place, and both values.
DIFFERENCES = [
    ("title: Take an order", "title: Take orders", ("title", "title", "Take an order", "Take orders")),
    ("time_limit: 30 s", "time_limit: 20 s", ("greet.time_limit", "greet.time_limit.limit", "30 s", "20 s")),
    ("    time_limit: 30 s\n", "", ("greet.time_limit", "greet.time_limit", "30 s", "—")),
    ("then: Nod.", "then: Wave.", ("greet.exceptions", "greet.exceptions.busy.then", "Nod.", "Wave.")),
    ("go: again", "go: pay", ("greet.exceptions", "greet.exceptions.busy.go", "again", "pay")),
    ("The guest smiles.", "The guest nods.", ("greet.quality", "greet.quality.1.text", "The guest smiles.", "The guest nods.")),
    (", The counter is clean.]", "]", ("greet.quality", "greet.quality", "The guest smiles., The counter is clean.", "The guest smiles.")),
    ("type: number", "type: text", ("forms", "forms.slip.fields.table.type", "number", "text")),
    ("title: Large", "title: Big", ("classes", "classes.size.levels.large.title", "Large", "Big")),
    ("size: [large]", "size: [small]", ("pay.only_if", "pay.only_if", "size large", "size small")),
    ("      - {id: read, title: Read it back}\n", "", ("read", "read", "Read it back", "—")),
    ("  - id: pay", "  - {id: thank, title: Say thanks}\n  - id: pay", ("thank", "thank", "—", "Say thanks")),
    ("do: Look up and smile.", f"do: {'Smile. ' * 20}", ("greet.do", "greet.do", "Look up and smile.", f"{('Smile. ' * 6)[:39]}…")),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), DIFFERENCES, ids=[each[2][1] for each in DIFFERENCES])
def test_difference(old: str, new: str, expected: tuple[str, str, str, str]) -> None:
    assert changed((old, new)) == [expected]


SAME = [
    (("time_limit: 30 s", "time_limit: half a minute"),),
    (("time_limit: 30 s", "time_limit: {limit: 30 s}   # not more"),),
    (("title: Take an order", "title: >\n  Take\n  an order"),),
    (("title: Take an order", "title: Take an order\nstatus: approved\ntags: [new]\nsummary: Short\nversion: 2"),),
    (("    do: Look", "    review_by: 2027-01-01\n    do: Look"),),
    (("    do: Look", "    see: [menu]\n    emotion: {score: 1}\n    waste: [waiting]\n    do: Look"),),
    # Where the role is written is all the same.
    (("    title: Greet the guest", "    role: cashier\n    title: Greet the guest"),),
    # A step that knows its old id, and one that is known by what it means.
    (("id: note,", "id: write-down, was: [note],"), ("go: note", "go: write-down")),
    (("id: note,", "id: write-down,"), ("go: note", "go: write-down")),
]


@pytest.mark.parametrize("changes", SAME, ids=[changes[0][1] for changes in SAME])
def test_what_is_no_difference(changes: tuple[tuple[str, str], ...]) -> None:
    assert changed(*changes) == []


def test_another_role_shows_at_every_step_that_takes_it() -> None:
    assert [(each.field, each.after) for each in changed(("role: cashier", "role: barista"))] == [
        ("greet.role", "barista"),
        ("note.role", "barista"),
        ("read.role", "barista"),
        ("pay.role", "barista"),
    ]


def test_another_order_is_a_difference() -> None:
    note, read = (
        "      - {id: note, title: Note the order, record: [slip.table]}\n",
        "      - {id: read, title: Read it back}\n",
    )
    assert changed((note + read, read + note)) == [("steps", "steps", "note, read", "read, note")]


def test_another_group_is_a_difference() -> None:
    read = "      - {id: read, title: Read it back}\n"
    assert changed((read, read.removeprefix("    "))) == [("steps", "steps", "group/read", "read")]


def test_steps_that_mean_the_same_are_not_taken_for_each_other() -> None:
    base = sop("id: a\ntitle: A\nsteps: [{id: one, title: Wait}, {id: two, title: Wait}, {id: x, title: Go}]\n")
    now = sop("id: a\ntitle: A\nsteps: [{id: three, title: Wait}, {id: y, title: Go}]\n")
    assert renamed_steps(base, now) == {"x": "y"}
