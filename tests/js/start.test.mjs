/** What a device remembers, and which day it is. */

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { reviewState, today } from "../../sop_plugin/web/js/kit/days.js";
import { forgetVisits, noteVisit, recentVisits, withVisit } from "../../sop_plugin/web/js/kit/recent.js";
import { recall, remember } from "../../sop_plugin/web/js/kit/remembered.js";

function storage() {
  const kept = new Map();
  globalThis.localStorage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
  return kept;
}

function place(address) {
  return { origin: address.startsWith("file:") ? "null" : new URL(address).origin, pathname: new URL(address).pathname };
}

afterEach(() => delete globalThis.localStorage);

test("a day is the one on this device", () => {
  assert.equal(today(new Date(2026, 2, 1, 0, 0)), "2026-03-01");
  assert.equal(today(new Date(2026, 11, 31, 23, 59)), "2026-12-31");
});

test("a review is announced, due on its day, and overdue on the next", () => {
  const state = (day) => reviewState("2026-05-31", "2026-06-30", day);
  assert.equal(state("2026-05-30"), "later");
  assert.equal(state("2026-05-31"), "soon");
  assert.equal(state("2026-06-30"), "soon");
  assert.equal(state("2026-07-01"), "overdue");
});

test("the last ten visits are kept, each page once, without what stands behind its address", () => {
  storage();
  for (let number = 0; number < 12; number += 1) noteVisit(`P${number}`, place(`https://a.example/p${number}/?q=1#step`));
  noteVisit("P5 anew", place("https://a.example/p5/"));
  const visits = recentVisits();
  assert.equal(visits.length, 10);
  assert.deepEqual(visits[0], { address: "https://a.example/p5/", title: "P5 anew" });
  assert.equal(visits.filter((visit) => visit.address.endsWith("/p5/")).length, 1);
  forgetVisits();
  assert.deepEqual(recentVisits(), []);
});

test("files on disk have an address too", () => {
  storage();
  noteVisit("Latte", place("file:///site/latte/index.html"));
  assert.equal(recentVisits()[0].address, "file:///site/latte/index.html");
});

test("a list is not changed by the next visit", () => {
  const before = [{ address: "a", title: "A" }];
  withVisit(before, { address: "b", title: "B" });
  assert.equal(before.length, 1);
});

test("what somebody else wrote is passed over", () => {
  const kept = storage();
  for (const value of ["{", "7", '{"a":1}', '[null, 3, {"address": 1}, {"address": "a"}]']) {
    kept.set("sop.recent", value);
    assert.deepEqual(recentVisits(), []);
  }
});

test("a browser that keeps nothing is no fault", () => {
  Object.defineProperty(globalThis, "localStorage", {
    configurable: true,
    get() {
      throw new Error("denied");
    },
  });
  remember("sop.role", "role-barista");
  assert.equal(recall("sop.role"), null);
});
