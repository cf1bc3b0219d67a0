"""Break the project's own content at random and see that nothing falls over.

`python -m scripts.fuzz [SECONDS] [SEED]`; without them five minutes and another seed each time.
"""

import sys
import tempfile
import time
import traceback
from random import Random

from tests.support.mutation import mutants, probe

SECONDS = 300


def main(seconds: int, seed: int) -> int:
    """The exit code: 1 at the first file that is too much, which is then kept, to be looked at."""
    end = time.monotonic() + seconds
    for count, (path, data) in enumerate(mutants(Random(seed)), start=1):
        try:
            probe(path, data)
        except Exception:
            traceback.print_exc()
            with tempfile.NamedTemporaryFile(prefix="fuzz-", suffix=".md", delete=False) as kept:
                kept.write(data)
            print(f"Seed {seed}, file {count}, made from {path}: kept as {kept.name}", file=sys.stderr)
            return 1
        if time.monotonic() > end:
            print(f"{count} broken files, none too much (seed {seed}).")
            return 0
    return 0


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    sys.exit(main(*(numbers + [SECONDS, time.time_ns() % 100_000][len(numbers) :])))
