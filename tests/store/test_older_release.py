"""A database as the first release left it, with its records as they were written then: read and gone on with for ever.

The file and the shape below never change. A release that changes either gets a file and a test of its own beside it.
"""

import json
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests.store.conftest import run_in

RECORDS = json.loads((Path(__file__).parent / "release_1.json").read_text(encoding="utf-8"))

MAKE_RELEASE_1 = """
await new Promise((done, failed) => {
  const opening = indexedDB.open("sop", 1);
  opening.onupgradeneeded = () => {
    const database = opening.result;
    database.createObjectStore("runs", { keyPath: "id" });
    const events = database.createObjectStore("events", { keyPath: "seq", autoIncrement: true });
    events.createIndex("run", "run");
    events.createIndex("id", ["run", "event.id"], { unique: true });
    database.createObjectStore("files", { keyPath: ["run", "id"] }).createIndex("run", "run");
    database.createObjectStore("snapshots", { keyPath: "run" });
    database.createObjectStore("settings", { keyPath: "key" });
    for (const [store, records] of Object.entries(argument)) {
      for (const record of records) opening.transaction.objectStore(store).add(record);
    }
  };
  opening.onsuccess = () => { opening.result.close(); done(); };
  opening.onerror = () => failed(opening.error);
});
"""


def test_its_runs_are_read_and_gone_on_with(tab: Page, new_tab: Callable[[], Page]) -> None:
    run_in(tab, MAKE_RELEASE_1, RECORDS)
    found = run_in(
        tab,
        """
        const { reduce, applied } = await import("/flow/run.js");
        const store = await openStore({ keepNames: 100_000 });
        const header = await store.run("r1");
        const state = reduce(header.snapshot, await store.events("r1"));
        const next = { id: "e4", at: Date.now(), by: "Ben", type: "done", node: 2, visit: 1 };
        const after = applied(state, next);
        return {
          durable: store.durable, label: header.label, at: state.active.map((one) => one.node),
          value: state.done.at(-1).values["check.record.cold"].value, ignored: after.ignored.length,
          ending: after.ending?.node, saved: await store.append("r1", next),
        };
        """,
    )
    assert found == {
        "durable": True,
        "label": "Truck 12",
        "at": [2],
        "value": "4.5",
        "ignored": 0,
        "ending": 3,
        "saved": {"ok": True, "repeated": False},
    }
    events = run_in(
        new_tab(), 'return (await (await openStore({ keepNames: 100_000 })).events("r1")).map((each) => each.id);'
    )
    assert events == ["e1", "e2", "e3", "e4"]
