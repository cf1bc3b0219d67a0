/** When an attempt was last open is known also where the page was killed. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { forgetSeen, lastSeen, noteSeen } from "../../../sop_plugin/web/js/quizzing/last_seen.js";

const NOON = new Date(2026, 2, 1, 12).getTime();

let written = 0;

/** What a browser keeps. */
class Storage {
  #values = new Map();

  getItem(key) {
    return this.#values.get(key) ?? null;
  }

  setItem(key, value) {
    written += 1;
    this.#values.set(key, value);
  }

  removeItem(key) {
    this.#values.delete(key);
  }
}

beforeEach(() => {
  globalThis.localStorage = new Storage();
  written = 0;
});

test("it is known to within five seconds, and written no more often", () => {
  for (let second = 0; second <= 60; second += 1) {
    noteSeen("a", NOON + second * 1000);
    assert.ok(lastSeen("a") > NOON + second * 1000 - 5_000);
  }
  assert.equal(written, 13);
  assert.equal(lastSeen("b"), 0);
});

test("a moment before it takes nothing back", () => {
  noteSeen("a", NOON);
  noteSeen("a", NOON - 60_000);
  assert.equal(lastSeen("a"), NOON);
});

test("attempts are told apart, the latest remembered, and those that are over forgotten", () => {
  for (let number = 0; number < 30; number += 1) noteSeen(`a${number}`, NOON + number);
  assert.deepEqual([lastSeen("a9"), lastSeen("a10"), lastSeen("a29")], [0, NOON + 10, NOON + 29]);
  for (let number = 0; number < 30; number += 1) forgetSeen(`a${number}`);
  assert.equal(localStorage.getItem("sop.seen"), null);
});

test("where a browser keeps nothing, or something else, it is not known", () => {
  for (const value of ["5", "[]", '{"a":"x"}', "{", "null"]) {
    localStorage.setItem("sop.seen", value);
    assert.equal(lastSeen("a"), 0);
    noteSeen("a", NOON);
    assert.equal(lastSeen("a"), NOON);
  }
  delete globalThis.localStorage;
  noteSeen("a", NOON);
  assert.equal(lastSeen("a"), 0);
  forgetSeen("a");
});
