"""The database is thrown away, as browsers do with one of which a file is broken: what was kept comes back, and only that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from sop_plugin.web.bundling import bundle
from sop_plugin.words.catalogue import catalogue
from tests.store.conftest import run_in

COPYING = """
const copier = URL.createObjectURL(new Blob([argument]));
const open = (more) => openStore({ keepNames: 100_000, copier, ...more });
const throwAway = () => new Promise((done) => { indexedDB.deleteDatabase("sop").onsuccess = done; });
const copies = async () => {
  const found = {};
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("sop-runs");
  for await (const [name, file] of folder.entries()) {
    if (name.startsWith("run-")) found[name] = await (await file.getFile()).text();
  }
  return found;
};
const idsOf = async (store, run) => (await store.events(run)).map((each) => each.id);
"""

FULL = """
const answer = 'onmessage = ({ data: { call } }) => postMessage({ call, trouble: { name: "QuotaExceededError", message: "" } });';
const full = URL.createObjectURL(new Blob([answer]));
"""
"""`full` is the worker of a copy for which there is no space."""


@pytest.fixture(scope="module")
def worker() -> str:
    """What the site ships as the worker of the second copy."""
    return bundle("journal", catalogue("en"))


def copying(page: Page, worker: str, code: str) -> Any:
    """What `code` returns; it knows `open`, which opens the store, `throwAway`, the files of `copies` and `idsOf`."""
    return run_in(page, COPYING + code, worker)


def test_what_the_browser_threw_away_comes_back(tab: Page, worker: str) -> None:
    found = copying(
        tab,
        worker,
        """
        const one = await open();
        const photo = [{ id: "p", name: "p.jpg", blob: new Blob(["12345"], { type: "image/jpeg" }) }];
        await one.create({ id: "a", sop: "tea", label: "Table 4" }, { nodes: [1] }, started("a1"), photo);
        await one.create({ id: "b/茶", sop: "tea" }, { nodes: [2] }, started("b1"));
        await one.append("a", event("a2", { value: "冰" }));
        await one.append("a", event("a3", { type: "finished", at: 9 }));
        const before = await one.run("a");
        one.close();
        await throwAway();
        const two = await open();
        const after = await two.run("a");
        const file = await two.file("a", "p");
        const gone = await two.append("a", event("a4"));
        two.close();
        await throwAway();
        const three = await open();
        return {
          restored: [one.restored, two.restored, three.restored], lost: [two.isLost, three.isLost],
          same: ["label", "sop", "kind", "started", "ended", "touched", "count"].filter((key) => before[key] === after[key]),
          snapshot: after.snapshot, file: [file.name, file.type, await file.blob.text()],
          runs: (await three.runs()).map((run) => run.id), gone, events: await idsOf(three, "a"),
        };
        """,
    )
    assert found == {
        "restored": [0, 2, 2],
        "lost": [False, False],
        "same": ["label", "sop", "kind", "started", "ended", "touched", "count"],
        "snapshot": {"nodes": [1]},
        "file": ["p.jpg", "image/jpeg", "12345"],
        "runs": ["a", "b/茶"],
        "gone": {"ok": True, "repeated": False},
        "events": ["a1", "a2", "a3", "a4"],
    }


def test_what_was_deleted_stays_deleted(tab: Page, worker: str) -> None:
    found = copying(
        tab,
        worker,
        """
        const one = await open();
        for (const id of ["a", "b"]) await one.create({ id, sop: "tea" }, {}, started(id));
        await one.erase("a");
        const left = Object.keys(await copies());
        one.close();
        await throwAway();
        const two = await open();
        const back = (await two.runs()).map((run) => run.id);
        await two.eraseAll();
        two.close();
        await throwAway();
        const three = await open();
        return [left, back, Object.keys(await copies()), (await three.runs()).length, three.restored, three.isLost];
        """,
    )
    assert found == [["run-b"], ["b"], [], 0, 0, False]


def test_names_that_were_taken_out_stand_in_no_copy(tab: Page, worker: str) -> None:
    found = copying(
        tab,
        worker,
        """
        const one = await open();
        await one.create({ id: "a", sop: "tea" }, {}, { ...started("a1"), by: "Adelheid" });
        await one.create({ id: "b", sop: "tea" }, {}, started("b1"));
        await one.append("b", event("b2", { by: "Adelheid" }));
        const typed = Object.values(await copies()).filter((text) => text.includes("Adelheid")).length;
        await one.eraseNames();
        const kept = Object.values(await copies()).filter((text) => text.includes("Adelheid")).length;
        await one.append("b", event("b3", { by: "Berta" }));
        one.close();
        await throwAway();
        const two = await open();
        const names = (await two.names()).map((each) => each.name);
        return [typed, kept, names];
        """,
    )
    assert found == [2, 0, ["Berta"]]


def test_names_of_runs_that_came_back_go_in_their_time(tab: Page, worker: str) -> None:
    found = copying(
        tab,
        worker,
        """
        const one = await open();
        await one.create({ id: "a", sop: "tea" }, {}, { ...started("a1"), by: "Adelheid", type: "read" });
        one.close();
        await throwAway();
        const later = Date.now() + 40 * 86_400_000;
        Date.now = () => later;
        const two = await open({ keepNames: 30 });
        return [two.restored, await two.names(), Object.values(await copies()).join().includes("Adelheid")];
        """,
    )
    assert found == [1, [], False]


def test_two_tabs_write_one_copy(tab: Page, new_tab: Callable[[], Page], worker: str) -> None:
    other = new_tab()
    copying(tab, worker, "globalThis.store = await open(); await store.create({ id: 'r', sop: 'tea' }, {}, started());")
    copying(other, worker, "globalThis.store = await open();")
    for page, name in ((tab, "a"), (other, "b")):
        page.evaluate(
            """(name) => { globalThis.work = Promise.all(Array.from({ length: 12 }, (_, number) =>
                 store.append("r", { id: `${name}${number}`, at: 1, by: "", type: "set" }))); }""",
            name,
        )
    for page in (tab, other):
        assert page.evaluate("async () => (await work).every((result) => result.ok)")
        page.evaluate("store.close()")
    found = copying(
        tab, worker, "await throwAway(); const back = await open(); return [back.restored, await idsOf(back, 'r')];"
    )
    assert found[0] == 1
    assert sorted(found[1]) == sorted(["s", *(f"{name}{number}" for name in "ab" for number in range(12))])


def test_runs_of_an_older_release_get_their_copy_with_the_next_entry(tab: Page, worker: str) -> None:
    found = copying(
        tab,
        worker,
        """
        const older = await openStore();
        for (const id of ["a", "b"]) await older.create({ id, sop: "tea" }, {}, started(id));
        older.close();
        const newer = await open();
        await newer.append("a", event("a2"));
        for (let tries = 0; tries < 200 && Object.keys(await copies()).length < 2; tries += 1) {
          await new Promise((done) => setTimeout(done, 20));
        }
        newer.close();
        await throwAway();
        const back = await open();
        return [back.restored, await idsOf(back, "a"), await idsOf(back, "b")];
        """,
    )
    assert found == [2, ["a", "a2"], ["b"]]


LOSE_AN_EVENT = """
  async function lose(run, event) {
    const spoiled = await new Promise((done) => {
      const request = indexedDB.open("sop");
      request.onsuccess = () => done(request.result);
    });
    const change = spoiled.transaction(["runs", "events"], "readwrite");
    change.objectStore("runs").get(run).onsuccess = ({ target: { result } }) =>
      change.objectStore("runs").put({ ...result, count: result.count - 1 });
    change.objectStore("events").index("id").getKey([run, event]).onsuccess = ({ target: { result } }) =>
      change.objectStore("events").delete(result);
    await new Promise((done) => { change.oncomplete = done; });
    spoiled.close();
  }
"""
"""`lose(run, event)` takes one event out of the database, as a file that is broken in part does."""


def test_entries_that_the_database_lost_come_back_in_their_place_when_the_run_is_opened(tab: Page, worker: str) -> None:
    found = copying(
        tab,
        worker,
        LOSE_AN_EVENT
        + """
        const one = await open();
        await one.create({ id: "r", sop: "tea" }, { nodes: [1] }, started());
        await one.append("r", event("a"));
        await one.append("r", event("b"));
        one.close();
        await lose("r", "a");
        const two = await open();
        const before = await idsOf(two, "r");
        const mended = [await two.mend("r"), await two.mend("r"), await two.mend("nowhere")];
        const after = await idsOf(two, "r");
        const { snapshot, count } = await two.run("r");
        await two.append("r", event("c"));
        two.close();
        await throwAway();
        return { before, mended, after, snapshot, count, restored: two.restored, copy: await idsOf(await open(), "r") };
        """,
    )
    assert found == {
        "before": ["s", "b"],
        "mended": [1, 0, 0],
        "after": ["s", "a", "b"],
        "snapshot": {"nodes": [1]},
        "count": 3,
        "restored": 1,
        "copy": ["s", "a", "b", "c"],
    }


def test_what_either_of_the_two_lacks_is_put_right_with_the_next_entry(tab: Page, worker: str) -> None:
    found = copying(
        tab,
        worker,
        LOSE_AN_EVENT
        + """
        const one = await open();
        await one.create({ id: "r", sop: "tea" }, {}, started());
        one.close();
        const alone = await openStore();
        await alone.append("r", event("only in the database"));
        alone.close();
        const two = await open();
        await two.append("r", event("a"));
        two.close();
        await lose("r", "a");
        const three = await open();
        const before = await idsOf(three, "r");
        await three.append("r", event("b"));
        const after = await idsOf(three, "r");
        three.close();
        await throwAway();
        return [before, after, await idsOf(await open(), "r")];
        """,
    )
    both = ["s", "only in the database", "a", "b"]
    assert found == [["s", "only in the database"], both, both]


@pytest.mark.parametrize(
    "spoil",
    [
        "argument = 'this is no script';",
        "argument = 'onmessage = ({ data: { call } }) => postMessage({ call, trouble: { message: \"broken\" } });';",
        "Object.defineProperty(globalThis, 'Worker', { value: undefined });",
    ],
)
def test_without_a_second_copy_all_else_works(tab: Page, worker: str, spoil: str) -> None:
    found = run_in(
        tab,
        f"{spoil} {COPYING}"
        """
        const store = await open();
        const before = performance.now();
        await store.create({ id: "r", sop: "tea" }, {}, started());
        const written = await store.append("r", event("a"));
        const took = performance.now() - before;
        return [store.durable, written.ok, await idsOf(store, "r"), (await store.eraseNames()).ok, (await store.erase("r")).ok,
          took < 4_000];
        """,
        worker,
    )
    assert found == [True, True, ["s", "a"], True, True, True]


def test_what_fits_into_one_copy_only_is_refused_and_withdrawn(tab: Page, worker: str) -> None:
    found = copying(
        tab,
        worker,
        FULL
        + """
        const photo = (id) => [{ id, name: "p.jpg", blob: new Blob([id]) }];
        const one = await open();
        await one.create({ id: "r", sop: "tea" }, { nodes: [] }, started(), photo("p"));
        await one.append("r", event("a", { type: "finished", at: 9 }));
        const before = await one.run("r");
        one.close();
        const two = await open({ copier: full });
        const heard = [];
        two.watch((news) => heard.push(news.what));
        const imported = { run: { id: "r", sop: "tea" }, snapshot: {}, events: [event("a"), event("d")], files: photo("q") };
        const refused = [
          await two.append("r", event("b", { type: "taken-back", event: "a" }), photo("n")),
          await two.create({ id: "new", sop: "tea" }, {}, started("n1")),
          await two.bring(imported),
          await two.bring({ ...imported, run: { id: "strange", sop: "tea" } }),
        ];
        const after = await two.run("r");
        two.close();
        const three = await open();
        const again = await three.append("r", event("b"));
        return {
          refused: refused.map(({ ok, why }) => [ok, why]), heard,
          same: ["started", "ended", "first", "last", "count"].filter((key) => before[key] === after[key]),
          runs: (await three.runs()).map((run) => run.id), files: (await three.files("r")).map((file) => file.id),
          again, events: await idsOf(three, "r"), copy: Object.keys(await copies()),
        };
        """,
    )
    assert found == {
        "refused": [[False, "full"]] * 4,
        "heard": [],
        "same": ["started", "ended", "first", "last", "count"],
        "runs": ["r"],
        "files": ["p"],
        "again": {"ok": True, "repeated": False},
        "events": ["s", "a", "b"],
        "copy": ["run-r"],
    }


def test_what_was_withdrawn_is_not_told_as_lost(tab: Page, worker: str) -> None:
    found = copying(
        tab,
        worker,
        FULL
        + """
        const one = await open({ copier: full });
        const made = await one.create({ id: "r", sop: "tea" }, {}, started());
        one.close();
        return [made.why, (await open()).isLost];
        """,
    )
    assert found == ["full", False]
