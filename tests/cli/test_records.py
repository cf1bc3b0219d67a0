import json
from pathlib import Path

import pytest

from sop_plugin.words.catalogue import LANGUAGES
from tests.cli.conftest import Command
from tests.cli.test_quiz import QUIZ, TILL
from tests.pipeline.contents import content
from tests.records.made import attempt, reading, run, written


@pytest.fixture
def results(tmp_path: Path) -> Path:
    """A folder of result files, beside a content folder whose procedure has changed since."""
    content(tmp_path, {"till.md": TILL.format(limit="5 min")})
    (tmp_path / "quizzes").mkdir()
    (tmp_path / "quizzes/till.md").write_text(QUIZ, encoding="utf-8")
    folder = tmp_path / "results"
    folder.mkdir()
    for name, made in (
        ("run", run()),
        ("read", reading(by="=cmd")),
        ("quiz", attempt(by="陳小美", responses={"q1": [2]})),
    ):
        (folder / f"{name}.json").write_bytes(written(made))
    (folder / "cut.json").write_bytes(written(run("r2"))[:-40])
    (folder / "notes.txt").write_text("no result", encoding="utf-8")
    return folder


def test_files_are_taken_in_and_told_apart(run: Command, results: Path) -> None:
    first = run("records", "import", results, "--lang", "en")

    assert first.code == 1
    assert "cut.json: the file breaks off; ask for it again" in first.out
    assert "run.json: for no assignment; taken in: 1; close-till 1.0 has changed since (now 1.0)" in first.out
    assert "quiz.json: for no assignment; taken in: 1" in first.out
    assert "notes.txt" not in first.out
    (results / "run.json").rename(results / "run.json.txt")  # as a phone hands it on
    assert "run.json.txt: for no assignment; there already: 1\n" in run("records", "import", results).out
    (results / "run.json.txt").rename(results / "run.json")
    assert "run.json: for no assignment; there already: 1\n" in run("records", "import", results / "run.json").out
    assert run("records", "import", results / "run.json").code == 0


def test_a_report_tells_who_must_be_trained_again(run: Command, results: Path) -> None:
    run("records", "import", results)
    found = run("records", "report")

    assert found.code == 0
    assert "To be trained again" in found.out
    lines = [" ".join(line.split()) for line in found.out.splitlines()]
    assert "Mei Checklist close-till Close the till 1.0 1.0 2026-05-28 20:26" in lines
    assert any(line.startswith("close-till/count-cash Count 1 0 %") for line in lines)


def test_a_report_in_every_form(run: Command, results: Path, tmp_path: Path) -> None:
    run("records", "import", results)

    data = json.loads(run("records", "report", "--format", "json").out)
    assert sorted(each["people"] for each in data["done"]) == [["=cmd"], ["Mei"], ["陳小美"]]
    assert {each["person"] for each in data["again"]} == {"Mei", "=cmd"}
    assert run("records", "report", "--format", "csv", "--table", "again", "--output", "a.csv").code == 0
    table = (tmp_path / "a.csv").read_bytes().decode()
    assert table.startswith("\ufeff")
    assert "\r\n'=cmd,Read," in table
    assert run("records", "report", "--format", "html", "--output", "a.html").code == 0
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "陳小美" in page
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")


def test_a_person_is_listed_and_forgotten(run: Command, results: Path) -> None:
    run("records", "import", results)

    assert run("records", "person").out.split() == ["=cmd", "Mei", "陳小美"]
    assert "close-till" in run("records", "person", "mei").out
    assert json.loads(run("records", "person", "陳小美", "--format", "json").out)["results"][0]["score"] == 0
    assert run("records", "forget", "mei").code == 0
    assert run("records", "person", "mei").code == 1
    assert run("records", "forget", "mei").code == 1
    assert "deleted with a person before" in run("records", "import", results / "run.json").out


def test_records_that_cannot_be_used_are_told(run: Command, results: Path, tmp_path: Path) -> None:
    (tmp_path / "other.sqlite").write_bytes(b"something else" * 100)

    assert run("records", "report").code == 2
    for arguments in (("import", results), ("report",), ("person", "a"), ("forget", "a")):
        found = run("records", *arguments, "--records", "other.sqlite")
        assert (found.code, "is no file of records" in found.err) == (2, True)
    assert run("records", "import", "gone.json").code == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_records_speak_each_language(run: Command, results: Path, language: str) -> None:
    assert run("records", "import", results, "--lang", language).code == 1
    for form in ("text", "csv", "html"):
        assert run("records", "report", "--lang", language, "--format", form).code == 0
