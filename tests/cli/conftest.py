"""The command run in the test's own process, in a folder of its own."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from sop_plugin.cli import main
from tests.pipeline.contents import content, sop


class Outcome(NamedTuple):
    """The exit code and what was printed."""

    code: int
    out: str
    err: str


Command = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """Runs `sop` with these arguments in a new folder, in an English system."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LC_ALL", "C")

    def command(*arguments: object) -> Outcome:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capsys.readouterr()
        return Outcome(code, out, err)

    return command


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A content folder without a fault."""
    return content(tmp_path, {"a.md": sop("a"), "shop/b.md": sop("b")})


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A content folder with an error in one file and a warning in another."""
    return content(
        tmp_path, {"a.md": sop("a", "time_limit: soon\n"), "shop/b.md": sop("b", body="a\u200bb\n"), "c.md": sop("c")}
    )
