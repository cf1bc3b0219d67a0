/** Where a run goes, and what it asks on the way. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { progress } from "../../../sop_plugin/web/js/flow/ahead.js";
import { offers } from "../../../sop_plugin/web/js/flow/beside.js";
import { applied, reduce, refusal } from "../../../sop_plugin/web/js/flow/run.js";
import { setBack, timerAt } from "../../../sop_plugin/web/js/flow/timer.js";
import { Player } from "./player.mjs";

const waysOf = (one) => one.ways.map((way) => way.words || way.kind);

test("tracks run side by side, and what follows waits for all of them", () => {
  const run = new Player("tracks");
  assert.deepEqual(run.at, ["take"]);
  run.done("take");
  assert.deepEqual(run.at, ["grind", "food"]);
  run.done("food");
  assert.deepEqual(run.at, ["grind"]);
  run.done("grind");
  run.done("pour");
  assert.deepEqual(run.at, ["make"]);
  run.done("make");
  assert.equal(run.why, "missing");
  run.set("make", "standard.1", true);
  run.done("make");
  assert.deepEqual(run.at, ["serve"]);
});

test("the first track that is done is enough where any will do, and nobody waits where none is waited for", () => {
  const run = new Player("tracks");
  run.done("take");
  for (const id of ["food", "grind", "pour"]) run.done(id);
  run.set("make", "standard.1", true);
  for (const id of ["make", "serve", "walk"]) run.done(id);
  assert.deepEqual(run.at.toSorted(), ["cups", "file", "mail", "plates"]);
  const left = run.state.done.find((visit) => run.checklist.nodes[visit.node].id === "phone");
  assert.equal(left.ended.how, "left");
  for (const id of ["plates", "cups"]) run.done(id);
  assert.ok(run.at.includes("clean"));
  run.done("clean");
  assert.deepEqual(run.state.ending.open.map((token) => run.checklist.nodes[token.node].id), ["mail", "file"]);
  run.done("mail");
  run.done("file");
  assert.deepEqual(run.state.ending.open, []);
  run.act("finished", { end: run.state.ending.node });
  assert.equal(run.state.status, "finished");
  run.act("who", { name: "Wei" });
  assert.equal(run.why, null);
  run.act("done", { node: 1, visit: 1 });
  assert.equal(run.why, "over");
});

test("what an exception of a group asks is answered before the group is done", () => {
  const run = new Player("tracks");
  run.done("take");
  run.act("exception", { ...run.place("make"), exception: "gone" });
  for (const id of ["food", "grind", "pour"]) run.done(id);
  run.set("make", "standard.1", true);
  assert.deepEqual(run.one("make").missing, ["make.exception.gone.record.what"]);
  const [group] = run.state.groups;
  run.act("set", { node: group.node, visit: group.visit, item: "make.exception.gone.record.what", value: "Milk" });
  run.done("make");
  assert.deepEqual(run.at, ["serve"]);
});

test("an exception of a group ends its tracks and goes where it leads", () => {
  const run = new Player("tracks");
  run.done("take");
  run.act("exception", { ...run.place("make"), exception: "fire" });
  const [way] = run.one("make").ways;
  assert.deepEqual(way.leaves.map((token) => run.checklist.nodes[token.node].id), ["grind", "food"]);
  run.act("done", { ...run.place("make"), edge: way.edge });
  assert.deepEqual(run.at, ["clean"]);
  assert.deepEqual(run.state.groups, []);
});

test("a loop that is counted goes back until its rounds are done", () => {
  const run = new Player("loops");
  for (const round of [1, 2, 3]) {
    assert.equal(run.one("shake").round, round);
    assert.equal(run.one("shake").visit, round);
    run.done("shake");
  }
  assert.deepEqual(run.at, ["taste"]);
});

test("a step that is begun again is in the same round", () => {
  const run = new Player("loops");
  run.done("shake");
  run.act("exception", { ...run.place("shake"), exception: "spilt" });
  run.done("shake", "exception");
  assert.equal(run.one("shake").round, 2);
  assert.equal(run.one("shake").visit, 3);
  run.done("shake");
  run.done("shake");
  assert.deepEqual(run.at, ["taste"]);
});

test("a loop that asks leads on or back, and elsewhere after the most rounds", () => {
  const run = new Player("loops");
  for (let round = 0; round < 3; round += 1) run.done("shake");
  assert.deepEqual(waysOf(run.one("taste")), ["It is sweet", "Not yet: once more"]);
  run.done("taste");
  assert.equal(run.why, "choose");
  run.done("taste", "Not yet: once more");
  assert.deepEqual(waysOf(run.one("taste")), ["It is sweet", "Did not work in all rounds"]);
  run.done("taste", "ask");
  run.done("ask");
  assert.equal(run.one("taste").round, 1);
  assert.equal(run.one("taste").visit, 3);
  run.done("taste", "It is sweet");
  assert.deepEqual(run.at, ["rinse"]);
});

test("a group that is repeated is gone through again", () => {
  const run = new Player("loops");
  for (let round = 0; round < 3; round += 1) run.done("shake");
  run.done("taste", "It is sweet");
  for (const round of [1, 2]) {
    run.done("rinse");
    run.done("look");
    assert.equal(run.one("wash").round, round);
    assert.deepEqual(waysOf(run.one("wash")), ["No longer: go on", "The water is dark"]);
    run.done("wash", round === 1 ? "The water is dark" : "No longer: go on");
  }
  assert.deepEqual(run.at, ["ready"]);
  run.done("ready");
  assert.ok(run.state.ending);
});

test("entries are chosen, numbers judged, and the exception that tests them is named", () => {
  const run = new Player("choices");
  assert.equal(run.state.active[0].asked, "entry");
  assert.deepEqual(waysOf(run.state.active[0]), ["The guest comes", "A parcel comes"]);
  run.act("done", { node: 0, visit: 1, edge: run.state.active[0].ways[0].edge });
  run.set("look", "record.log~.price", "６，０００");
  const [filled] = run.one("look").items.filter((each) => each.value !== undefined);
  assert.equal(filled.verdict, "high");
  assert.deepEqual(filled.follow.map((each) => [each.id, each.exact]), [["dear", true]]);
  run.set("look", "record.log~.price", "-3");
  assert.deepEqual(
    run.one("look").items.find((each) => each.verdict === "low").follow.map((each) => [each.id, each.exact]),
    [["dear", false]],
  );
  run.set("look", "record.log~.price", "x");
  assert.ok(run.one("look").missing.includes("look.record.log~.price"));
  run.set("look", "record.log~.price", "80.5");
  assert.deepEqual(run.one("look").missing, []);
  assert.equal(run.one("look").ways.find((way) => way.suggested).target, run.one("look").ways[0].target);
  assert.equal(run.one("look").items[1].history.length, 4);
});

test("a field that applies only if something holds is asked where that is known", () => {
  const run = new Player("choices");
  run.act("done", { node: 0, visit: 1, edge: run.state.active[0].ways[0].edge });
  run.set("look", "record.log~.price", "1200");
  assert.deepEqual(run.one("look").missing, ["look.record.log~.lead"]);
  run.set("look", "record.log~.lead", "Lin");
  run.done("look", "In any other case");
  assert.equal(run.why, "missing");
  run.set("look", "branch.other.approved-by.manager", "Zhou");
  run.done("look", "In any other case");
  assert.deepEqual(run.at, ["decide"]);
  run.skip("decide");
  assert.equal(run.why, null);
  assert.deepEqual(run.at, ["gift"]);
});

test("writing that there is nothing answers the form", () => {
  const run = new Player("choices");
  run.act("done", { node: 0, visit: 1, edge: run.state.active[0].ways[0].edge });
  assert.deepEqual(run.one("look").missing, ["look.record.log~.price"]);
  run.set("look", "record.log~nothing~", true);
  assert.deepEqual(run.one("look").missing, []);
});

test("an exception brings its items and its way, and may be finished here or there", () => {
  const run = new Player("choices");
  run.act("done", { node: 0, visit: 1, edge: run.state.active[0].ways[0].edge });
  run.act("exception", { ...run.place("look"), exception: "dirty" });
  run.act("exception", { ...run.place("look"), exception: "dirty" });
  assert.equal(run.why, "taken-already");
  run.act("exception", { ...run.place("look"), exception: "dear" });
  const [way] = run.one("look").ways;
  assert.equal(way.kind, "exception");
  assert.deepEqual(way.missing, ["look.exception.dear.record.why"]);
  run.act("done", { ...run.place("look"), edge: way.edge });
  assert.equal(run.why, "missing");
  run.set("look", "exception.dear.record.why", "Too dear");
  run.act("done", { ...run.place("look"), edge: way.edge });
  assert.deepEqual(run.at, ["decide"]);
});

test("an exception may end the procedure", () => {
  const run = new Player("choices");
  run.act("done", { node: 0, visit: 1, edge: run.state.active[0].ways[0].edge });
  run.act("exception", { ...run.place("look"), exception: "lost" });
  run.done("look", "refused");
  assert.deepEqual(run.at, []);
  run.act("finished", { end: run.state.ending.node });
  assert.equal(run.checklist.nodes[run.state.end].title, "Refused");
});

test("one way is chosen, others are tried until one works, and what may be left out is left out", () => {
  const run = new Player("choices");
  run.act("done", { node: 0, visit: 1, edge: run.state.active[0].ways[0].edge });
  run.set("look", "record.log~.price", "50");
  run.done("look", "pay");
  assert.equal(run.one("pay").asked, "part");
  run.done("pay");
  assert.equal(run.why, "choose");
  run.done("pay", "card");
  assert.deepEqual(run.at, ["card"]);
  run.done("card");
  assert.deepEqual(waysOf(run.one("key")), ["That worked", "That did not work"]);
  run.done("key", "That did not work");
  run.done("code", "That worked");
  assert.equal(run.one("more").asked, "whether");
  assert.deepEqual(waysOf(run.one("more")), ["Offer more", "Leave it out"]);
  run.skip("more");
  assert.deepEqual(run.at, ["thank"]);
});

test("a part of a procedure that may be left out can be gone into", () => {
  const run = new Player("choices");
  run.act("done", { node: 0, visit: 1, edge: run.state.active[0].ways[1].edge });
  run.done("unpack");
  run.set("look", "record.log~.price", "50");
  run.done("look", "pay");
  run.done("pay", "cash");
  run.done("cash");
  run.done("key", "That worked");
  run.done("more");
  assert.deepEqual(run.at, ["cake"]);
  assert.deepEqual(run.ahead(), ["tea", "thank"]);
  run.skip("cake");
  assert.equal(run.why, "no-reason");
  run.skip("cake", "None left");
  assert.deepEqual(run.at, ["tea"]);
});

test("work beside is begun by touch, as often as it happens", () => {
  const run = new Player("beside");
  assert.deepEqual(run.offers().toSorted(), ["alarm", "fridge", "pull"]);
  run.done("open");
  assert.ok(run.offers().includes("watch"));
  run.begin("watch");
  assert.ok(!run.offers().includes("watch"));
  run.begin("pull");
  assert.deepEqual(run.at, ["sell", "watch", "pull"]);
  run.done("pull");
  run.begin("pull");
  assert.equal(run.one("pull").visit, 2);
  run.done("pull");
  run.done("sell");
  assert.equal(offers(run.state).find((offer) => offer.words === "Something is spilt").due, true);
  run.begin("wipe");
  assert.ok(!run.offers().includes("wipe"));
  run.done("wipe");
  run.done("watch");
  run.done("hold");
  run.done("count");
  assert.ok(!run.offers().includes("watch"));
});

test("what recurs is due after its time", () => {
  const run = new Player("beside");
  const due = () => offers(run.state).find((offer) => offer.kind === "every");
  assert.equal(due().dueAt, run.state.startedAt + 7_200_000);
  assert.equal(due().due, false);
  run.state = applied(run.state, { ...run.tell("who", { name: "Wei" }), at: run.state.startedAt + 7_200_001 });
  assert.equal(due().due, true);
});

test("an event that leads into the procedure leaves what is being done, and says so before", () => {
  const run = new Player("beside");
  run.done("open");
  run.begin("alarm");
  const [way] = run.one("alarm").ways;
  assert.deepEqual(way.leaves.map((token) => run.checklist.nodes[token.node].id), ["sell"]);
  run.done("alarm");
  assert.deepEqual(run.at, ["shut"]);
});

test("a timer is right after a sleep, warns at 80 % and at its limit, and stands still when paused", () => {
  const run = new Player("beside");
  run.done("open");
  const { node, visit } = run.place("sell");
  assert.equal(timerAt(run.state, node, visit, 0).elapsed, 0);
  const { at } = run.act("timer", { node, visit, action: "start" });
  const after = (ms) => timerAt(run.state, node, visit, at + ms);
  assert.deepEqual([after(479_000).level, after(480_000).level, after(600_000).level], ["calm", "warn", "over"]);
  assert.equal(after(599_500).remaining, 500);
  run.state = applied(run.state, { id: "p", at: at + 60_000, by: "", type: "timer", node, visit, action: "pause" });
  assert.equal(after(900_000).elapsed, 60_000);
  run.state = applied(run.state, { id: "s", at: at + 100_000, by: "", type: "timer", node, visit, action: "start" });
  assert.equal(after(110_000).elapsed, 70_000);
  run.state = applied(run.state, { id: "d", at: at + 120_000, by: "", type: "done", node, visit });
  assert.equal(after(900_000).elapsed, 80_000);
});

test("what is to be held is reached, not over", () => {
  const run = new Player("beside");
  run.done("open");
  run.done("sell");
  const { node, visit } = run.place("hold");
  const { at } = run.act("timer", { node, visit, action: "start" });
  assert.equal(timerAt(run.state, node, visit, at + 14_000).level, "calm");
  assert.equal(timerAt(run.state, node, visit, at + 15_000).level, "reached");
});

test("a clock that is set anew changes no timer", () => {
  const run = new Player("beside");
  run.done("open");
  const { node, visit } = run.place("sell");
  const { at } = run.act("timer", { node, visit, action: "start" });
  const hour = 3_600_000;
  run.state = applied(run.state, { id: "c", at: at + hour + 5_000, by: "", type: "clock", ms: hour });
  assert.equal(timerAt(run.state, node, visit, at + hour + 10_000).elapsed, 10_000);
  run.state = applied(run.state, { id: "w", at: at + 12_000, by: "", type: "who", name: "Wei" });
  assert.equal(timerAt(run.state, node, visit, at + 20_000).elapsed, 13_000);
  assert.equal(setBack({ wall: 1000, steady: 0 }, { wall: 900, steady: 5000 }), -5100);
  assert.equal(setBack({ wall: 1000, steady: 0 }, { wall: 90_000, steady: 5000 }), 0);
});

test("an event is undone, and undone again, unless something rests on it", () => {
  const run = new Player("loops");
  const first = run.done("shake");
  const second = run.done("shake");
  assert.equal(run.one("shake").round, 3);
  run.act("taken-back", { event: first.id });
  assert.equal(run.why, "others-rest-on-it");
  const undo = run.act("taken-back", { event: second.id });
  assert.equal(run.why, null);
  assert.equal(run.one("shake").round, 2);
  assert.ok(run.state.takenBack.has(second.id));
  run.act("taken-back", { event: undo.id });
  assert.equal(run.one("shake").round, 3);
  run.act("taken-back", { event: "nobody" });
  assert.equal(run.why, "cannot-be-undone");
  assert.equal(reduce(run.checklist, run.state.events).active[0].round, 3);
});

test("a correction is kept with what it corrects, also of a step that is over", () => {
  const run = new Player("choices");
  run.act("done", { node: 0, visit: 1, edge: run.state.active[0].ways[0].edge });
  const at = run.place("look");
  run.set("look", "record.log~.price", "50");
  run.done("look", "pay");
  run.act("set", { ...at, item: "look.record.log~.price", value: "60" });
  const visit = run.state.done.find((each) => each.node === at.node);
  assert.deepEqual(visit.values["look.record.log~.price"].history.map((entry) => entry.value), ["50", "60"]);
  assert.equal(run.why, null);
});

test("who does it and to whom it went is known", () => {
  const run = new Player("tracks");
  assert.equal(run.state.by, "Mei");
  run.act("who", { name: "Wei" });
  run.act("handed-over", { name: "林佩蓉" });
  assert.equal(run.state.by, "林佩蓉");
  assert.deepEqual(run.state.hands.map(({ from, to }) => [from, to]), [["Wei", "林佩蓉"]]);
});

test("what does not apply is listed with its reason", () => {
  const run = new Player("tracks");
  const event = run.tell("done", { node: 1, visit: 1 });
  run.state = applied(run.state, event);
  run.state = applied(run.state, event);
  assert.equal(run.why, "twice");
  run.act("done", { node: 1, visit: 1 });
  assert.equal(run.why, "not-there");
  run.act("poll", {});
  assert.equal(run.why, "unknown-type");
  run.act("set", { ...run.place("food"), item: "pour.done", value: true });
  assert.equal(run.why, "no-such-item");
  assert.equal(refusal(run.state, run.tell("began", { edge: 0 })), "not-offered");
  run.act("abandoned", { reason: "Fire" });
  assert.equal(run.state.status, "abandoned");
  assert.equal(run.state.ignored.length, 4);
});

test("what comes next is known as far as nobody has to choose", () => {
  const run = new Player("tracks");
  assert.deepEqual(run.ahead(), ["grind", "pour", "food", "serve"]);
  run.done("take");
  run.done("food");
  assert.deepEqual(run.ahead(), ["pour", "serve"]);
  assert.deepEqual(progress(run.state), { done: 2, ahead: 2, isCertain: false, share: progress(run.state).share });
  assert.ok(progress(run.state).share > 0 && progress(run.state).share < 0.5);
});

test("a confirmation is a run of one event, and is over with it", () => {
  const checklist = { format: 1, nodes: [{ kind: "start", id: "start", title: "Tea" }], edges: [] };
  const read = { id: "a", at: 5, by: "Ada", type: "read", sop: "tea", version: "1.0" };
  const state = reduce(checklist, [read, { ...read, id: "b" }]);
  assert.deepEqual([state.status, state.by, state.endedAt], ["finished", "Ada", 5]);
  assert.deepEqual(state.ignored.map((each) => each.why), ["over"]);
});
