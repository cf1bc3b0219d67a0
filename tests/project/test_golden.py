"""Golden files are compared byte for byte, and written only when asked."""

from pathlib import Path

import pytest

from tests.support.golden import compare


def test_what_was_written_is_what_is_compared(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "page.html"
    compare(path, "一\r\n二\n", rewrite=True)
    compare(path, "一\r\n二\n", rewrite=False)
    with pytest.raises(AssertionError, match="make golden"):
        compare(path, "一\n二\n", rewrite=False)


def test_a_missing_file_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="make golden"):
        compare(tmp_path / "page.html", "", rewrite=False)
