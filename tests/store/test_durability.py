"""Nothing that was acknowledged is lost or doubled, whatever happens to the browser; `make durability` tries 200."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.support.durability import harness_server, run_trial


@pytest.fixture(scope="module")
def harness() -> Iterator[tuple[str, list[str]]]:
    with harness_server() as given:
        yield given


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, 11))
def test_nothing_acknowledged_is_lost(harness: tuple[str, list[str]], browser: Browser, seed: int) -> None:
    url, saved = harness
    outcome = run_trial(browser.browser_type, url, saved, seed)
    assert outcome.faults == []
    assert outcome.kills > 0
    assert outcome.acknowledged > 0
