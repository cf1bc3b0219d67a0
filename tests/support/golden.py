"""Golden files: text that was read once and must stay as it is, under `tests/golden/`."""

from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).resolve().parent.parent / "golden"

Golden = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--golden`."""
    parser.addoption("--golden", action="store_true", help="write the golden files anew instead of comparing")


def compare(path: Path, text: str, *, rewrite: bool) -> None:
    """Hold the text against the file, byte for byte; with `rewrite`, write it there instead."""
    if rewrite:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        return
    if not path.exists():
        pytest.fail(f"No golden file {path.name}: run `make golden` and read what it wrote.")
    with path.open(encoding="utf-8", newline="") as file:
        expected = file.read()
    assert text == expected, f"{path.name} differs: if that is right, run `make golden` and read the diff."


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """`golden("reports/text.txt", text)` holds the text against that file under `tests/golden/`."""
    rewrite = bool(request.config.getoption("--golden"))
    return lambda name, text: compare(GOLDEN / name, text, rewrite=rewrite)
