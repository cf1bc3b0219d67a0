from pathlib import Path

import pytest

from tests.cli.conftest import Command


def test_pages_are_written_and_written_anew(run: Command, sound: Path) -> None:
    code, out, _ = run("render", "--lang", "en", "--site-url", "https://sop.example.com")
    assert code == 0
    assert out.endswith(" pages written to rendered.\n")
    assert 'data-address="https://sop.example.com/a/"' in Path("rendered/a.md").read_text()
    (sound / "a.md").unlink()
    assert run("render").code == 0
    assert not Path("rendered/a.md").exists()


def test_nothing_is_written_of_content_with_errors(run: Command, faulty: Path) -> None:
    code, _, err = run("render", "--content", faulty, "--lang", "en", "-o", "pages")
    assert code == 1
    assert err.endswith("Nothing was written, because the content has errors; pages is as it was.\n")
    assert not Path("pages").exists()


@pytest.mark.usefixtures("sound")
@pytest.mark.parametrize("place", ["content", "content/pages", ".", "mine"])
def test_no_other_folder_is_replaced(run: Command, place: str) -> None:
    Path("mine").mkdir()
    Path("mine/letter.txt").write_text("dear")
    before = sorted(Path().rglob("*"))
    assert run("render", "-o", place).code == 2
    assert sorted(Path().rglob("*")) == before


@pytest.mark.usefixtures("sound")
@pytest.mark.parametrize("more", [("--links", "x"), ("--site-url", "example.com")])
def test_misuse(run: Command, more: tuple[str, ...]) -> None:
    assert run("render", *more).code == 2
