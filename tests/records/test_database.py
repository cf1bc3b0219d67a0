import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from sop_plugin.model.result import Result
from sop_plugin.records.database import NotRecordsError, Records, Taken
from sop_plugin.records.result_file import results_of
from tests.records.made import attempt, event, reading, run, written


def result(made: dict[str, object]) -> Result:
    (found,) = results_of(written(made))
    assert isinstance(found, Result)
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "records.sqlite"


def test_what_is_taken_in_comes_back_the_same(path: Path) -> None:
    given = [result(run()), result(attempt(responses={"q1": [1]})), result(reading())]
    with Records(path) as records:
        assert [records.add(each, "a.json") for each in given] == [Taken.ADDED] * 3
    with Records(path) as records:
        assert sorted(records.results(), key=lambda each: each.id) == sorted(given, key=lambda each: each.id)


def test_the_same_again_changes_nothing(path: Path) -> None:
    with Records(path) as records:
        records.add(result(run()), "a.json")
    before = path.read_bytes()
    with Records(path) as records:
        assert records.add(result(run()), "b.json") is Taken.DUPLICATE
    assert path.read_bytes() == before


def test_the_more_complete_copy_wins(path: Path) -> None:
    short = run(events=[event(0, "started", by="Mei"), event(4, "finished", by="Mei")])
    with Records(path) as records:
        assert [records.add(result(each), "") for each in (short, run(), short)] == [
            Taken.ADDED,
            Taken.COMPLETED,
            Taken.OLDER,
        ]
        assert [len(each.steps) for each in records.results()] == [2]


def test_people_are_found_however_their_names_are_typed(path: Path) -> None:
    with Records(path) as records:
        records.add(result(run(by="Ｍｅｉ  Lin")), "")
        records.add(result(attempt(by="陳小美")), "")
        assert records.names() == ["Ｍｅｉ Lin", "陳小美"]
        assert [each.id for each in records.results("mei lin")] == ["r1"]
        assert records.results("mei") == []


def test_who_is_forgotten_is_gone_from_the_bytes_and_stays_away(path: Path) -> None:
    shared = run("r2", events=[event(0, "started", by="Unmistakable"), event(1, "finished", by="Bo")])
    with Records(path) as records:
        for made in (run(by="Unmistakable"), shared, attempt(by="Bo")):
            records.add(result(made), "")
        assert records.forget("UNMISTAKABLE") == 2
        assert records.forget("Unmistakable") == 0
        assert sorted((each.id, each.people) for each in records.results()) == [("a1", ("Bo",)), ("r2", ("Bo",))]
        assert records.add(result(run(by="Unmistakable")), "") is Taken.FORGOTTEN
    assert b"Unmistakable" not in path.read_bytes()
    assert b"unmistakable" not in path.read_bytes()


@pytest.mark.parametrize("content", [b"not a database, but long enough to be looked at" * 40, None])
def test_files_of_others_are_left_alone(path: Path, content: bytes | None) -> None:
    if content is None:
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE other (a)")
        connection.close()
    else:
        path.write_bytes(content)
    before = path.read_bytes()

    with pytest.raises(NotRecordsError, match="foreign"):
        Records(path)
    assert path.read_bytes() == before


def test_a_later_version_is_left_alone(path: Path) -> None:
    with Records(path):
        pass
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()

    with pytest.raises(NotRecordsError, match="too-new"):
        Records(path)


WRITER = """
import sys
from pathlib import Path
from sop_plugin.records.database import Records
from sop_plugin.records.result_file import results_of
from tests.records.made import run, written
with Records(Path(sys.argv[1])) as records:
    for number in range(6):
        for found in results_of(written(run(f"r{number}"))):
            records.add(found, sys.argv[2])
"""


def test_several_who_write_at_once_do_no_harm(path: Path) -> None:
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), str(number)]) for number in range(2)]

    assert [writer.wait(60) for writer in writers] == [0, 0]
    with Records(path) as records:
        assert len(records.results()) == 6
