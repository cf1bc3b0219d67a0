"""Nothing that was acknowledged is lost or doubled, whatever happens to the browser; `make durability` tries 200."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.support.durability import Told, harness_server, run_trial


@pytest.fixture(scope="module")
def harness() -> Iterator[tuple[str, Told]]:
    with harness_server() as given:
        yield given


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, 11))
def test_nothing_acknowledged_is_lost(harness: tuple[str, Told], browser: Browser, seed: int) -> None:
    url, told = harness
    outcome = run_trial(browser.browser_type, url, told, seed)
    assert outcome.faults == []
    assert outcome.kills > 0
    assert outcome.acknowledged > 0


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, 3))
def test_nothing_acknowledged_is_lost_with_the_database(harness: tuple[str, Told], browser: Browser, seed: int) -> None:
    url, told = harness
    outcome = run_trial(browser.browser_type, url, told, seed, is_hard=True)
    assert outcome.faults == []
    assert outcome.losses > 0
    assert outcome.acknowledged > 0
