from pathlib import Path

import pytest

from sop_plugin.editing.definition import definition
from sop_plugin.editing.symbols import symbols
from sop_plugin.words.catalogue import catalogue
from tests.editing.desk import LIBRARY, ORGANISATION, desk, marked, step


def place(root: Path, path: str, text: str) -> tuple[str, str] | None:
    """The file, and what stands on the line from the place on."""
    where = marked(text)
    workspace = desk(root)
    workspace.update(path, where.text)
    found = definition(workspace, path, where.line, where.column, catalogue("en"))
    if found is None:
        return None
    line = workspace.text(found.path).split("\n")[found.span.line - 1]
    return found.path, line[found.span.column - 1 :]


@pytest.mark.parametrize(
    ("lines", "path", "rest"),
    [
        ("    role: ba‸rista", "organisation.yml", "barista, title: Barista}"),
        ("    tools: [ti‸ll]", "organisation.yml", "till, title: Till}"),
        ("    materials: [{use: fresh‸-milk}]", "organisation.yml", "fresh-milk, title: Fresh milk}"),
        ("    go: gre‸et", "order.md", "greet"),
        ("    go: ref‸used", "order.md", "refused, title: Refused}"),
        ("    go: sop:refund/ch‸eck", "refund.md", "check"),
        ("    call: re‸fund", "refund.md", "refund"),
        ("    record: [lo‸g.cups]", "order.md", "log"),
        ("    record: [log.cu‸ps]", "order.md", "cups, title: Cups, type: number}]"),
        ("    min_level: {grade: sen‸ior}", "organisation.yml", "senior, title: Senior}]"),
        ("    min_level: {gra‸de: senior}", "organisation.yml", "grade"),
        ("    event: re‸call", "order.md", "recall, title: A recall}]"),
        ("    basis: [food-a‸ct art. 2]", "organisation.yml", "food-act, title: Food Safety Act}"),
    ],
)
def test_where_it_is_declared(tmp_path: Path, lines: str, path: str, rest: str) -> None:
    assert place(tmp_path, "order.md", step(lines)) == (path, rest)


@pytest.mark.parametrize("lines", ["    role: nob‸ody", "    do: Smile‸.", "    go: ne‸xt", "    ‸"])
def test_nowhere(tmp_path: Path, lines: str) -> None:
    assert place(tmp_path, "order.md", step(lines)) is None


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (
            "order.zh-TW.md",
            LIBRARY["order.zh-TW.md"].replace("translates: or", "translates: or‸"),
            ("order.md", "order"),
        ),
        ("order.zh-TW.md", LIBRARY["order.zh-TW.md"].replace("- id: gr", "- id: gr‸"), ("order.md", "greet")),
        ("order.zh-TW.md", LIBRARY["order.zh-TW.md"].replace("{#gr", "{#gr‸"), ("order.md", "greet")),
        ("order.md", LIBRARY["order.md"].replace("(#gr", "(#gr‸"), ("order.md", "greet")),
        ("refund.md", LIBRARY["refund.md"].replace("(order.md#", "(order.md#‸"), ("order.md", "greet")),
        ("refund.md", LIBRARY["refund.md"].replace("(order.md#greet", "(../../etc/passwd‸"), None),
        (
            "organisation.yml",
            ORGANISATION.replace("Barista}", "Barista, department: sh‸ops}"),
            ("organisation.yml", "shops, title: Shops}"),
        ),
    ],
)
def test_from_other_files(tmp_path: Path, path: str, text: str, expected: tuple[str, str] | None) -> None:
    assert place(tmp_path, path, text) == expected


def test_a_declaration_is_found_while_the_header_is_broken(tmp_path: Path) -> None:
    assert place(tmp_path, "order.md", step('    role: ba‸rista\n    do: "open')) == (
        "organisation.yml",
        "barista, title: Barista}",
    )


def test_the_steps_are_the_outline(tmp_path: Path) -> None:
    workspace = desk(tmp_path)
    workspace.update("order.md", step("    steps:\n      - {id: inner, title: Inner}").replace("‸", ""))
    found = symbols(workspace.document("order.md"))
    assert [(each.name, [one.name for one in each.within]) for each in found] == [
        ("greet", []),
        ("take", []),
        ("more", ["inner"]),
        ("pay", []),
    ]
    assert [each.name for each in symbols(workspace.document("order.zh-TW.md"))] == ["greet"]
