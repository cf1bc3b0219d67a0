"""Kill, fill, reload and double the browser at random and see that nothing it acknowledged is lost or doubled.

`python -m scripts.durability [COUNT] [SEED]`; without them 200 trials, from seed 1 on. Each has a seed of its own,
which is printed where something was lost, and a profile that is thrown away.
"""

from __future__ import annotations

import sys
import time

from playwright.sync_api import sync_playwright

from tests.support.durability import Outcome, harness_server, run_trial

COUNT = 200


def main(count: int, first: int) -> int:
    """The exit code: 1 where an acknowledged action was lost or doubled."""
    start = time.monotonic()
    outcomes: list[Outcome] = []
    with sync_playwright() as playwright, harness_server() as (url, saved):
        for seed in range(first, first + count):
            outcome = run_trial(playwright.chromium, url, saved, seed)
            outcomes.append(outcome)
            for fault in outcome.faults:
                print(f"Seed {seed} ({', '.join(outcome.steps)}): {fault}", file=sys.stderr, flush=True)
    bad = sum(bool(outcome.faults) for outcome in outcomes)
    actions, saved_ones, kills, refused = (
        sum(getattr(outcome, name) for outcome in outcomes) for name in ("actions", "acknowledged", "kills", "refused")
    )
    print(f"{count} trials, {bad} with something lost, doubled or broken; {time.monotonic() - start:.0f} s.")
    print(f"{actions} actions, {saved_ones} acknowledged, {refused} refused with a reason; {kills} kills at work.")
    return 1 if bad else 0


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    sys.exit(main(*(numbers + [COUNT, 1][len(numbers) :])))
