"""The database of results: one SQLite file, written by several at once without harm."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Any

from sop_plugin.model.person_name import folded_name
from sop_plugin.model.result import Ending, QuestionResult, Result, ResultKind, StepResult

VERSION = 1
"""Of the schema, kept in the file as `user_version`. A change of it is a further script at the end of `UPGRADES`."""

APPLICATION = 0x534F5052
"""Tells our files from others, as `application_id`: "SOPR"."""

_PATIENCE = 30.0
"""Seconds to wait for somebody else who writes."""

UPGRADES = (
    """
    CREATE TABLE result (
        id TEXT PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, title TEXT NOT NULL, version TEXT NOT NULL,
        print TEXT NOT NULL, lang TEXT NOT NULL, started INTEGER NOT NULL, ended INTEGER, ending TEXT NOT NULL,
        events INTEGER NOT NULL, score REAL, passed INTEGER, places TEXT NOT NULL, file TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE person (
        result TEXT NOT NULL REFERENCES result ON DELETE CASCADE, place INTEGER NOT NULL, name TEXT NOT NULL,
        folded TEXT NOT NULL, PRIMARY KEY (result, place)
    ) WITHOUT ROWID;
    CREATE INDEX person_by_name ON person (folded);
    CREATE TABLE question (
        result TEXT NOT NULL REFERENCES result ON DELETE CASCADE, place INTEGER NOT NULL, name TEXT NOT NULL,
        print TEXT NOT NULL, kind TEXT NOT NULL, score REAL NOT NULL, points REAL NOT NULL, seconds REAL,
        wrong TEXT NOT NULL, tests TEXT NOT NULL, PRIMARY KEY (result, place)
    ) WITHOUT ROWID;
    CREATE TABLE step (
        result TEXT NOT NULL REFERENCES result ON DELETE CASCADE, place INTEGER NOT NULL, name TEXT NOT NULL,
        title TEXT NOT NULL, print TEXT NOT NULL, done INTEGER NOT NULL, troubled INTEGER NOT NULL,
        seconds REAL NOT NULL, PRIMARY KEY (result, place)
    ) WITHOUT ROWID;
    CREATE TABLE forgotten (id TEXT PRIMARY KEY) WITHOUT ROWID;
    """,
)
"""`forgotten` holds the random ids of results that were deleted, so that the same file does not bring them back."""


class Taken(StrEnum):
    """What came of a result that was to be taken in."""

    ADDED = "added"
    COMPLETED = "completed"
    """It was there, with fewer events."""
    DUPLICATE = "duplicate"
    OLDER = "older"
    """It is there with more events: this is a copy from before."""
    FORGOTTEN = "forgotten"
    """It was deleted with the person whom it is of."""


class NotRecordsError(Exception):
    """A file that is no database of results, or of a later version. `reason` is "foreign" or "too-new"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Records:
    """An open database. Leaving its `with` block closes it.

    Raises NotRecordsError for a file that is another's, and sqlite3.OperationalError where nothing can be written or
    somebody else writes for half a minute.
    """

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        try:
            # What is deleted is overwritten: names are personal data.
            self._connection.execute("PRAGMA secure_delete = ON")
            self._connection.execute("PRAGMA foreign_keys = ON")
            if not self._is_current():
                with self._writing():
                    self._upgrade()
        except sqlite3.DatabaseError as error:
            self._connection.close()
            if isinstance(error, sqlite3.OperationalError):
                raise
            raise NotRecordsError("foreign") from error
        except NotRecordsError:
            self._connection.close()
            raise

    def __enter__(self) -> Records:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def add(self, result: Result, file: str) -> Taken:
        """Takes a result in, all of it or nothing. The same result again changes nothing."""
        with self._writing():
            if self._connection.execute("SELECT 1 FROM forgotten WHERE id = ?", (result.id,)).fetchone():
                return Taken.FORGOTTEN
            known = self._connection.execute("SELECT events FROM result WHERE id = ?", (result.id,)).fetchone()
            if known and known[0] >= result.events:
                return Taken.DUPLICATE if known[0] == result.events else Taken.OLDER
            self._connection.execute("DELETE FROM result WHERE id = ?", (result.id,))
            self._insert(result, file)
            return Taken.COMPLETED if known else Taken.ADDED

    def results(self, person: str | None = None) -> list[Result]:
        """All results, or those of a person, the oldest first."""
        where = ""
        values: tuple[str, ...] = ()
        if person is not None:
            where, values = "WHERE id IN (SELECT result FROM person WHERE folded = ?)", (folded_name(person),)
        self._connection.execute("BEGIN")
        try:
            rows = self._connection.execute(f"SELECT * FROM result {where} ORDER BY started, id", values).fetchall()
            return [self._result(row) for row in rows]
        finally:
            self._connection.execute("COMMIT")

    def names(self) -> list[str]:
        """Every name that is kept, as it was first typed."""
        rows = self._connection.execute("SELECT folded, min(name) FROM person GROUP BY folded ORDER BY folded")
        return [name for _, name in rows]

    def forget(self, person: str) -> int:
        """Deletes a person for good, and gives how many results that touched.

        What the person did alone is deleted; of what others did too, only the name goes.
        """
        folded = folded_name(person)
        with self._writing():
            ids = [row[0] for row in self._connection.execute(
                "SELECT DISTINCT result FROM person WHERE folded = ?", (folded,))]  # fmt: skip
            self._connection.execute("DELETE FROM person WHERE folded = ?", (folded,))
            for each in ids:
                if not self._connection.execute("SELECT 1 FROM person WHERE result = ?", (each,)).fetchone():
                    self._connection.execute("DELETE FROM result WHERE id = ?", (each,))
                # The file holds the name, so it is not taken in again either way.
                self._connection.execute("INSERT OR IGNORE INTO forgotten VALUES (?)", (each,))
        if ids:
            self._connection.execute("VACUUM")
        return len(ids)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def _is_current(self) -> bool:
        return (self._pragma("application_id"), self._pragma("user_version")) == (APPLICATION, VERSION)

    def _pragma(self, name: str) -> int:
        return int(self._connection.execute(f"PRAGMA {name}").fetchone()[0])

    def _upgrade(self) -> None:
        # Somebody else may have done it while this one waited.
        application, version = self._pragma("application_id"), self._pragma("user_version")
        tables = self._connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        if application != APPLICATION and tables:
            raise NotRecordsError("foreign")
        if version > VERSION:
            raise NotRecordsError("too-new")
        for script in UPGRADES[version:]:
            for statement in filter(str.strip, script.split(";")):
                self._connection.execute(statement)
        self._connection.execute(f"PRAGMA application_id = {APPLICATION}")
        self._connection.execute(f"PRAGMA user_version = {VERSION}")

    def _insert(self, result: Result, file: str) -> None:
        run = self._connection.execute
        run(
            f"INSERT INTO result VALUES ({', '.join('?' * 15)})",
            (
                *(result.id, result.kind.value, result.subject, result.title, result.version, result.print),
                *(result.lang, result.started, result.ended, result.ending.value, result.events),
                *(result.score, result.passed, _json(dict(result.places)), file),
            ),
        )
        for place, name in enumerate(result.people):
            run("INSERT INTO person VALUES (?, ?, ?, ?)", (result.id, place, name, folded_name(name)))
        for place, each in enumerate(result.questions):
            values = (each.key, each.print, each.kind, each.score, each.points, each.seconds)
            run(
                f"INSERT INTO question VALUES ({', '.join('?' * 10)})",
                (result.id, place, *values, _json(each.wrong), _json(each.tests)),
            )
        for place, step in enumerate(result.steps):
            values = (step.step, step.title, step.print, step.done, step.troubled, step.seconds)
            run(f"INSERT INTO step VALUES ({', '.join('?' * 8)})", (result.id, place, *values))

    def _result(self, row: tuple[Any, ...]) -> Result:
        (name, kind, subject, title, version, print_, lang, *times, ending, events, score, passed, places, _file) = row
        questions = self._parts("question", "name, print, kind, score, points, seconds, wrong, tests", name)
        steps = self._parts("step", "name, title, print, done, troubled, seconds", name)
        return Result(
            id=name,
            kind=ResultKind(kind),
            subject=subject,
            title=title,
            version=version,
            print=print_,
            lang=lang,
            people=tuple(each for (each,) in self._parts("person", "name", name)),
            started=times[0],
            ended=times[1],
            ending=Ending(ending),
            events=events,
            score=score,
            passed=None if passed is None else bool(passed),
            questions=tuple(
                QuestionResult(key, pin, how, part, points, seconds, tuple(json.loads(wrong)), tuple(json.loads(tests)))
                for key, pin, how, part, points, seconds, wrong, tests in questions
            ),
            steps=tuple(StepResult(*each) for each in steps),
            places=json.loads(places),
        )

    def _parts(self, table: str, columns: str, result: object) -> sqlite3.Cursor:
        return self._connection.execute(f"SELECT {columns} FROM {table} WHERE result = ? ORDER BY place", (result,))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
