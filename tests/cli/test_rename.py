from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.editing.desk import LIBRARY
from tests.pipeline.contents import content


def test_a_step_is_renamed_on_the_disk(run: Command, tmp_path: Path) -> None:
    content(tmp_path, LIBRARY)
    code, out, err = run("rename", "order/greet", "order/welcome")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "content/order.md: 6 changed",
        "content/order.zh-TW.md: 2 changed",
        "content/refund.md: 2 changed",
    ]
    assert "see: [order/welcome]" in (tmp_path / "content/refund.md").read_text(encoding="utf-8")
    assert run("rename", "order", "take-order", "--lang", "zh-TW").out.startswith("content/order.md：改了 2 處")
    assert run("check").code == 0


def test_line_ends_and_the_mark_at_the_beginning_stay(run: Command, tmp_path: Path) -> None:
    text = b"\xef\xbb\xbf" + LIBRARY["order.md"].replace("\n", "\r\n").encode()
    folder = content(tmp_path, {**LIBRARY, "order.md": text})
    assert run("rename", "order/take", "note-down").code == 0
    assert (folder / "order.md").read_bytes() == text.replace(
        b"  - id: take\r\n", b"  - id: note-down\r\n    was: [take]\r\n"
    )


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("order/nothing", "x", "order/nothing"),
        ("nothing", "x", "nothing"),
        ("order/greet", "Welcome", "Welcome"),
        ("order/greet", "take", "take"),
    ],
)
def test_what_cannot_be_is_refused(run: Command, tmp_path: Path, old: str, new: str, words: str) -> None:
    folder = content(tmp_path, LIBRARY)
    code, out, err = run("rename", old, new)
    assert (code, out) == (2, "")
    assert words in err
    assert (folder / "order.md").read_text(encoding="utf-8") == LIBRARY["order.md"]
