import datetime

import pytest

from sop_plugin.pipeline.today import TODAY, today


def test_the_day_that_is_set_counts_before_the_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.setenv(TODAY, "2026-02-28")
    assert today() == datetime.date(2026, 2, 28)
    monkeypatch.delenv(TODAY)
    assert today() == datetime.date(1970, 1, 1)


@pytest.mark.parametrize("nonsense", ["", "tomorrow", "2026-02-30"])
def test_what_is_no_day_counts_as_not_set(monkeypatch: pytest.MonkeyPatch, nonsense: str) -> None:
    monkeypatch.setenv(TODAY, nonsense)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert abs(today() - datetime.datetime.now(tz=datetime.UTC).date()) <= datetime.timedelta(days=1)


@pytest.mark.parametrize("nonsense", ["soon", "9" * 40, "-" + "9" * 40])
def test_an_epoch_out_of_the_calendar_counts_as_not_set(monkeypatch: pytest.MonkeyPatch, nonsense: str) -> None:
    monkeypatch.delenv(TODAY)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", nonsense)
    assert today().year >= 2026
