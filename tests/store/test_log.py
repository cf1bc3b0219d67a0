"""What is written is there, whole, in its order and once; in the database and in memory alike."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.store.conftest import run_in
from tests.support.browsing import until

MEMORY = "Object.defineProperty(globalThis, 'indexedDB', { value: undefined, configurable: true });"


@pytest.fixture(params=["database", "memory"])
def any_tab(tab: Page, request: pytest.FixtureRequest) -> Page:
    if request.param == "memory":
        tab.evaluate(MEMORY)
    return tab


def test_a_run_is_read_as_it_was_written(any_tab: Page) -> None:
    found = run_in(
        any_tab,
        """
        const store = await openStore();
        const run = { sop: "cafe.order", version: "2.1", lang: "en", title: "Take an order", label: "Table 4" };
        const made = await store.create(run, { nodes: [1] }, started());
        const photo = new Blob(["picture"], { type: "image/jpeg" });
        await store.append(made.id, event("a", { value: "p1" }), [{ id: "p1", blob: photo, name: "photo.jpg" }]);
        await store.append(made.id, event("b", { at: 5, value: 3 }));
        const file = await store.file(made.id, "p1");
        return {
          made, header: await store.run(made.id), listed: await store.runs(), events: await store.events(made.id),
          file: [file.name, file.type, await file.blob.text(), (await store.files(made.id)).length],
          none: [await store.run("x"), await store.file("x", "p1"), await store.events("x")],
        };
        """,
    )
    header: dict[str, Any] = found["header"]
    assert found["made"] == {"ok": True, "id": header["id"], "repeated": False}
    assert (header["title"], header["label"], header["kind"], header["snapshot"]) == (
        "Take an order",
        "Table 4",
        "run",
        {"nodes": [1]},
    )
    assert (header["started"], header["ended"], header["count"]) == (1000, None, 3)
    assert [event["id"] for event in found["events"]] == ["s", "a", "b"]  # the log's order, whatever the clock said
    assert found["events"][2] == {"id": "b", "at": 5, "by": "", "type": "set", "value": 3}
    assert found["file"] == ["photo.jpg", "image/jpeg", "picture", 1]
    assert [listed["id"] for listed in found["listed"]] == [header["id"]]
    assert "snapshot" not in found["listed"][0]
    assert found["none"] == [None, None, []]


def test_the_same_event_twice_is_one(any_tab: Page) -> None:
    found = run_in(
        any_tab,
        """
        const store = await openStore();
        const results = [
          await store.create({ id: "r" }, {}, started()),
          await store.create({ id: "r" }, {}, started()),
          await store.create({ id: "r" }, {}, started("other")),
          await store.append("r", event("a")),
          await store.append("r", event("a")),
          await store.append("nowhere", event("a")),
        ];
        return { results, count: (await store.run("r")).count, events: (await store.events("r")).length };
        """,
    )
    assert found["results"] == [
        {"ok": True, "id": "r", "repeated": False},
        {"ok": True, "id": "r", "repeated": True},
        {"ok": False, "why": "exists"},
        {"ok": True, "repeated": False},
        {"ok": True, "repeated": True},
        {"ok": False, "why": "gone"},
    ]
    assert (found["count"], found["events"]) == (2, 2)


def test_a_run_ends_and_is_opened_again(any_tab: Page) -> None:
    found = run_in(
        any_tab,
        """
        const store = await openStore();
        await store.create({ id: "r" }, {}, started());
        const ended = [];
        for (const each of [
          event("f", { type: "finished", at: 7 }),
          event("t", { type: "taken-back", event: "f" }),
          event("g", { type: "abandoned", at: 9 }),
          event("u", { type: "taken-back", event: "s" }),
        ]) {
          await store.append("r", each);
          ended.push((await store.run("r")).ended);
        }
        return ended;
        """,
    )
    assert found == [7, None, 9, 9]


def test_a_run_comes_back_from_another_device(any_tab: Page) -> None:
    found = run_in(
        any_tab,
        """
        const store = await openStore();
        const run = { id: "r", title: "Order" };
        const there = [started(), event("a"), event("b")];
        const files = [{ id: "p", blob: new Blob(["x"]), name: "" }];
        const results = [
          await store.bring({ run, snapshot: { nodes: [] }, events: there, files }),
          await store.append("r", event("here")),
          await store.bring({ run, snapshot: null, events: [...there, event("c")], files }),
          await store.bring({ run, snapshot: null, events: there, files }),
        ];
        return { results, ids: (await store.events("r")).map((each) => each.id), run: await store.run("r") };
        """,
    )
    assert [result.get("added") for result in found["results"]] == [3, None, 1, 0]
    assert found["ids"] == ["s", "a", "b", "here", "c"]
    assert (found["run"]["title"], found["run"]["snapshot"], found["run"]["count"]) == ("Order", {"nodes": []}, 5)


def test_a_file_never_takes_the_place_of_one_of_another_run(any_tab: Page) -> None:
    found = run_in(
        any_tab,
        """
        const store = await openStore();
        for (const id of ["r", "q"]) {
          await store.create({ id }, {}, started(), [{ id: "p", blob: new Blob([id]) }]);
        }
        return [await (await store.file("r", "p")).blob.text(), await (await store.file("q", "p")).blob.text()];
        """,
    )
    assert found == ["r", "q"]


def test_a_run_is_erased_with_all_that_belongs_to_it(any_tab: Page) -> None:
    found = run_in(
        any_tab,
        """
        const store = await openStore();
        for (const id of ["r", "q"]) {
          await store.create({ id }, {}, started(), [{ id: "p", blob: new Blob([id]) }]);
        }
        await store.change("role", () => "barista");
        const kept = async () => [
          (await store.runs()).map((run) => run.id), (await store.events("r")).length, (await store.files("r")).length,
          (await store.events("q")).length, (await store.files("q")).length, (await store.setting("role")) ?? null,
        ];
        const results = [(await store.erase("r")).ok, await kept(), (await store.eraseAll()).ok, await kept()];
        return results;
        """,
    )
    assert found == [True, [["q"], 0, 0, 1, 1, "barista"], True, [[], 0, 0, 0, 0, None]]


def test_the_run_that_was_touched_last_is_first_whatever_the_clock_says(any_tab: Page) -> None:
    found = run_in(
        any_tab,
        """
        const store = await openStore();
        const now = Date.now;
        for (const [id, at] of [["a", 9e12], ["b", 5], ["c", 7e11]]) {
          Date.now = () => at;
          await store.create({ id }, {}, { ...started(), at });
        }
        await store.append("b", event("x", { at: 1 }));
        Date.now = now;
        return (await store.runs()).map((run) => run.id);
        """,
    )
    assert found == ["b", "c", "a"]


def test_a_setting_is_changed_in_one_transaction(any_tab: Page) -> None:
    found = run_in(
        any_tab,
        """
        const store = await openStore();
        const results = await Promise.all([1, 2, 3].map(() => store.change("count", (count = 0) => count + 1)));
        return [results.map((result) => result.value), await store.setting("count"), (await store.setting("x")) ?? null];
        """,
    )
    assert found == [[1, 2, 3], 3, None]


def test_news_of_this_page_are_told_and_stop(any_tab: Page) -> None:
    found = run_in(
        any_tab,
        """
        const store = await openStore();
        const heard = [];
        const stop = store.watch((news) => news.what !== "persistence" && heard.push([news.what, news.run, news.here]));
        await store.create({ id: "r" }, {}, started());
        await store.append("r", event("a"));
        await store.append("none", event("a"));
        await store.erase("r");
        stop();
        await store.create({ id: "r" }, {}, started());
        return heard;
        """,
    )
    assert found == [["created", "r", True], ["appended", "r", True], ["erased", "r", True]]


def test_two_tabs_write_and_hear_of_each_other(tab: Page, new_tab: Any) -> None:
    other = new_tab()
    for page in (tab, other):
        run_in(
            page,
            """
            globalThis.heard = [];
            globalThis.store = await openStore();
            store.watch((news) => news.what === "persistence" || heard.push([news.what, news.here]));
            """,
        )
    run_in(tab, "await store.create({ id: 'r' }, {}, started());")
    write = (
        "await Promise.all([0, 1, 2, 3, 4].map((number) => globalThis.store.append('r', event(argument + number)))); 0;"
    )
    tab.evaluate("globalThis.done = false")
    run_in(tab, f"({{}}).x; (async () => {{ {write} globalThis.done = true; }})();", "one")
    run_in(other, write, "two")
    until(tab, "done")
    ids = run_in(tab, "return (await store.events('r')).map((each) => each.id);")
    assert sorted(ids) == sorted(["s", *(f"{name}{number}" for name in ("one", "two") for number in range(5))])
    assert ids == run_in(other, "return (await store.events('r')).map((each) => each.id);")
    until(tab, "heard.length === 11")
    until(other, "heard.length === 11")
    assert tab.evaluate("heard.filter((news) => !news[1]).length") == 5


def test_a_run_deleted_in_another_tab_takes_no_more(tab: Page, new_tab: Any) -> None:
    other = new_tab()
    run_in(tab, "globalThis.store = await openStore(); await store.create({ id: 'r' }, {}, started());")
    run_in(other, "await (await openStore()).erase('r');")
    assert run_in(tab, "return store.append('r', event('a'));") == {"ok": False, "why": "gone"}
    assert run_in(tab, "return store.events('r');") == []
