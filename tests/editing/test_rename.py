from collections.abc import Mapping
from pathlib import Path

import pytest

from sop_plugin.editing.rename import RefusedError, Thing, mentions, renamed, thing_at
from sop_plugin.model.diagnostic import Span
from sop_plugin.pipeline.checking import check_content
from sop_plugin.words.catalogue import catalogue
from tests.editing.desk import LIBRARY, after, desk, marked

HERE = Span(1, 1, 1, 1)

WIDE = """---
sop: 1
id: wide
title: Wide
version: 2
owner: barista
policies: [{id: p, title: P, rule: R, at: [greet, take]}]
deadlines: [{id: d, title: D, limit: 3 days, from: greet.done, to: [take.done]}]
changes:
  - {version: 2, date: 2026-01-01, summary: S, editorial: [greet.do, "greet-more.do", take.title]}
  - version: 1
    date: 2025-01-01
    summary: S
    editorial: greet.title
suppress:
  - {rule: empty-text, reason: R, at: [greet]}
steps:
  - id: greet  # the beginning
    was: [hello]
    title: Greet, then greet-more
    do: greet
  - id: greet-more
    same_as: greet
    go: "greet"
  - id: take
    after: [greet.done]
    exceptions: [{id: greet, when: W, go: greet}]
    branches: [{id: b, when: W, go: sop:wide/greet}]
  - {id: end-it, during: {from: 'greet', to: take}, undoes: greet, see: [wide/greet, other/greet]}
---

See [it](#greet), [more](#greet-more), [ref] and `#greet`.

[ref]: wide.md#greet

```markdown
[example](#greet) {#greet}
```

### To greet {#greet}
"""

WIDE_AFTER = """---
sop: 1
id: wide
title: Wide
version: 2
owner: barista
policies: [{id: p, title: P, rule: R, at: [welcome, take]}]
deadlines: [{id: d, title: D, limit: 3 days, from: welcome.done, to: [take.done]}]
changes:
  - {version: 2, date: 2026-01-01, summary: S, editorial: [welcome.do, "greet-more.do", take.title]}
  - version: 1
    date: 2025-01-01
    summary: S
    editorial: welcome.title
suppress:
  - {rule: empty-text, reason: R, at: [welcome]}
steps:
  - id: welcome  # the beginning
    was: [hello, greet]
    title: Greet, then greet-more
    do: greet
  - id: greet-more
    same_as: welcome
    go: "welcome"
  - id: take
    after: [welcome.done]
    exceptions: [{id: greet, when: W, go: welcome}]
    branches: [{id: b, when: W, go: sop:wide/welcome}]
  - {id: end-it, during: {from: 'welcome', to: take}, undoes: welcome, see: [wide/welcome, other/greet]}
---

See [it](#welcome), [more](#greet-more), [ref] and `#greet`.

[ref]: wide.md#welcome

```markdown
[example](#greet) {#greet}
```

### To greet {#welcome}
"""


def outcome(root: Path, files: Mapping[str, str], thing: tuple[str, str], new: str) -> dict[str, str]:
    workspace = desk(root, files)
    return after(renamed(workspace, Thing(*thing, HERE), new))


def test_a_step_is_renamed_wherever_it_is_mentioned(tmp_path: Path) -> None:
    assert outcome(tmp_path, {"wide.md": WIDE}, ("wide", "greet"), "welcome") == {"wide.md": WIDE_AFTER}


def test_in_other_procedures_translations_and_pages(tmp_path: Path) -> None:
    page = "# Guide\n\n[a](order.md#greet) [b](refund.md#greet) [c](order.zh-TW.md#greet)\n"
    made = outcome(tmp_path, {**LIBRARY, "guide.md": page}, ("order", "greet"), "welcome")
    assert made["order.md"] == (
        LIBRARY["order.md"]
        .replace("id: greet", "id: welcome\n    was: [greet]")
        .replace("go: greet", "go: welcome")
        .replace("greet.done", "welcome.done")
        .replace("#greet", "#welcome")
    )
    assert made["refund.md"] == LIBRARY["refund.md"].replace("order/greet", "order/welcome").replace(
        "#greet", "#welcome"
    )
    assert made["order.zh-TW.md"] == LIBRARY["order.zh-TW.md"].replace("greet", "welcome")
    assert made["guide.md"] == "# Guide\n\n[a](order.md#welcome) [b](refund.md#greet) [c](order.zh-TW.md#welcome)\n"
    assert len(made) == 4


def test_a_procedure_is_renamed_wherever_it_is_mentioned(tmp_path: Path) -> None:
    made = outcome(tmp_path, LIBRARY, ("order", ""), "take-order")
    assert made == {
        "order.md": LIBRARY["order.md"].replace("id: order", "id: take-order\nwas: [order]"),
        "refund.md": LIBRARY["refund.md"].replace("order/greet", "take-order/greet"),
        "order.zh-TW.md": LIBRARY["order.zh-TW.md"].replace("translates: order", "translates: take-order"),
    }


@pytest.mark.parametrize("thing", [("order", "greet"), ("order", "pay"), ("order", ""), ("refund", "check")])
def test_what_was_without_a_fault_stays_so(tmp_path: Path, thing: tuple[str, str]) -> None:
    workspace = desk(tmp_path)
    before = [found.rule for found in check_content(workspace.folder.root).diagnostics]
    for name, text in after(renamed(workspace, Thing(*thing, HERE), "brand-new")).items():
        (workspace.folder.root / name).write_text(text, encoding="utf-8")
    assert [found.rule for found in check_content(workspace.folder.root).diagnostics] == before


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("    was: hello\n", "    was: [hello, greet]\n"),
        ("    was: [a, hello]\n", "    was: [a, hello, greet]\n"),
        ("    was:\n      - a\n      - b\n", "    was:\n      - a\n      - b\n      - greet\n"),
        ("    was: [welcome, a]\n", "    was: [a, greet]\n"),
        ("", "    was: [greet]\n"),
    ],
)
def test_the_old_id_is_left_behind(tmp_path: Path, was: str, becomes: str) -> None:
    text = LIBRARY["order.md"].replace("id: greet\n", f"id: greet\n{was}")
    made = outcome(tmp_path, {**LIBRARY, "order.md": text}, ("order", "greet"), "welcome")
    assert f"  - id: welcome\n{becomes}    title" in made["order.md"]


def test_of_a_step_in_brackets_too(tmp_path: Path) -> None:
    made = outcome(tmp_path, LIBRARY, ("order", "pay"), "settle")
    assert "  - {id: settle, was: [pay], title: Take the payment" in made["order.md"]


@pytest.mark.parametrize("new", ["Welcome", "wel come", "", "歡迎", "a_b", "-a"])
def test_what_is_no_id_is_refused(tmp_path: Path, new: str) -> None:
    with pytest.raises(RefusedError) as refused:
        outcome(tmp_path, LIBRARY, ("order", "greet"), new)
    assert "greet-guest" in refused.value.told(catalogue("zh-TW"))


@pytest.mark.parametrize(
    ("thing", "new"),
    [
        (("order", "greet"), "take"),
        (("order", "greet"), "refused"),
        (("order", "greet"), "next"),
        (("order", "greet"), "earlier"),
        (("order", ""), "refund"),
        (("order", ""), "old-refund"),
        (("order", ""), "gone"),
    ],
)
def test_what_is_taken_is_refused(tmp_path: Path, thing: tuple[str, str], new: str) -> None:
    files = {
        **LIBRARY,
        "order.md": LIBRARY["order.md"].replace("id: take\n", "id: take\n    was: [earlier]\n"),
        "refund.md": LIBRARY["refund.md"].replace("id: refund\n", "id: refund\nwas: [old-refund]\n"),
        "organisation.yml": LIBRARY["organisation.yml"] + "retired_ids: [gone]\n",
    }
    with pytest.raises(RefusedError) as refused:
        outcome(tmp_path, files, thing, new)
    assert new in refused.value.told(catalogue("en"))


def test_a_mention_that_cannot_be_read_is_not_passed_over(tmp_path: Path) -> None:
    broken = LIBRARY["refund.md"].replace("title: Check", 'title: "Check')
    with pytest.raises(RefusedError) as refused:
        outcome(tmp_path, {**LIBRARY, "refund.md": broken}, ("order", "greet"), "welcome")
    assert "content/refund.md" in refused.value.told(catalogue("en"))
    assert outcome(tmp_path, {**LIBRARY, "refund.md": broken}, ("order", "pay"), "settle")


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("order.md", LIBRARY["order.md"].replace("- id: gr", "- id: gr‸"), ("order", "greet")),
        ("order.md", LIBRARY["order.md"].replace("go: gr", "go: gr‸"), ("order", "greet")),
        ("order.md", LIBRARY["order.md"].replace("[greet.", "[‸greet."), ("order", "greet")),
        ("order.md", LIBRARY["order.md"].replace("id: ord", "id: ord‸"), ("order", "")),
        ("refund.md", LIBRARY["refund.md"].replace("order/gr", "order/gr‸"), ("order", "greet")),
        ("refund.md", LIBRARY["refund.md"].replace("[order", "[or‸der"), ("order", "")),
        ("order.zh-TW.md", LIBRARY["order.zh-TW.md"].replace("- id: gr", "- id: gr‸"), ("order", "greet")),
        ("order.zh-TW.md", LIBRARY["order.zh-TW.md"].replace("translates: ", "translates: ‸"), ("order", "")),
        ("order.md", LIBRARY["order.md"].replace("title: Gr", "title: Gr‸"), None),
        ("order.md", LIBRARY["order.md"].replace("id: refused", "id: ref‸used"), None),
        ("order.md", LIBRARY["order.md"].replace("owner: ba", "owner: ba‸"), None),
    ],
)
def test_what_the_cursor_points_at(tmp_path: Path, path: str, text: str, expected: tuple[str, str] | None) -> None:
    where = marked(text)
    found = thing_at(desk(tmp_path), path, where.line, where.column)
    assert (found and found[:2]) == expected


def test_every_mention_is_found(tmp_path: Path) -> None:
    workspace = desk(tmp_path)
    found = [(path, span.line) for path, span in mentions(workspace, Thing("order", "greet", HERE))]
    assert found == [("order.md", 15), ("order.md", 24), ("order.md", 25), ("order.zh-TW.md", 7), ("refund.md", 10)]
