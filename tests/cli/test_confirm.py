from pathlib import Path

import pytest

from tests.cli.conftest import Command

ORIGINAL = """\
---
sop: 1
id: close-till
title: Close the till
version: 1.0
owner: barista
steps:
  - id: count-cash
    was: [count]
    title: Count the cash
    takes: 5 min
  - id: lock-safe
    title: Lock the safe
---
"""

TRANSLATION = """\
---
sop: 1
translates: close-till   # the till in the front
lang: fr
title: Fermer la caisse
steps:
  - id: count-cash

    title:   'Compter les espèces'
  - {id: lock-safe, title: Fermer le coffre}   # fin
---
"""

PINNED = TRANSLATION.replace("id: count-cash\n", "id: count-cash\n    of: 040cb3\n").replace(
    "{id: lock-safe,", "{id: lock-safe, of: 0db93b,"
)


@pytest.fixture
def till(sound: Path) -> Path:
    (sound / "till.md").write_text(ORIGINAL)
    place = sound / "till.fr.md"
    place.write_text(TRANSLATION)
    return place


@pytest.mark.parametrize("path", ["content/till.fr.md", "till.fr.md"])
def test_all_steps_are_pinned_and_nothing_else_changes(run: Command, till: Path, path: str) -> None:
    assert run("confirm", path, "--lang", "en").code == 0
    assert till.read_text() == PINNED
    code, out, _ = run("confirm", path, "--lang", "en")
    assert (code, out) == (0, f"{'content/till.fr.md'}: confirmed 0 (up to date before: 2).\n")


def test_steps_may_be_named(run: Command, till: Path) -> None:
    assert run("confirm", "till.fr.md", "lock-safe").code == 0
    assert till.read_text() == TRANSLATION.replace("{id: lock-safe,", "{id: lock-safe, of: 0db93b,")


@pytest.mark.parametrize("old", ["000000", '"@3f9a1c"'])
def test_an_old_pin_is_replaced(run: Command, till: Path, old: str) -> None:
    till.write_text(PINNED.replace("040cb3", old))
    assert run("confirm", "till.fr.md").code == 0
    assert till.read_text() == PINNED


def test_line_ends_and_byte_order_mark_stay(run: Command, till: Path) -> None:
    till.write_bytes(b"\xef\xbb\xbf" + TRANSLATION.replace("\n", "\r\n").encode())
    assert run("confirm", "till.fr.md").code == 0
    assert till.read_bytes() == b"\xef\xbb\xbf" + PINNED.replace("\n", "\r\n").encode()


def test_pins_are_what_the_check_asks_for(run: Command, till: Path) -> None:
    run("confirm", "till.fr.md")
    assert run("check", "--strict").code == 0
    (till.parent / "till.md").write_text(
        ORIGINAL.replace("Count the cash", "Count the notes").replace("5 min", "9 min")
    )
    assert "translation-suspect" in run("check", "--lang", "en").out
    assert run("confirm", "till.fr.md", "count-cash").code == 0
    assert run("check", "--strict").code == 0


def test_a_step_there_is_not(run: Command, till: Path) -> None:
    code, _, err = run("confirm", "till.fr.md", "lock-safe", "sweep", "--lang", "en")
    assert (code, err) == (1, "Not in the file, or not in its original: sweep.\n")
    assert "of: 0db93b" in till.read_text()


@pytest.mark.parametrize("path", ["till.md", "nothing.md", "../outside.md"])
def test_what_is_no_translation(run: Command, till: Path, path: str) -> None:
    (till.parent.parent / "outside.md").write_text(TRANSLATION)
    assert run("confirm", path).code == 2


def test_a_faulty_translation_is_left_alone(run: Command, till: Path) -> None:
    faulty = TRANSLATION.replace("lang: fr", "lang: fr\nowner: me")
    till.write_text(faulty)
    assert run("confirm", "till.fr.md").code == 2
    assert till.read_text() == faulty
