/** Clocks of limits over several steps start and stop of themselves, and are right whatever happens to the device. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { clockAt } from "../../../sop_plugin/web/js/flow/clocks.js";
import { applied, reduce } from "../../../sop_plugin/web/js/flow/run.js";
import { isChecklist } from "../../../sop_plugin/web/js/flow/shapes.js";
import { Player } from "./player.mjs";

const WHOLE = "The whole procedure";
const PROMISE = "From paying to the cup";
const SERVE = "Serve it";

const MINUTE = 60_000;

/** The titles of the clocks that run. */
const running = (run) => run.state.clocks.map(({ clock }) => clock.title);

const clock = (state, title, now) => clockAt(state, state.clocks.find((each) => each.clock.title === title), now);

test("a clock starts when what it counts from is done, and stops when its end is", () => {
  const run = new Player("clocks");
  assert.deepEqual(running(run), [WHOLE]);
  run.done("pay");
  assert.deepEqual(running(run), [WHOLE, PROMISE, "Beans changed"]);
  run.done("make");
  assert.deepEqual(running(run), [WHOLE, PROMISE, SERVE]);
  run.done("serve", "In any other case");
  assert.deepEqual(running(run), []);
});

test("a clock is right after a sleep and when the run is opened again, warns at 80 % and is over at its limit", () => {
  const run = new Player("clocks");
  const { at } = run.done("pay");
  const again = reduce(run.checklist, run.state.events);
  for (const state of [run.state, again]) {
    const levels = [4 * MINUTE - 1, 4 * MINUTE, 5 * MINUTE, 50 * MINUTE].map((ms) => clock(state, PROMISE, at + ms).level);
    assert.deepEqual(levels, ["calm", "warn", "over", "over"]);
    const { remaining, elapsed, dueAt } = clock(state, PROMISE, at + MINUTE);
    assert.deepEqual([remaining, elapsed, dueAt], [4 * MINUTE, MINUTE, at + 5 * MINUTE]);
  }
});

test("a device's clock that is set anew changes none", () => {
  const run = new Player("clocks");
  const { at } = run.done("pay");
  const hour = 60 * MINUTE;
  run.state = applied(run.state, { id: "c", at: at + MINUTE - hour, by: "", type: "clock", ms: -hour });
  const { elapsed, dueAt } = clock(run.state, PROMISE, at + 2 * MINUTE - hour);
  assert.deepEqual([elapsed, dueAt], [2 * MINUTE, at + 5 * MINUTE - hour]);
});

test("what is undone is undone for clocks too", () => {
  const run = new Player("clocks");
  const { id } = run.done("pay");
  run.act("taken-back", { event: id });
  assert.deepEqual(running(run), [WHOLE]);
});

test("a step that is begun again neither stops a clock nor starts it anew", () => {
  const run = new Player("clocks");
  const { at } = run.done("pay");
  run.act("exception", { ...run.place("make"), exception: "spilt" });
  run.done("make", "exception");
  assert.deepEqual(run.at, ["make"]);
  assert.equal(clock(run.state, PROMISE, at + 3 * MINUTE).elapsed, 3 * MINUTE);
});

test("a clock is on hold between two moments", () => {
  const run = new Player("clocks");
  const paid = run.done("pay").at;
  const held = run.begin("go-on").at;
  assert.equal(clock(run.state, PROMISE, held + 9 * MINUTE).elapsed, held - paid);
  assert.equal(clock(run.state, PROMISE, held + 9 * MINUTE).isRunning, false);
  const resumed = run.done("go-on").at;
  assert.equal(clock(run.state, PROMISE, resumed + MINUTE).elapsed, held - paid + MINUTE);
});

test("what restarts a clock lets it count from nothing", () => {
  const run = new Player("clocks");
  run.done("pay");
  run.done("make");
  const { at } = run.done("serve", "remake");
  assert.deepEqual(running(run), [WHOLE, PROMISE], "it was stopped when serving was done, if wrongly");
  assert.equal(clock(run.state, PROMISE, at + MINUTE).elapsed, MINUTE);
});

test("a clock whose end can no longer come is none", () => {
  const run = new Player("clocks");
  run.done("pay");
  run.act("exception", { ...run.place("make"), exception: "no-milk" });
  run.done("make", "exception");
  assert.deepEqual(running(run), [WHOLE, PROMISE], "the money that is paid back stops the promise; no coffee is made");
  run.done("refund");
  assert.deepEqual(running(run), []);
});

test("a clock that does not apply does not run", () => {
  const run = new Player("clocks");
  run.set("pay", "record.hopper", "80");
  run.done("pay");
  assert.deepEqual(running(run), [WHOLE, PROMISE]);
});

test("what is left out, or ends with the run, stops its clocks", () => {
  const run = new Player("clocks");
  run.done("pay");
  run.skip("make", "No beans");
  assert.deepEqual(running(run), [WHOLE, PROMISE, SERVE]);
  run.act("abandoned", { reason: "Closed" });
  assert.deepEqual(running(run), []);
});

test("a file with clocks that lead nowhere is refused", () => {
  const { checklist } = new Player("clocks");
  assert.ok(isChecklist(checklist));
  const [clock] = checklist.clocks;
  for (const wrong of [
    { ...clock, from: [{ node: 99, what: "done" }] },
    { ...clock, to: undefined },
    { ...clock, seconds: 0 },
    { ...clock, pauses: [{ from: "pay" }] },
  ]) {
    assert.equal(isChecklist({ ...checklist, clocks: [wrong] }), false);
  }
});
