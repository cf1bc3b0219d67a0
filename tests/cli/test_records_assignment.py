"""`sop records report --assignment`: who has done it, who is missing, what is overdue."""

import datetime
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from sop_plugin.exports.assignment_schema import assignment_schema
from sop_plugin.model.assignment import Assignment, Task
from sop_plugin.model.assignment_link import fragment_of
from sop_plugin.model.result import ResultKind
from sop_plugin.words.catalogue import LANGUAGES, catalogue
from tests.cli.conftest import Command
from tests.cli.test_quiz import QUIZ, TILL
from tests.pipeline.contents import content
from tests.records.made import BEGIN, attempt, reading, written

MADE = BEGIN - BEGIN % 60_000
ASSIGNMENT: dict[str, Any] = {
    "id": "0123456789abcdef",
    "made": MADE,
    "due": "2026-12-05",
    "title": "First week",
    "note": "",
    "tasks": [
        {"kind": "read", "id": "close-till", "version": "1.0"},
        {"kind": "quiz", "id": "till", "version": "abc123"},
    ],
}
LINK = fragment_of(
    Assignment(
        ASSIGNMENT["id"],
        MADE,
        ASSIGNMENT["title"],
        (Task(ResultKind.READ, "close-till", "1.0"), Task(ResultKind.QUIZ, "till", "abc123")),
        datetime.date(2026, 12, 5),
    )
)


def assigned(people: Sequence[str], **changed: Any) -> dict[str, Any]:
    """The file of the trainer's page."""
    return {"format": "sop-assignment", "version": 1, "assignment": {**ASSIGNMENT, **changed}, "people": list(people)}


@pytest.fixture
def recorded(run: Command, tmp_path: Path) -> Path:
    """Records: Mei has read and passed, 陳小美 has read, Lee failed and stands on no list."""
    content(tmp_path, {"till.md": TILL.format(limit="5 min")})
    (tmp_path / "quizzes").mkdir()
    (tmp_path / "quizzes/till.md").write_text(QUIZ, encoding="utf-8")
    for name, made in {
        "a": reading("c1", by="Mei"),
        "b": attempt("a1", by="mei"),
        "c": reading("c2", by="陳小美"),
        "d": attempt("a2", by="Lee", responses={"q1": [1], "q2": "1 min", "q3": True}),
    }.items():
        (tmp_path / f"{name}.json").write_bytes(written(made))
    run("records", "import", *(f"{name}.json" for name in "abcd"))
    return tmp_path


def test_who_is_done_and_who_is_missing(run: Command, recorded: Path) -> None:
    (recorded / "week.json").write_bytes(written(assigned(["陳小美", "MEI", "Bo"])))
    found = run("records", "report", "--assignment", "week.json", "--table", "assignment", "--today", "2026-12-06")

    assert (found.code, found.err) == (0, "")
    assert found.out.startswith("Assignment\n")
    lines = [" ".join(line.split()) for line in found.out.splitlines()]
    assert "陳小美 Read close-till Close the till 1.0 done 2026-05-28 20:26" in lines
    assert "陳小美 Quiz till The till missing, overdue" in lines
    assert any(line.startswith("MEI Quiz till The till done 100 %") for line in lines)
    assert "Bo Read close-till Close the till 1.0 missing, overdue" in lines
    assert any(line.startswith("Lee (not listed) Quiz till The till not passed, overdue 0 %") for line in lines)


def test_the_report_as_data_and_as_a_page(run: Command, recorded: Path) -> None:
    (recorded / "week.json").write_bytes(written(assigned(["陳小美", "MEI", "Bo"])))
    data = json.loads(
        run("records", "report", "--assignment", "week.json", "--format", "json", "--today", "2026-12-05").out
    )

    people = {each["person"]: (each["listed"], each["done"]) for each in data["assignment"]["people"]}
    assert people == {"陳小美": (True, False), "MEI": (True, True), "Bo": (True, False), "Lee": (False, False)}
    assert data["assignment"]["overdue"] is False
    assert data["assignment"]["link"] == LINK
    run("records", "report", "--assignment", "week.json", "--format", "html", "--output", "a.html")
    page = (recorded / "a.html").read_text(encoding="utf-8")
    assert "First week, due on 2026-12-05. 1 of 3 people done." in page
    assert "assignment" not in json.loads(run("records", "report", "--format", "json").out)


def test_who_is_listed_with_number_and_name_may_have_signed_with_either(run: Command, recorded: Path) -> None:
    people = ["E1 陳小美", "E2 Mei", "E3 Mei", "Lee"]
    (recorded / "week.json").write_bytes(written(assigned(people)))
    found = json.loads(run("records", "report", "--assignment", "week.json", "--format", "json").out)
    told = {
        each["person"]: any(task["state"] != "open" for task in each["tasks"]) for each in found["assignment"]["people"]
    }
    assert told == {"E1 陳小美": True, "E2 Mei": False, "E3 Mei": False, "Lee": True, "mei": True}


def test_who_has_returned_nothing_is_named_at_once(run: Command, recorded: Path) -> None:
    (recorded / "week.json").write_bytes(written(assigned(["陳小美", "MEI", "Bo", "Kim"])))
    found = run("records", "report", "--assignment", "week.json", "--table", "assignment", "--today", "2026-12-05")
    assert found.out.splitlines()[1] == (
        "  First week, due on 2026-12-05. 1 of 4 people done. Nothing returned yet (2): Bo, Kim."
    )
    data = json.loads(run("records", "report", "--assignment", "week.json", "--format", "json").out)
    returned = {each["person"]: each["returned"] for each in data["assignment"]["people"]}
    assert returned == {"陳小美": True, "MEI": True, "Bo": False, "Kim": False, "Lee": True}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"id": ASSIGNMENT["id"], "title": "First week", "by": "Mei"}, "for the assignment “First week”"),
        ({"id": ASSIGNMENT["id"], "title": ""}, f"for the assignment “{ASSIGNMENT['id']}”"),
        ({"id": "a", "title": "a\x1b[31m\nb" + "c" * 9999}, "for the assignment “a"),
        (None, "for no assignment"),
        (["a"], "for no assignment"),
        ({}, "for no assignment"),
        ({"id": 5}, "for no assignment"),
        ({"id": " "}, "for no assignment"),
    ],
)
def test_each_file_says_for_which_assignment_it_is(run: Command, recorded: Path, said: Any, told: str) -> None:
    bundle = {"format": "sop-results", "version": 1, "assignment": said, "results": [reading("c9", by="Kim")]}
    (recorded / "returned.json").write_bytes(json.dumps(bundle).encode())
    found = run("records", "import", "returned.json")
    (line,) = found.out.splitlines()
    assert line.startswith(f"returned.json: {told}")
    assert line.endswith("; taken in: 1; close-till 1.0 has changed since (now 1.0)")
    assert len(line) < 700
    assert line.isprintable()


@pytest.mark.usefixtures("recorded")
def test_a_link_does_for_those_who_sent_something(run: Command) -> None:
    found = run("records", "report", "--assignment", f"https://a.example/assigned/#{LINK}", "--format", "json")
    people = {each["person"]: each["done"] for each in json.loads(found.out)["assignment"]["people"]}
    assert people == {"mei": True, "陳小美": False, "Lee": False}


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "the file is empty"),
        (b"{", "it is no assignment"),
        (b"\xff\xfe", "it is no assignment"),
        (b"[" * 100_000, "it is no assignment"),
        (b"[]", "it is no assignment"),
        (written({**assigned([]), "format": "sop-results"}), "it is no assignment"),
        (written({**assigned([]), "version": 2}), "newer version (2)"),
        (written({**assigned([]), "version": "1"}), "(version)"),
        (written({**assigned([]), "assignment": []}), "(assignment)"),
        (written({**assigned([]), "people": "Mei"}), "(people)"),
        (written(assigned([5])), "(people)"),  # type: ignore[list-item]
        (written(assigned([], id="")), "(id)"),
        (written(assigned([], due="2026-02-30")), "(due)"),
        (written(assigned([], due=None)), "(due)"),
        (written(assigned([], made="now")), "(made)"),
        (written(assigned([], tasks=[])), "(tasks)"),
        (written(assigned([], tasks=[{"kind": "dance", "id": "a", "version": ""}])), "(kind)"),
        (written(assigned([], tasks=[{"kind": ["read"], "id": "a", "version": ""}])), "(kind)"),
        (written(assigned([], tasks=[{"kind": "read", "id": 5, "version": ""}])), "(tasks)"),
    ],
)
def test_what_is_no_assignment_is_told(run: Command, recorded: Path, data: bytes, says: str) -> None:
    (recorded / "week.json").write_bytes(data)
    found = run("records", "report", "--assignment", "week.json")
    assert (found.code, found.out) == (2, "")
    assert says in found.err


@pytest.mark.usefixtures("recorded")
def test_what_else_cannot_be_used_is_told(run: Command) -> None:
    for given, says in {
        "none.json": "No such file",
        f"#{LINK[:-4]}": "damaged or not complete",
        f"#a9.{LINK[3:]}": "newer version",
        "#role-barista": "holds no assignment",
    }.items():
        found = run("records", "report", "--assignment", given)
        assert (found.code, found.out) == (2, "")
        assert says in found.err
    assert "--assignment FILE" in run("records", "report", "--table", "assignment").err


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_schema_knows_what_is_read(run: Command, language: str) -> None:
    schema = json.loads(run("schema", "--assignment", "--lang", language).out)
    assert schema == assignment_schema(catalogue(language))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert validator.is_valid(assigned(["Mei"]))
    for wrong in (
        assigned([], due="soon"),
        assigned([], tasks=[]),
        assigned([], made=MADE + 1),
        {"format": "sop-results"},
    ):
        assert not validator.is_valid(wrong)
