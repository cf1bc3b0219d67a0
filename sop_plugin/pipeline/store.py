"""What was made of a content folder, kept from one build to the next.

Each thing is kept under its kind, its name and a key: the digest of all that went into it. It is given back for that
key alone, so nothing is ever out of date. What a build neither took nor put is dropped when it ends, so what is kept is
never more than one build's.

The place is a database file of the user's own, outside the content. A file that is damaged is none, nor is an entry
whose digest does not fit; a process that is killed leaves what there was, since all is written in one transaction.
"""

from __future__ import annotations

import contextlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sop_plugin.pipeline.digests import digest_of

_PATIENCE = 0.2
"""Seconds to wait for another process that writes; who waits longer builds what it needs."""

_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS kept (kind BLOB, name BLOB, key BLOB, text BLOB, body_digest BLOB, digest BLOB,"
    " body BLOB, PRIMARY KEY (kind, name))"
)

_Name = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Kept:
    """One thing: the key that it was made of, its text in UTF-8, and the digests of its body and of the whole."""

    key: str
    data: bytes
    body_digest: str
    digest: str

    @property
    def text(self) -> str:
        """Its text, which of most things nobody asks for."""
        return _text(self.data)


class Store:
    """Things by kind and name. With `file` None they are kept as long as the process lives."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._kept: dict[_Name, Kept] = {}
        self._bodies: dict[_Name, bytes] = {}
        self._changed: set[_Name] = set()
        self._used: set[_Name] = set()
        self._is_read = False
        self._reading: sqlite3.Connection | None = None

    def get(self, kind: str, name: str, key: str | None = None) -> Kept | None:
        """What is kept under a name, if it was made of `key`; whatever it was made of where that is None."""
        self._read()
        kept = self._kept.get((kind, name))
        if kept is None or (key is not None and kept.key != key):
            return None
        self._used.add((kind, name))
        return kept

    def body(self, kind: str, name: str) -> str | None:
        """The longer text that was put beside; None where it cannot be read any more."""
        kept = self._kept.get((kind, name))
        packed = self._bodies.get((kind, name)) or self._body_on_disk(kind, name)
        if kept is None or packed is None or digest_of(packed) != kept.body_digest:
            return None
        return zlib.decompress(packed).decode("utf-8", "surrogatepass")

    def put(self, kind: str, name: str, key: str, text: str, body: str = "") -> Kept:
        """Keeps a text, and a longer one that is fetched by itself."""
        self._read()
        packed = zlib.compress(_bytes(body), 1) if body else b""
        body_digest = digest_of(packed)
        data = _bytes(text)
        kept = Kept(key, data, body_digest, _digest(_bytes(key), data, _bytes(body_digest)).decode())
        self._kept[kind, name] = kept
        self._bodies[kind, name] = packed
        self._changed.add((kind, name))
        self._used.add((kind, name))
        return kept

    def finish(self) -> None:
        """Writes down what was put, and drops what was neither taken nor put since the last time.

        A place that cannot be written to is no fault of the content: what is kept then serves this process alone.
        """
        gone = self._kept.keys() - self._used
        if self._reading is not None:
            self._reading.close()
            self._reading = None
        for each in gone:
            del self._kept[each]
            self._bodies.pop(each, None)
        if (gone or self._changed) and self._file is not None:
            with contextlib.suppress(OSError, sqlite3.Error):
                self._write(self._file, gone)
                self._bodies.clear()
        self._changed.clear()
        self._used.clear()

    def _read(self) -> None:
        if self._is_read:
            return
        self._is_read = True
        try:
            with self._opened() as database:
                rows = database.execute("SELECT kind, name, key, text, body_digest, digest FROM kept")
                for kind, name, key, data, body_digest, digest in rows:
                    if digest == _digest(key, data, body_digest):
                        kept = Kept(_text(key), data, _text(body_digest), _text(digest))
                        self._kept[_text(kind), _text(name)] = kept
        except (OSError, sqlite3.Error, AttributeError, TypeError, UnicodeDecodeError):
            return  # what was read so far is sound

    def _body_on_disk(self, kind: str, name: str) -> bytes | None:
        query = "SELECT body FROM kept WHERE kind = ? AND name = ?"
        try:
            if self._reading is None:  # open until the end: to open it takes ten times as long as to read a page
                self._reading = self._connected()
            row = self._reading.execute(query, (_bytes(kind), _bytes(name))).fetchone()
        except (OSError, sqlite3.Error):
            return None
        return row[0] if row and isinstance(row[0], bytes) else None

    def _write(self, file: Path, gone: Iterable[_Name]) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._put(gone, self._changed)
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):  # another process is at it
                return
            file.unlink()  # it is damaged
            self._put((), self._changed)

    def _put(self, gone: Iterable[_Name], put: Iterable[_Name]) -> None:
        with self._opened() as database:
            database.execute(_SCHEMA)
            names = ((_bytes(kind), _bytes(name)) for kind, name in gone)
            database.executemany("DELETE FROM kept WHERE kind = ? AND name = ?", names)
            database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?, ?, ?)", map(self._row, put))

    def _row(self, of: _Name) -> tuple[bytes, ...]:
        kept = self._kept[of]
        *named, body_digest, digest = map(_bytes, (*of, kept.key, kept.body_digest, kept.digest))
        return (*named, kept.data, body_digest, digest, self._bodies[of])

    @contextlib.contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """The database in a transaction. Raises sqlite3.Error where it is none, or somebody else is at it."""
        with contextlib.closing(self._connected()) as database:
            # Safe against a killed process; after a power cut the file may be damaged, and is then none.
            database.execute("PRAGMA synchronous=OFF")
            with database:
                yield database

    def _connected(self) -> sqlite3.Connection:
        if self._file is None:
            raise sqlite3.OperationalError
        return sqlite3.connect(self._file, timeout=_PATIENCE)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")


def _digest(key: bytes, data: bytes, body_digest: bytes) -> bytes:
    return digest_of(b"\0".join((key, data, body_digest))).encode()
