"""Random trials of the store: a browser that is killed, reloaded, full and used in two tabs at once.

A trial is made by its seed alone, up to the moment a kill hits. An action counts as acknowledged once the page has told
the server that it was saved; whatever happens, it must then be there, once.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import BrowserContext, BrowserType, Page
from playwright.sync_api import Error as BrowserError

from sop_plugin.web.bundling import MODULES, Modules, bundle
from sop_plugin.words.catalogue import catalogue
from tests.support.chromium import find_chromium, launch_arguments

HARNESS = Path(__file__).parent.parent / "store" / "harness.js"
PHOTO_SIZE = 40_000
NARROW = 6_000_000
"""Bytes that a full disk leaves: beside the ballast of the second copy, and the megabyte that Chromium sets aside for a file
that grows, some actions still fit, and in the end one copy of them and not the other."""

WIDE = 1_000_000_000


@dataclass(slots=True)
class Action:
    """Something done on the page. `key` names it to the server; an event that is sent twice has two keys and one id."""

    key: str
    kind: str
    run: str
    number: int
    id: str
    photo: bool
    heavy: bool


@dataclass(slots=True)
class Outcome:
    """What a trial came to. `faults` are in words, for a person."""

    seed: int
    steps: list[str] = field(default_factory=list)
    actions: int = 0
    acknowledged: int = 0
    kills: int = 0
    refused: int = 0
    losses: int = 0
    """Pages that found the database thrown away."""
    faults: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Told:
    """What pages told the server, since it was last emptied."""

    saved: list[str] = field(default_factory=list)
    """The keys of actions that were acknowledged."""
    lost: list[str] = field(default_factory=list)
    """What a page found lost when it opened the store: `database`, which came back, or `both` copies."""

    def clear(self) -> None:
        """Forgets all."""
        self.saved.clear()
        self.lost.clear()


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *given: Any, told: Told, **named: Any) -> None:
        self._told = told
        super().__init__(*given, **named)

    def do_POST(self) -> None:
        words = self._told.lost if self.path == "/lost" else self._told.saved
        words.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, the inherited name
        """Nothing."""


@contextmanager
def harness_server() -> Iterator[tuple[str, Told]]:
    """The address of the harness page, and what its pages tell."""
    with tempfile.TemporaryDirectory() as name:
        folder, told = Path(name), Told()
        shutil.copytree(MODULES, folder / "js")
        (folder / "js" / "features").mkdir(exist_ok=True)
        shutil.copy(HARNESS, folder / "js" / "features" / "harness.js")
        for feature in ("harness", "journal"):
            script = bundle(feature, catalogue("en"), Modules(folder / "js"))
            (folder / f"{feature}.js").write_text(script, encoding="utf-8")
        page = '<!doctype html><meta charset="utf-8"><title>Harness</title><script src="harness.js" defer></script>'
        (folder / "index.html").write_text(page, encoding="utf-8")
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=name, told=told))
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", told
        finally:
            server.shutdown()
            server.server_close()
            thread.join()


class Trial:
    """One schedule over one profile."""

    def __init__(
        self, chromium: BrowserType, url: str, told: Told, profile: Path, seed: int, *, is_hard: bool = False
    ) -> None:
        self._chromium = chromium
        self._url = url
        self._told = told
        self._profile = profile
        self._pick = random.Random(seed)
        self._is_hard = is_hard
        self._context: BrowserContext
        self._tabs: list[Page] = []
        self._sent: dict[str, Action] = {}
        self._runs: list[str] = []
        self.outcome = Outcome(seed)

    def run(self) -> Outcome:
        """Carries the schedule out and compares what is kept with what was acknowledged."""
        self._start(WIDE)
        self._perform(self._tabs[0], [self._new_run()])
        steps = [self._burst, self._both, self._kill, self._reload, self._full, self._retry, self._erase]
        weights = [2, 2, 4, 2, 1, 2, 1]
        if self._is_hard:
            steps = [self._burst, self._both, self._kill, self._kill_early, self._full, self._damage, self._erase]
            weights = [1, 1, 1, 3, 2, 3, 1]
        chosen = self._pick.choices(steps, weights=weights, k=self._pick.randint(4, 7))
        for step in [*chosen, self._damage if self._is_hard else self._kill]:
            self.outcome.steps.append(step.__name__.strip("_"))
            step()
        self._compare(self._tabs[0].evaluate("everything()"))
        self.outcome.losses = len(self._told.lost)
        self._kill_browser()
        return self.outcome

    # steps

    def _burst(self) -> None:
        """One tab does a good deal, all at once or in turn."""
        self._perform(self._pick.choice(self._tabs), self._some(20))

    def _both(self) -> None:
        """Two tabs work at the same runs; some actions are the same in both, as after an uncertain answer."""
        shared = self._some(5)
        for tab, actions in zip(self._tabs, (shared, [self._again(action) for action in shared]), strict=False):
            self._begin(tab, [*self._some(10), *actions])
        for tab in self._tabs:
            self._settle(tab)

    def _kill(self) -> None:
        """The browser is killed in the middle of work in one tab or both."""
        for tab in self._tabs[: self._pick.randint(1, 2)]:
            self._begin(tab, self._some(60))
        time.sleep(self._pick.uniform(0, 0.25))
        self._kill_browser()
        self.outcome.kills += 1
        self._start(WIDE)

    def _kill_early(self) -> None:
        """The browser is killed at work, and again before it has opened what that left."""
        self._begin(self._pick.choice(self._tabs), self._some(60))
        time.sleep(self._pick.uniform(0, 0.1))
        for _ in range(self._pick.randint(1, 3)):
            self._kill_browser()
            self.outcome.kills += 1
            self._start(WIDE, is_awaited=False)
            time.sleep(self._pick.uniform(0, 0.5))
        self._kill_browser()
        self._start(WIDE)

    def _damage(self) -> None:
        """The browser is killed at work, and the file that its database begins with is cut short or away."""
        for tab in self._tabs:
            self._begin(tab, self._some(20))
        time.sleep(self._pick.uniform(0, 0.25))
        self._kill_browser()
        self.outcome.kills += 1
        for database in sorted(self._profile.rglob("*.indexeddb.leveldb")):
            for file in [*sorted(database.glob("MANIFEST-*")), database / "CURRENT"][self._pick.randint(0, 1) :]:
                file.write_bytes(file.read_bytes()[: self._pick.randint(0, 12)])
        self._start(WIDE)

    def _reload(self) -> None:
        """A page is loaded anew in the middle of its work."""
        tab = self._pick.choice(self._tabs)
        self._begin(tab, self._some(30))
        time.sleep(self._pick.uniform(0, 0.1))
        tab.reload()

    def _full(self) -> None:
        """The disk is full; what fails must fail whole, and what was there stays."""
        self._kill_browser()
        self._start(NARROW)
        for tab in self._tabs:
            self._begin(tab, [*self._some(10, heavy=True), *self._some(10)])
        for tab in self._tabs:
            self._settle(tab)
        self._kill_browser()
        self._start(WIDE)

    def _retry(self) -> None:
        """What was sent but never acknowledged is sent once more."""
        open_ones = [
            action for key, action in self._sent.items() if key not in self._told.saved and action.kind != "erase"
        ]
        self._perform(self._pick.choice(self._tabs), [self._again(action) for action in open_ones[-20:]])

    def _erase(self) -> None:
        """A run is deleted."""
        run = self._pick.choice(self._runs)
        self._perform(self._pick.choice(self._tabs), [self._action("erase", run)])

    # actions

    def _some(self, most: int, *, heavy: bool = False) -> list[Action]:
        count = self._pick.randint(1, most)
        actions = [self._new_run()] if self._pick.random() < 0.3 else []
        return actions + [self._action("append", self._pick.choice(self._runs), heavy=heavy) for _ in range(count)]

    def _new_run(self) -> Action:
        self._runs.append(f"run-{len(self._runs)}")
        return self._action("create", self._runs[-1])

    def _action(self, kind: str, run: str, *, heavy: bool = False) -> Action:
        number = len(self._sent)
        photo = kind != "erase" and self._pick.random() < 0.15
        return self._noted(Action(f"{number}", kind, run, number, f"event-{number}", photo, heavy))

    def _again(self, action: Action) -> Action:
        key = f"{len(self._sent)}"
        return self._noted(Action(key, action.kind, action.run, action.number, action.id, action.photo, action.heavy))

    def _noted(self, action: Action) -> Action:
        self._sent[action.key] = action
        self.outcome.actions += 1
        return action

    def _perform(self, tab: Page, actions: list[Action]) -> None:
        self._begin(tab, actions)
        self._settle(tab)

    def _begin(self, tab: Page, actions: list[Action]) -> None:
        """Starts actions in a page and does not wait for them."""
        plan = [
            {name: getattr(action, name) for name in ("key", "kind", "run", "number", "id", "photo", "heavy")}
            for action in actions
        ]
        script = "([plan, atOnce]) => { globalThis.work = perform(plan, atOnce); globalThis.work.catch(() => {}); }"
        tab.evaluate(script, [plan, self._pick.random() < 0.5])

    def _settle(self, tab: Page) -> None:
        """Waits until a page has done what it was given; the store's answers are results, never exceptions."""
        results = tab.evaluate("globalThis.work")
        allowed = {"full", "gone", "exists"}
        self.outcome.refused += sum(not result["ok"] for result in results)
        self.outcome.faults += [
            f"refused because {result['why']}"
            for result in results
            if not result["ok"] and result["why"] not in allowed
        ]

    # the browser

    def _start(self, space: int, *, is_awaited: bool = True) -> None:
        """Starts the browser with two tabs, in which the site may take so many bytes; once they are loaded, if awaited."""
        self._context = self._chromium.launch_persistent_context(
            self._profile, executable_path=find_chromium(), args=launch_arguments()
        )
        self._tabs = [self._context.pages[0], self._context.new_page()]
        for tab in self._tabs:
            # The browser asks for the space when it opens the database, so it is set before.
            session = self._context.new_cdp_session(tab)
            session.send("Storage.overrideQuotaForOrigin", {"origin": self._url, "quotaSize": space})
            tab.goto(f"{self._url}/", wait_until="load" if is_awaited else "commit")

    def _kill_browser(self) -> None:
        """Kills all processes of the browser over our profile, as the system does that is short of memory."""
        kill_browser_over(self._profile)
        with suppress(BrowserError):
            self._context.close()

    # the comparison

    def _compare(self, kept: list[dict[str, Any]]) -> None:
        fault = self.outcome.faults.append
        erasures = {action.run: key for key, action in self._sent.items() if action.kind == "erase"}
        numbers = [event["number"] for run in kept for event in run["events"]]
        if twice := sorted({number for number in numbers if numbers.count(number) > 1}):
            fault(f"doubled: actions {twice}")
        acknowledged = {self._sent[key].number: self._sent[key] for key in self._told.saved}
        self.outcome.acknowledged = len(self._told.saved)
        for number, action in acknowledged.items():
            if action.kind != "erase" and action.run not in erasures and number not in numbers:
                fault(f"lost: action {number} ({action.kind} in {action.run})")
        sent = {action.number: action for action in self._sent.values()}
        for run in kept:
            if run["count"] != len(run["events"]) or not run["isWhole"]:
                fault(f"{run['id']} is not whole: counts {run['count']} of {len(run['events'])} events")
            photos = {f"photo-{event['id']}" for event in run["events"] if event["photo"]}
            found = {name for name, size in run["photos"] if size == PHOTO_SIZE}
            if photos != found or len(run["photos"]) != len(photos):
                fault(f"{run['id']} has the photos {sorted(found)}, its events {sorted(photos)}")
            if strangers := [event["id"] for event in run["events"] if sent[event["number"]].run != run["id"]]:
                fault(f"{run['id']} holds events of other runs: {strangers}")
        for run_id, key in erasures.items():
            behind = [action.key for action in self._sent.values() if action.run == run_id and action.kind == "create"]
            is_remade = any(int(again) > int(key) for again in behind)
            if key in self._told.saved and not is_remade and run_id in {run["id"] for run in kept}:
                fault(f"{run_id} was deleted and is there")


def run_trial(
    chromium: BrowserType, url: str, told: Told, seed: int, *, is_hard: bool = False, evidence: Path | None = None
) -> Outcome:
    """A trial over a profile of its own, which is removed; where something was lost, both copies go into `evidence`."""
    told.clear()
    profile = Path(tempfile.mkdtemp(prefix="sop-durability-"))
    trial = Trial(chromium, url, told, profile, seed, is_hard=is_hard)
    try:
        outcome = trial.run()
        if outcome.faults and evidence:
            for copy in ("IndexedDB", "File System"):
                shutil.copytree(profile / "Default" / copy, evidence / str(seed) / copy, dirs_exist_ok=True)
        return outcome
    finally:
        trial._kill_browser()
        shutil.rmtree(profile, ignore_errors=True)


def kill_browser_over(profile: Path) -> None:
    """Kills all processes of the browser that works on a profile."""
    for process in _processes_of(profile):
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)


def _processes_of(profile: Path) -> list[int]:
    """The processes whose command line names the profile; none but ours can."""
    found = []
    for entry in Path("/proc").iterdir():
        with suppress(OSError):
            if entry.name.isdigit() and str(profile) in (entry / "cmdline").read_bytes().decode(errors="replace"):
                found.append(int(entry.name))
    return found
