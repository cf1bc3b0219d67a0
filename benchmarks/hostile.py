"""The longest that a file of the largest size takes which was built to take long."""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import resource
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Figure
from sop_plugin.checks.rule import Surroundings
from sop_plugin.pipeline.file_check import check_file
from sop_plugin.pipeline.garbage import uncollected
from sop_plugin.reading.source import MAX_BYTES
from tests.support.hostile import Hostile, hostile_files

FILES = frozenset(f"part/file-{number}.md" for number in range(1_000))
"""What stands around the file, so that there is something to suggest in place of a dead link."""


def figures(_folder: Path) -> Iterator[Figure]:
    """CPU time and memory of the worst of all hostile files, each checked in a process of its own."""
    check_file("a.md", b"---\nsop: 1\n", Surroundings(), "a.md")
    slowest, largest = (0.0, ""), (0.0, "")
    for hostile in hostile_files(MAX_BYTES):
        seconds, memory = _taken(hostile)
        slowest, largest = max(slowest, (seconds, hostile.name)), max(largest, (memory, hostile.name))
    yield Figure(f"hostile 1 MiB file, CPU ({slowest[1]})"[:62], slowest[0], 2.0, "s")
    yield Figure(f"hostile 1 MiB file, memory ({largest[1]})"[:62], largest[0], 1024, "MiB")


def _taken(hostile: Hostile) -> tuple[float, float]:
    """Seconds of CPU and most MiB of a process that checks the file; endless where the process does not end well."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_check, args=(hostile.data, theirs))
    process.start()
    theirs.close()
    try:
        seconds, memory = ours.recv()
    except EOFError:
        seconds, memory = float("inf"), float("inf")
    process.join()
    return seconds, memory


def _check(data: bytes, report: multiprocessing.connection.Connection) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
    with uncollected():
        start = time.process_time()
        check_file("part/a.md", data, Surroundings(files=FILES), "content/part/a.md")
        seconds = time.process_time() - start
    report.send((seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
