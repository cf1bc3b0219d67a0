"""Names of people go when they are told to, or by themselves; what happened stays."""

from playwright.sync_api import Page

from tests.store.conftest import run_in

SETUP = """
const snapshot = { nodes: [
  { id: "greet", items: [{ id: "checked", kind: "signature" }, { id: "note", kind: "text" }] },
  { id: "pay", exceptions: [{ id: "short", items: [{ id: "approved", kind: "signature" }] }] },
], edges: [{ source: 0, target: 1, items: [{ id: "refund", kind: "signature" }] }] };
const store = await openStore();
await store.create({ id: "r" }, snapshot, started());
for (const each of [
  event("w", { type: "who", name: "王小明" }),
  event("a", { by: "王小明", node: 0, item: "checked", visit: 1, value: "Lee" }),
  event("b", { by: "", node: 0, item: "note", visit: 1, value: "Kim likes tea" }),
  event("c", { by: "", node: 1, item: "approved", visit: 1, value: "Wu" }),
  event("d", { by: "", node: 1, item: "refund", visit: 1, value: "Wu" }),
]) await store.append("r", each);
"""
REMOVED = "web.store.name-removed"  # modules that are not bundled have no words but the key


def test_names_are_listed_and_taken_out(tab: Page) -> None:
    found = run_in(
        tab,
        SETUP
        + """
        const before = await store.names();
        const results = [await store.eraseNames(), await store.eraseNames()];
        return { before, results, after: await store.names(), events: await store.events("r"), run: await store.run("r") };
        """,
    )
    assert [(each["name"], each["runs"]) for each in found["before"]] == [("王小明", 1), ("Lee", 1), ("Wu", 1)]
    assert found["results"] == [{"ok": True, "changed": 4}, {"ok": True, "changed": 0}]
    assert found["after"] == []
    started, who, signed, noted, *approved = found["events"]
    assert started == {"id": "s", "at": 1000, "by": "", "type": "started"}
    assert (who["name"], signed["by"], signed["value"]) == (REMOVED, REMOVED, REMOVED)
    assert [each["value"] for each in approved] == [REMOVED, REMOVED]
    assert noted["value"] == "Kim likes tea"  # what was written down is not a name typed as one
    assert found["run"]["count"] == 6
    assert {key: who[key] for key in ("id", "at", "type")} == {"id": "w", "at": 1000, "type": "who"}


def test_names_go_by_themselves_when_their_days_are_over(tab: Page) -> None:
    found = run_in(
        tab,
        SETUP
        + """
        const later = async (days, keepNames) => {
          const now = Date.now;
          Date.now = () => now() + days * 86_400_000;
          const names = (await (await openStore({ keepNames })).names()).length;
          Date.now = now;
          return names;
        };
        const left = [await later(6, 0)];
        await store.append("r", event("f", { type: "finished" }));
        left.push(await later(29, 30), await later(31, 30));
        await store.append("r", event("again", { by: "Ann" }));
        left.push(await later(31, 40), await later(31, 30));
        return left;
        """,
    )
    assert found == [3, 3, 0, 1, 0]


def test_names_in_assignments_are_listed_and_go_like_all_others(tab: Page) -> None:
    found = run_in(
        tab,
        """
        const { keepMade, keepReturned, madeWith } = await import("/assigning/made.js");
        const { receive, receivedOf } = await import("/assigning/received.js");
        const assignment = { id: "a1", made: 0, due: "", title: "", note: "", tasks: [{ kind: "read", id: "order", version: "" }] };
        const place = { address: location.href, lang: "en" };
        const store = await openStore();
        await keepMade(store, assignment, ["Ada", "Bo"], place);
        const result = { id: "r1", kind: "read", subject: "order", title: "", version: "", people: ["Cy"], ended: 5, score: null, passed: null };
        const taken = [];
        for (let time = 0; time < 2; time += 1) taken.push((await keepReturned(store, await madeWith(store, "a1"), [result])).added);
        await receive(store, assignment, place, "Di");
        const names = (await store.names()).map(({ name }) => name).sort();
        const now = Date.now;
        Date.now = () => now() + 31 * 86_400_000;
        const later = await openStore({ keepNames: 30 });
        const { people, returned, nameless } = await madeWith(later, "a1");
        return { taken, names, left: await later.names(), people, returned, nameless, mine: (await receivedOf(later)).map(({ name }) => name) };
        """,
    )
    assert found["names"] == ["Ada", "Bo", "Cy", "Di"]
    assert found["taken"] == [1, 0]
    assert (found["left"], found["people"], found["returned"], found["nameless"]) == ([], [], [], 2)
    assert found["mine"] == [""]


def test_the_page_says_how_long_names_are_kept(tab: Page) -> None:
    found = run_in(
        tab,
        SETUP
        + """
        await store.append("r", event("f", { type: "finished" }));
        document.body.dataset.keepNames = "2";
        const now = Date.now;
        Date.now = () => now() + 3 * 86_400_000;
        return (await (await openStore()).names()).length;
        """,
    )
    assert found == 0
