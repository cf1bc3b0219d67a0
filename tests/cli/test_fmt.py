from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.pipeline.contents import content, sop


@pytest.fixture
def untidy(tmp_path: Path) -> Path:
    """A content folder with one file in another form than the house's."""
    return content(tmp_path, {"a.md": sop("a"), "shop/b.md": sop("b", "summary:   'Short'\n")})


@pytest.mark.usefixtures("untidy")
def test_writes(run: Command, untidy: Path) -> None:
    assert run("fmt") == (0, "Formatted: content/shop/b.md\n", "Files looked at: 3, formatted: 1.\n")
    assert "summary: Short\n" in (untidy / "shop/b.md").read_text(encoding="utf-8")
    assert run("fmt").out == ""
    assert [path.name for path in (untidy / "shop").iterdir()] == ["b.md"]


def test_check_writes_nothing(run: Command, untidy: Path) -> None:
    before = (untidy / "shop/b.md").read_bytes()
    assert run("fmt", "--check") == (1, "content/shop/b.md\n", "Files looked at: 3, to be formatted: 1.\n")
    outcome = run("fmt", "--diff")
    assert outcome.code == 1
    assert "-summary:   'Short'\n+summary: Short\n" in outcome.out
    assert (untidy / "shop/b.md").read_bytes() == before
    assert run("fmt", "--check", "content/a.md").code == 0


def test_a_file_that_cannot_be_read_is_left_alone(run: Command, tmp_path: Path) -> None:
    content(tmp_path, {"a.md": "---\nsop: 1\nid: [a\n---\n"})
    outcome = run("fmt")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("Left as it is: content/a.md (")


def test_links_and_other_folders(run: Command, untidy: Path, tmp_path: Path) -> None:
    outside = tmp_path / "other.md"
    outside.write_text(sop("c", "summary: 'x'\n"), encoding="utf-8")
    (untidy / "link.md").symlink_to(outside)
    (untidy / "more").symlink_to(tmp_path)
    assert run("fmt", "other.md").code == 2
    assert run("fmt", "content/link.md", "content/more").code == 0
    assert run("fmt", "content/more/other.md").code == 2
    assert run("fmt", "content/nowhere.md").code == 2
    assert "'x'" in outside.read_text(encoding="utf-8")
    assert (untidy / "link.md").is_symlink()


def test_fix(run: Command, tmp_path: Path) -> None:
    place = content(tmp_path, {"a.md": sop("a", body="a\u200bb\n"), "b.md": sop("b", "time_limit: soon\n")})
    outcome = run("check", "--fix")
    assert outcome.code == 1
    assert outcome.err.startswith("Corrected: content/a.md, line 10: ")
    assert "time-unreadable" in outcome.out
    assert "invisible-character" not in outcome.out
    assert (place / "a.md").read_text(encoding="utf-8").endswith("ab\n")
    assert run("check", "--fix", "--format", "json").out.startswith("{")
