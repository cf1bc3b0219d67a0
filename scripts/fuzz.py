"""Break the project's own content at random and see that nothing falls over, takes long or takes much memory.

`python -m scripts.fuzz [COUNT] [SEED]`; without them 200,000 files and another seed each time. The same seed gives the
same files. Each core has a process of its own that makes and probes them, so that a file which ends the process, for
good or because it takes too much, is known and kept, and the others are probed all the same.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import resource
import signal
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from tests.support.mutation import mutant, probe

COUNT = 200_000
MOST_SECONDS = 2.0
"""CPU time that a single file may take: to be read, checked, reported in colour and, if it has no error, rendered."""

MOST_MEMORY = 1 << 30
"""Bytes of address space of a process."""

COLLECT_EVERY = 200
"""Files after which a process looks for garbage, as little as the checker itself does."""


@dataclass(slots=True)
class Worker:
    """A process that probes every `step`-th file, and the number of the one it is at."""

    process: Any
    reports: Connection
    at: Any


def main(count: int, seed: int) -> int:
    """The exit code: 1 where a file was too much. Such files are kept, to be looked at."""
    start = time.monotonic()
    cores = os.cpu_count() or 1
    workers = [_start(seed, first, count, cores) for first in range(cores)]
    bad = 0
    slowest = 0.0
    while workers:
        wait([worker.reports for worker in workers])
        for worker in list(workers):
            if not worker.reports.poll():
                continue
            workers.remove(worker)
            try:
                number, seconds, trouble = worker.reports.recv()
            except EOFError:
                worker.process.join()
                number, seconds, trouble = worker.at.value, 0.0, _end_of(worker.process.exitcode)
            slowest = max(slowest, seconds)
            if trouble:
                bad += 1
                _keep(seed, number, trouble)
                workers.append(_start(seed, number + cores, count, cores))
    length = time.monotonic() - start
    print(f"{count} broken files, {bad} too much (seed {seed}); {length:.0f} s, {count / length:.0f} a second.")
    print(f"The slowest took {slowest:.2f} s of CPU.")
    return 1 if bad else 0


def _start(seed: int, first: int, count: int, step: int) -> Worker:
    ours, theirs = multiprocessing.Pipe(duplex=False)
    at = multiprocessing.Value("q", first, lock=False)
    process = multiprocessing.Process(target=_probe_all, args=(seed, range(first, count, step), theirs, at))
    process.start()
    theirs.close()
    return Worker(process, ours, at)


def _probe_all(seed: int, numbers: range, reports: Connection, at: Any) -> None:
    """Probes files until one is too much. Sends the last number, the seconds of the slowest, and what was wrong."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    gc.disable()
    slowest = 0.0
    # What is loaded and cached at the first file is no file's own time.
    probe(*mutant(seed, 0))
    for number in numbers:
        at.value = number
        path, data = mutant(seed, number)
        start = time.process_time()
        # Nothing handles the signal: it ends the process, even within a regular expression.
        signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
        try:
            probe(path, data)
        except BaseException:
            reports.send((number, slowest, traceback.format_exc()))
            return
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        slowest = max(slowest, time.process_time() - start)
        if number // numbers.step % COLLECT_EVERY == 0:
            gc.collect()
    reports.send((at.value, slowest, ""))


def _end_of(code: int) -> str:
    if code == -signal.SIGPROF:
        return f"took more than {MOST_SECONDS} s of CPU"
    return f"ended the process with {signal.Signals(-code).name if code < 0 else code}"


def _keep(seed: int, number: int, trouble: str) -> None:
    path, data = mutant(seed, number)
    with tempfile.NamedTemporaryFile(prefix="fuzz-", suffix=Path(path).suffix, delete=False) as kept:
        kept.write(data)
    print(f"{trouble}\nSeed {seed}, file {number}, made from {path}: kept as {kept.name}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    sys.exit(main(*(numbers + [COUNT, time.time_ns() % 100_000][len(numbers) :])))
