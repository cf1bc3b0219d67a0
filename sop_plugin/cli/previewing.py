"""Keeping the process that builds the preview, and asking it again whenever a file changes."""

from __future__ import annotations

import datetime
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from sop_plugin.cli.site_processes import build_environment
from sop_plugin.pipeline.folder import scan
from sop_plugin.pipeline.today import TODAY

LOOK_EVERY = 0.1
"""Seconds between two looks at the files. To list a thousand takes some thousandths."""

SETTLED = 0.05
"""Seconds in which no file may change before a build: an editor writes in several steps."""

Shown = Callable[[str], None]
"""Is told the language whose pages stand in their place; the empty text for the site's own."""

Open = Callable[[], Iterable[str]]
"""Gives the addresses of the pages that somebody looks at."""


class Previewer:
    """The process that builds into `place`, which is published at `address`. Without MkDocs: this room knows none."""

    def __init__(self, config: Path, place: Path, address: str, day: datetime.date) -> None:
        command = [sys.executable, "-m", "sop_plugin.adapter.preview", str(config), str(place), address]
        environment = build_environment({TODAY: day.isoformat()})
        self._process = subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._seen: dict[Path, object] = {}

    def __enter__(self) -> Previewer:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def wait(self) -> bool:
        """Waits for the first pages; False where they cannot be built."""
        return next((word == "shown" for word, _ in self._answers() if word in ("shown", "failed")), False)

    def watch(self, shown: Shown, dressed: Shown, open_pages: Open) -> None:
        """Asks for a build at every change, and passes on what is shown, until the process ends.

        `dressed` is told before that where something has changed that any page may use, such as a style sheet.
        """
        told = {"shown": shown, "dressed": dressed}
        threading.Thread(target=self._pass_on, args=(told,), daemon=True).start()
        while self._process.poll() is None:
            time.sleep(LOOK_EVERY)
            if self._look():
                time.sleep(SETTLED)
                while self._look():
                    time.sleep(SETTLED)
                self._ask(open_pages())

    def _look(self) -> bool:
        """Whether anything changed since the last look."""
        now = {path: _stamps(path) for path in tuple(self._seen)}
        changed = any(self._seen[path] != stamps for path, stamps in now.items())
        self._seen |= now
        return changed

    def _ask(self, open_pages: Iterable[str]) -> None:
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):
            self._process.stdin.write(" ".join(("build", *open_pages)) + "\n")
            self._process.stdin.flush()

    def _pass_on(self, told: Mapping[str, Shown]) -> None:
        for word, rest in self._answers():
            if word in told:
                told[word](rest)

    def _answers(self) -> Iterator[tuple[str, str]]:
        """What the process says, each as a word and what follows it."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            word, _, rest = line.rstrip("\n").partition(" ")
            if word == "watch" and (path := Path(rest)) not in self._seen:
                self._seen[path] = _stamps(path)  # before the build reads it
            yield word, rest


def _stamps(path: Path) -> object:
    """What tells that a file, or something in a folder, has changed."""
    if path.is_dir():
        return scan(path).files
    return path.stat().st_mtime_ns if path.exists() else None
