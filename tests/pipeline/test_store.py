import sqlite3
from pathlib import Path

import pytest

from sop_plugin.pipeline.store import Store


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "site.sqlite"


@pytest.fixture
def stored(file: Path) -> Path:
    """A store of two things."""
    store = Store(file)
    store.put("page", "a", "key", "text of a", "a longer text of 甲")
    store.put("page", "b", "key", "text of b")
    store.finish()
    return file


def text(store: Store, name: str, key: str = "key") -> str | None:
    kept = store.get("page", name, key)
    return kept.text if kept else None


def test_what_was_put_is_there_for_the_next_process(stored: Path) -> None:
    store = Store(stored)
    assert (text(store, "a"), text(store, "b")) == ("text of a", "text of b")
    assert store.body("page", "a") == "a longer text of 甲"


def test_nothing_is_given_for_another_key(stored: Path) -> None:
    assert text(Store(stored), "a", "another key") is None


def test_what_a_build_did_not_use_is_dropped(stored: Path) -> None:
    store = Store(stored)
    store.get("page", "b", "key")
    store.finish()
    assert (text(Store(stored), "a"), text(Store(stored), "b")) == (None, "text of b")


def test_what_is_never_finished_is_never_there(file: Path) -> None:
    Store(file).put("page", "a", "key", "text")
    assert not file.exists()


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_damaged_file_is_none_and_made_anew(stored: Path, damage: bytes) -> None:
    stored.write_bytes(damage)
    store = Store(stored)
    assert text(store, "a") is None
    store.put("page", "a", "key", "new text")
    store.finish()
    assert text(Store(stored), "a") == "new text"


def test_a_file_of_another_shape_is_made_anew(file: Path) -> None:
    file.parent.mkdir()
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE kept (something TEXT)")
    database.close()
    store = Store(file)
    assert text(store, "a") is None
    store.put("page", "a", "key", "text")
    store.finish()
    assert text(Store(file), "a") == "text"


def test_any_byte_that_is_changed_loses_a_text_but_never_changes_it(stored: Path) -> None:
    whole = stored.read_bytes()
    for place in range(0, len(whole), 61):
        stored.write_bytes(whole[:place] + bytes([whole[place] ^ 0x15]) + whole[place + 1 :])
        store = Store(stored)
        assert text(store, "a") in (None, "text of a")
        if store.get("page", "a"):
            assert store.body("page", "a") in (None, "a longer text of 甲")


def test_a_file_that_another_process_writes_is_left_alone(stored: Path) -> None:
    other = sqlite3.connect(stored)
    other.execute("BEGIN EXCLUSIVE")
    store = Store(stored)
    assert text(store, "a") is None
    store.put("page", "a", "key", "new text")
    store.finish()
    other.rollback()
    other.close()
    assert text(Store(stored), "a") == "text of a"


def test_who_reads_keeps_nobody_from_writing(stored: Path) -> None:
    one, other = Store(stored), Store(stored)
    assert text(one, "a")
    assert one.body("page", "a") == "a longer text of 甲"
    other.put("page", "c", "key", "text of c", "a longer text of 丙")
    other.finish()
    assert text(Store(stored), "c") == "text of c"
    assert one.body("page", "a") is None  # the other had no use for it


def test_a_place_that_cannot_be_written_to_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in the place of the folder")
    store = Store(tmp_path / "cache" / "site.sqlite")
    store.put("page", "a", "key", "text")
    store.finish()
    assert text(Store(tmp_path / "cache" / "site.sqlite"), "a") is None
