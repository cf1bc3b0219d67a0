"""The same day in every test, whenever it runs: what is due does not change with the calendar."""

import pytest

from sop_plugin.pipeline.today import TODAY


@pytest.fixture(autouse=True)
def _same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TODAY, "2026-11-25")
