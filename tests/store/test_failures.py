"""What a full disk, a private window, an older or a newer release do: a reason, and nothing lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.store.conftest import run_in
from tests.support.browsing import until

AHEAD = """
const ahead = [...UPGRADES, (database, transaction) => {
  database.createObjectStore("later");
  transaction.objectStore("runs").createIndex("kind", "kind");
}];
"""


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        ("Object.defineProperty(globalThis, 'indexedDB', { value: undefined })", "absent"),
        ("IDBFactory.prototype.open = () => { throw new DOMException('', 'SecurityError'); }", "refused"),
        ("IDBFactory.prototype.open = () => { throw new DOMException('', 'UnknownError'); }", "failed"),
    ],
)
def test_without_a_database_it_says_so_and_works_in_the_page(tab: Page, spoil: str, why: str) -> None:
    tab.evaluate(f"() => {{ {spoil} }}")
    found = run_in(
        tab,
        """
        const store = await openStore();
        const made = await store.create({}, {}, started());
        return [store.durable, store.why, made.ok, (await store.events(made.id)).length, await store.persist()];
        """,
    )
    assert found == [False, why, True, 1, None]


def test_a_full_disk_writes_nothing_and_loses_nothing(tab: Page, modules_url: str) -> None:
    # Before the database is open: what space there is, the browser asks only now and then.
    session = tab.context.new_cdp_session(tab)
    limit = {"origin": modules_url.rstrip("/"), "quotaSize": 1_000_000}
    session.send("Storage.overrideQuotaForOrigin", limit)
    found = run_in(
        tab,
        """
        const photo = [{ id: "p", blob: new Blob(["x".repeat(300_000)]) }];
        const bulky = "x".repeat(900_000);
        globalThis.store = await openStore();
        await store.create({ id: "r" }, {}, started(), photo);
        await store.create({ id: "q" }, {}, started(), photo);
        return [
          await store.append("r", event("bulky", { value: bulky })),
          await store.append("r", event("a"), [{ id: "n", blob: new Blob([bulky]) }]),
          await store.create({ id: "new" }, { nodes: [bulky] }, started()),
          (await store.events("r")).map((each) => each.id), (await store.files("r")).length, (await store.run("r")).count,
          (await store.runs()).length, await (await store.file("r", "p")).blob.size,
        ];
        """,
    )
    refused = {"ok": False, "why": "full"}
    assert found == [refused, refused, refused, ["s"], 1, 1, 2, 300_000]
    assert run_in(tab, "return [await store.append('r', event('small')), await store.erase('q')];") == [
        {"ok": True, "repeated": False},
        {"ok": True},
    ]


def test_a_database_of_an_older_release_is_read_on(tab: Page) -> None:
    found = run_in(
        tab,
        AHEAD
        + """
        const older = await openStore();
        await older.create({ id: "r", label: "Table 4" }, { nodes: [] }, started());
        await older.append("r", event("odd", { type: "of an older form", extra: [1] }));
        older.close();
        const newer = await openStore({ upgrades: ahead });
        await newer.append("r", event("new"));
        return [newer.durable, (await newer.run("r")).label, await newer.events("r")];
        """,
    )
    assert found[:2] == [True, "Table 4"]
    assert [each["id"] for each in found[2]] == ["s", "odd", "new"]
    assert found[2][1]["extra"] == [1]


def test_a_newer_release_in_another_tab_closes_this_one_and_it_says_so(tab: Page, new_tab: Callable[[], Page]) -> None:
    run_in(
        tab,
        """
        globalThis.heard = [];
        globalThis.store = await openStore();
        store.watch((news) => news.what === "closed" && heard.push(news.why));
        await store.create({ id: "r" }, {}, started());
        """,
    )
    other = new_tab()
    assert run_in(other, AHEAD + "return (await openStore({ upgrades: ahead })).durable;")
    until(tab, "heard.length === 1")
    assert tab.evaluate("heard") == ["updated"]
    assert run_in(tab, "return store.append('r', event('a'));") == {"ok": False, "why": "updated"}
    assert run_in(tab, "return store.events('r').catch((failure) => failure.why);") == "updated"
    # A page of the older release that is opened now destroys nothing.
    late = run_in(tab, "const late = await openStore(); return [late.durable, late.why];")
    assert late == [False, "newer"]
    assert run_in(other, AHEAD + "return (await (await openStore({ upgrades: ahead })).events('r')).length;") == 1


def test_a_tab_that_does_not_let_go_blocks_for_a_while_only(tab: Page, new_tab: Callable[[], Page]) -> None:
    run_in(
        tab,
        """
        const request = indexedDB.open("sop", 1);
        request.onupgradeneeded = () => UPGRADES[0](request.result);
        await new Promise((resolve) => { request.onsuccess = resolve; });
        globalThis.kept = request.result;
        """,
    )
    other = new_tab()
    found = run_in(
        other, AHEAD + "const store = await openStore({ upgrades: ahead }); return [store.durable, store.why];"
    )
    assert found == [False, "blocked"]
    tab.evaluate("kept.close()")
    assert run_in(other, AHEAD + "return (await openStore({ upgrades: ahead })).durable;")


def test_a_connection_that_the_browser_dropped_is_made_anew(tab: Page) -> None:
    found = run_in(
        tab,
        """
        const open = IDBFactory.prototype.open;
        const made = [];
        IDBFactory.prototype.open = function (...named) {
          const request = open.apply(this, named);
          request.addEventListener("success", () => made.push(request.result));
          return request;
        };
        const store = await openStore();
        await store.create({ id: "r" }, {}, started());
        made[0].close();
        return [await store.append("r", event("a")), (await store.events("r")).length];
        """,
    )
    assert found == [{"ok": True, "repeated": False}, 2]


def test_persistence_is_asked_for_at_the_first_tick_and_its_answer_told(tab: Page) -> None:
    found = run_in(
        tab,
        """
        let asked = 0;
        navigator.storage.persist = async () => { asked += 1; return false; };
        const store = await openStore();
        const heard = [];
        store.watch((news) => news.what === "persistence" && heard.push(news.granted));
        await store.create({ id: "r" }, {}, started());
        const before = asked;
        await store.append("r", event("a"));
        await store.append("r", event("b"));
        await new Promise((resolve) => setTimeout(resolve));
        return [before, asked, heard];
        """,
    )
    assert found == [0, 1, [False]]


def test_on_plain_http_nothing_is_known_of_the_space_and_all_else_works(tab: Page) -> None:
    found = run_in(
        tab,
        """
        Object.defineProperty(navigator, "storage", { value: undefined });
        const store = await openStore();
        await store.create({ id: "r" }, {}, started());
        return [await store.usage(), await store.persist(), (await store.append("r", event("a"))).ok];
        """,
    )
    assert found == [{"used": None, "quota": None, "persisted": None}, None, True]


def test_that_the_browser_threw_everything_away_is_noticed(tab: Page) -> None:
    found = run_in(
        tab,
        """
        const gone = () => new Promise((done) => { indexedDB.deleteDatabase("sop").onsuccess = done; });
        const one = await openStore();
        const before = one.isLost;
        await one.create({ id: "a", sop: "tea" }, {}, started());
        one.close();
        await gone();
        const two = await openStore();
        const noticed = two.isLost;
        await two.create({ id: "b", sop: "tea" }, {}, started());
        await two.erase("b");
        two.close();
        const three = await openStore();
        return [before, noticed, three.isLost];
        """,
    )
    assert found == [False, True, False], "what somebody deleted is no loss"
