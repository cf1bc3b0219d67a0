"""Running something as a process of its own and reading off what it took."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Taken:
    """What a process and its children took: seconds of CPU, seconds by the wall clock, and most memory in MiB."""

    cpu: float
    wall: float
    memory: float


def taken(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Taken:
    """Runs a command to its end. Raises CalledProcessError where it fails."""
    # A process of its own in between, so that the counters of finished children start at nought.
    probe = (
        "import resource, subprocess, sys\n"
        "code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)\n"
        "sys.exit(code)\n"
    )
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", probe, *command],
        cwd=folder,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    wall = time.perf_counter() - start
    if done.returncode:
        sys.stderr.write(done.stderr)
        raise subprocess.CalledProcessError(done.returncode, list(command))
    cpu, memory = map(float, done.stdout.split()[-2:])
    return Taken(cpu, wall, memory)


def medians(runs: Sequence[Taken]) -> Taken:
    """The median of each figure."""
    return Taken(median(r.cpu for r in runs), median(r.wall for r in runs), median(r.memory for r in runs))


def in_turn(commands: Mapping[str, Sequence[str]], folder: Path, rounds: int) -> dict[str, Taken]:
    """Runs each command once a round, so that whatever else the machine does falls on all alike; gives medians."""
    runs: dict[str, list[Taken]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(taken(command, folder))
    return {name: medians(of_one) for name, of_one in runs.items()}


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured figure beside the one that is asked for; it holds where it is not above it."""

    name: str
    measured: float
    asked: float
    unit: str = "x"

    @property
    def holds(self) -> bool:
        """Whether the figure is as good as asked."""
        return self.measured <= self.asked

    def __str__(self) -> str:
        mark = "ok  " if self.holds else "MISS"
        return f"{mark} {self.name:62} {self.measured:8.3f} {self.unit:3} (asked: at most {self.asked:g})"
