from pathlib import Path

import pytest

from sop_plugin.editing.completion import completions
from sop_plugin.editing.edits import Edit, applied
from sop_plugin.editing.suggestion import Suggestion
from sop_plugin.pipeline.workspace import Workspace
from sop_plugin.words.catalogue import catalogue
from tests.editing.desk import LIBRARY, MARK, ORGANISATION, desk, marked, step

WORDS = catalogue("en")


def suggestions(workspace: Workspace, path: str, text: str) -> list[Suggestion]:
    where = marked(text)
    workspace.update(path, where.text)
    return completions(workspace, path, where.line, where.column, WORDS)


def labels(root: Path, path: str, text: str) -> list[str]:
    return [each.label for each in suggestions(desk(root), path, text)]


@pytest.mark.parametrize(
    ("lines", "there", "not_there"),
    [
        ("    ‸", {"title", "role", "do", "exceptions"}, {"id", "owner", "kpis"}),
        ("    ti‸", {"title", "time_limit"}, {"id"}),
        ("    title: More\n    ‸", {"role", "do"}, {"title", "id"}),
        ("    ‸\n    title: More", {"role"}, {"title", "id"}),
        ("    exceptions:\n      - ‸", {"id", "when", "then", "go"}, {"tools"}),
        ("    exceptions:\n      - id: none\n        ‸", {"when", "then"}, {"id", "tools"}),
        ("    exceptions: [{id: none, ‸", {"when", "then"}, {"id", "tools"}),
        ("    exceptions:\n      - {id: none, ‸, go: next}", {"when", "then"}, {"id", "go"}),
        ("    time_limit: {limit: 3 min,\n      ‸", {"from", "pause"}, {"limit"}),
        ("    steps:\n      - ‸", {"id", "title", "steps"}, {"owner"}),
        ("    cautions:\n      - ‸", {"danger", "never"}, set()),
        ("    only_if: {‸", {"any", "all", "grade", "cups"}, {"title"}),
        ("    do: |\n      Smile.\n      ‸", set(), {"title", "role"}),
        ("    title: Greet\n      ‸", set(), {"role"}),
        ("    # ‸", set(), {"role"}),
    ],
)
def test_fields_by_where_the_cursor_is(tmp_path: Path, lines: str, there: set[str], not_there: set[str]) -> None:
    found = set(labels(tmp_path, "order.md", step(lines)))
    assert there <= found
    assert not not_there & found


def test_fields_at_the_top(tmp_path: Path) -> None:
    text = "---\nsop: 1\nid: new\n‸\nsteps: []\n---\n"
    found = labels(tmp_path, "new.md", text)
    assert {"title", "owner", "kpis"} <= set(found)
    assert not {"sop", "id", "steps", "do"} & set(found)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("    role: ‸", ["barista", "cashier"]),
        ("    role:‸", ["barista", "cashier"]),
        ("    role: ba‸", ["barista", "cashier"]),
        ('    role: "‸', ["barista", "cashier"]),
        ("    role: [barista, ‸]", ["barista", "cashier"]),
        ("    role: [barista, ‸", ["barista", "cashier"]),
        ("    tools: [‸", ["till"]),
        ("    tools:\n      - ‸", ["till"]),
        ("    materials: [{use: ‸}]", ["fresh-milk"]),
        ("    optional: ‸", ["true", "false"]),
        ("    join: ‸", ["all", "any", "none"]),
        ("    same_as: ‸", ["greet", "take", "pay"]),
        ("    undoes: ‸", ["greet", "take", "pay"]),
        ("    event: ‸", ["recall"]),
        ("    basis: [‸", ["food-act"]),
        ("    record: [‸", ["log", "log.cups"]),
        ("    min_level: {‸", ["grade"]),
        ("    min_level: {grade: ‸", ["junior", "senior"]),
        ("    only_if: {any: [{grade: [‸", ["junior", "senior"]),
        ("    see: [‸", ["order", "refund"]),
        ("    see: [refund/‸", ["refund/check"]),
        ("    call: refund/ch‸", ["refund/check"]),
        ("    branches:\n      - {id: a, when: ‸", ["otherwise"]),
    ],
)
def test_values(tmp_path: Path, lines: str, expected: list[str]) -> None:
    found = labels(tmp_path, "order.md", step(lines))
    assert [label for label in found if label in expected] == expected
    assert "title" not in found


def test_where_to_go(tmp_path: Path) -> None:
    found = labels(tmp_path, "order.md", step("    go: ‸"))
    assert found == [
        *("greet", "take", "more", "pay", "refused", "here", "again", "next", "end", "sop:order", "sop:refund")
    ]


def test_moments(tmp_path: Path) -> None:
    found = labels(tmp_path, "order.md", step("    after: [‸"))
    assert {"greet.done", "greet.start", "recall"} <= set(found)


def test_the_steps_of_a_header_that_is_cut_off_are_still_known(tmp_path: Path) -> None:
    workspace = desk(tmp_path)
    workspace.update("order.md", LIBRARY["order.md"])
    found = suggestions(workspace, "order.md", LIBRARY["order.md"].replace("go: greet", 'go: ‸\n    do: "open', 1))
    assert "pay" in [each.label for each in found]


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("new.md", "---\nsop: 1\nid: new\nsupersedes: [‸]\n---\n", {"order", "refund"}),
        ("new.md", "---\nsop: 1\nid: new\nstatus: ‸\n---\n", {"draft", "effective"}),
        ("new.md", "---\nsop: 1\nid: new\nsuppress:\n  - rule: ‸\n---\n", {"duplicate-id"}),
        ("new.md", "---\nsop: 1\nowner: ‸", {"barista"}),
        ("organisation.yml", ORGANISATION + "policy:\n  levels: [{rule: ‸", {"duplicate-id"}),
        ("organisation.yml", ORGANISATION.replace("{id: barista,", "{id: barista, department: ‸,"), {"shops"}),
        ("order.en.md", "---\nsop: 1\ntranslates: ‸\n---\n", {"order", "refund"}),
        ("order.zh-TW.md", LIBRARY["order.zh-TW.md"].replace("id: greet", "id: ‸"), set()),
        ("order.zh-TW.md", LIBRARY["order.zh-TW.md"].replace("title: 招呼", "‸"), {"title", "do", "of"}),
        ("order.md", LIBRARY["order.md"].replace("(#greet)", "(#‸)"), {"greet", "take"}),
        ("order.md", LIBRARY["order.md"].replace("{#greet}", "{#‸"), {"greet", "take"}),
    ],
)
def test_everywhere_else(tmp_path: Path, path: str, text: str, expected: set[str]) -> None:
    assert expected <= set(labels(tmp_path, path, text))


def test_a_translation_offers_no_field_without_words(tmp_path: Path) -> None:
    text = LIBRARY["order.zh-TW.md"].replace("title: 招呼", "‸")
    assert not {"role", "tools", "go"} & set(labels(tmp_path, "order.zh-TW.md", text))


def test_a_step_of_a_translation_is_pinned_to_what_it_translates(tmp_path: Path) -> None:
    text = LIBRARY["order.zh-TW.md"].replace("title: 招呼", "of: ‸")
    (found,) = suggestions(desk(tmp_path), "order.zh-TW.md", text)
    assert found.label.startswith("@")
    assert found.text == f'"{found.label}"'


@pytest.mark.parametrize(
    ("lines", "label", "becomes"),
    [
        ("    role: ba‸", "barista", "    role: barista"),
        ("    role:‸", "barista", "    role: barista"),
        ('    role: "ba‸"', "barista", '    role: "barista"'),
        ("    go: gre‸", "greet", "    go: greet"),
        ("    see: [order, refund/ch‸]", "refund/check", "    see: [order, refund/check]"),
        ("    ti‸", "title", "    title: ${1:Greet the guest}"),
        ("    exceptions:\n      - ‸", "when", "      - when: ${1:The item is out of stock}"),
        ("    ro‸le: barista", "optional", "    optional: barista"),
    ],
)
def test_a_suggestion_takes_the_place_of_what_is_written(tmp_path: Path, lines: str, label: str, becomes: str) -> None:
    text = step(lines)
    found = next(each for each in suggestions(desk(tmp_path), "order.md", text) if each.label == label)
    made = applied(text.replace(MARK, ""), [Edit(tmp_path, found.span, found.text)])
    assert becomes in made.split("\n")


def test_a_snippet_shows_an_example_and_its_help_the_sentence(tmp_path: Path) -> None:
    found = {each.label: each for each in suggestions(desk(tmp_path), "order.md", step("    ‸"))}
    limit = found["time_limit"]
    assert limit.snippet
    assert limit.text == "time_limit: ${1:3 min}"
    assert limit.detail == WORDS.text("field.step.time-limit")
    assert limit.detail in limit.help
    assert found["quality"].text == "quality:\n  ${1:- The cup is wiped clean.}"


@pytest.mark.parametrize(
    "text", ["", "---", "---\n‸", "a‸", "---\nsop: 1\n‸---", "---\n: ‸", "---\n[‸", "---\n{{{‸", "‸\n"]
)
def test_nothing_falls_over(tmp_path: Path, text: str) -> None:
    labels(tmp_path, "new.md", text)
    assert isinstance(labels(tmp_path, "organisation.yml", text), list)
