/** Whatever is done at random, a run goes on to an end, and the same events always come to the same. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { applied, reduce, unstarted } from "../../../sop_plugin/web/js/flow/run.js";
import { REAL, STRANGE } from "./checklists.mjs";
import { pick, randomness, walk } from "./walking.mjs";

/** What a state comes to, without what was worked out on the way. */
const plain = (state) =>
  JSON.parse(
    JSON.stringify({ ...state, graph: null, checklist: null }, (name, value) => {
      if (name.startsWith("_")) return undefined;
      if (value instanceof Map) return [...value];
      return value instanceof Set ? [...value] : value;
    }),
  );

for (const checklist of REAL) {
  test(`${checklist.sop}: walks at random end`, () => {
    let finished = 0;
    for (let seed = 1; seed <= 40; seed += 1) {
      const { state, events } = walk(checklist, randomness(seed), 600);
      assert.notEqual(state.status, "running");
      assert.equal(state.events.length, events.length);
      assert.deepEqual(plain(reduce(checklist, events)), plain(state));
      if (state.status === "finished") finished += 1;
    }
    assert.ok(finished >= 20, `only ${finished} of 40 walks came to an end of the procedure`);
  });
}

test("procedures without sense are walked without getting stuck", () => {
  for (const [seed, checklist] of STRANGE.entries()) {
    for (let turn = 0; turn < 4; turn += 1) {
      const { state, events } = walk(checklist, randomness(seed * 10 + turn), 120);
      assert.notEqual(state.status, "running");
      assert.deepEqual(plain(reduce(checklist, events)), plain(state));
      for (const one of [...state.active, ...state.groups]) assert.ok(one.ways);
      assert.ok(state.ahead);
    }
  }
});

test("the events of two tabs in any order are never lost and never throw", () => {
  for (const [number, checklist] of REAL.entries()) {
    const random = randomness(number);
    const [one, other] = [walk(checklist, random, 80).events, walk(checklist, random, 80).events];
    const mixed = [];
    const theirs = other.map((event) => ({ ...event, id: `b${event.id}` }));
    while (one.length + theirs.length > 0) {
      const source = one.length > 0 && (theirs.length === 0 || random() < 0.5) ? one : theirs;
      mixed.push(source.shift());
    }
    const state = reduce(checklist, mixed);
    assert.deepEqual(state.events, mixed);
    assert.ok(state.ignored.length > 0);
    assert.ok(state.active && state.ahead && state.groups && state.done);
  }
});

test("events of any shape never throw", () => {
  const checklist = REAL[0];
  const odd = [null, 7, "x", {}, [], { id: "a" }, { id: "b", at: 1, type: "constructor" }, { id: "c", at: 1, type: "__proto__" }];
  const values = [undefined, null, -1, 1e9, "0", {}, [], NaN, "done"];
  const random = randomness(3);
  const types = ["started", "set", "done", "skipped", "exception", "began", "timer", "taken-back", "who", "clock", "finished"];
  for (let count = 0; count < 3000; count += 1) {
    const more = Object.fromEntries(["node", "visit", "item", "edge", "event", "ms", "end", "name"].map((name) => [name, pick(random, [...values, 1, 2])]));
    odd.push({ id: `x${count}`, at: random() * 1e6, by: pick(random, values), type: pick(random, types), ...more });
  }
  const state = reduce(checklist, odd);
  assert.equal(state.events.length, odd.length);
});

test("a state stays as it was when another event is applied", () => {
  const { events } = walk(REAL[1], randomness(5), 200);
  let state = unstarted(REAL[1]);
  for (const event of events) {
    const before = JSON.stringify(plain(state));
    const next = applied(state, event);
    assert.equal(JSON.stringify(plain(state)), before);
    state = next;
  }
});
