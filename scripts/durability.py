"""Kill, fill, reload and double the browser at random and see that nothing it acknowledged is lost or doubled.

`python -m scripts.durability [--hard] [COUNT] [SEED]`; without them 200 trials, from seed 1 on. Each has a seed of its
own, printed where something was lost, and a profile that is thrown away; both copies of what it kept stay in the folder
that is named. `--hard` kills at the worst moments and damages the database between kills.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.support.durability import Outcome, harness_server, run_trial

COUNT = 200


def main(count: int, first: int, *, is_hard: bool) -> int:
    """The exit code: 1 where an acknowledged action was lost or doubled."""
    start = time.monotonic()
    evidence = Path(tempfile.gettempdir()) / "sop-durability-lost"
    outcomes: list[Outcome] = []
    with sync_playwright() as playwright, harness_server() as (url, told):
        for seed in range(first, first + count):
            outcome = run_trial(playwright.chromium, url, told, seed, is_hard=is_hard, evidence=evidence)
            outcomes.append(outcome)
            if outcome.faults:
                print(f"Seed {seed}: what was left is in {evidence / str(seed)}", file=sys.stderr)
            for fault in outcome.faults:
                print(f"Seed {seed} ({', '.join(outcome.steps)}): {fault}", file=sys.stderr, flush=True)
    bad = sum(bool(outcome.faults) for outcome in outcomes)
    names = ("actions", "acknowledged", "kills", "refused", "losses")
    actions, saved_ones, kills, refused, losses = (
        sum(getattr(outcome, name) for outcome in outcomes) for name in names
    )
    print(f"{count} trials, {bad} with something lost, doubled or broken; {time.monotonic() - start:.0f} s.")
    print(f"{actions} actions, {saved_ones} acknowledged, {refused} refused with a reason; {kills} kills at work.")
    print(f"{losses} pages found the database thrown away.")
    return 1 if bad else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hard", action="store_true")
    parser.add_argument("count", type=int, nargs="?", default=COUNT)
    parser.add_argument("first", type=int, nargs="?", default=1)
    given = parser.parse_args()
    sys.exit(main(given.count, given.first, is_hard=given.hard))
