/** Time that runs on, whatever the clock of the device is set to. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { SteadyClock } from "../../../sop_plugin/web/js/quiz/clock.js";

const NOON = new Date(2026, 2, 1, 12).getTime();
const MINUTE = 60_000;

/** A device whose clock can be set, and that can sleep. */
class Device {
  constructor() {
    this.time = NOON;
    this.awake = 0;
  }

  pass(ms) {
    this.time += ms;
    this.awake += ms;
  }

  sleep(ms) {
    this.time += ms;
  }

  clock(floor) {
    return new SteadyClock(floor, { wall: () => this.time, steady: () => this.awake });
  }
}

test("a clock that is set back takes nothing off the time that passed", () => {
  const device = new Device();
  const clock = device.clock();
  device.pass(3 * MINUTE);
  assert.equal(clock.now(), NOON + 3 * MINUTE);
  assert.equal(clock.isAhead, false);
  device.time -= 60 * MINUTE;
  assert.equal(clock.now(), NOON + 3 * MINUTE);
  assert.equal(clock.isAhead, true);
  device.pass(2 * MINUTE);
  assert.equal(clock.now(), NOON + 5 * MINUTE);
});

test("nor is any time won by setting it ahead and back again", () => {
  const device = new Device();
  const clock = device.clock();
  device.time += 10 * MINUTE;
  assert.equal(clock.now(), NOON + 10 * MINUTE);
  device.time -= 10 * MINUTE;
  device.pass(MINUTE);
  assert.equal(clock.now(), NOON + 11 * MINUTE);
});

test("time passes while the device sleeps", () => {
  const device = new Device();
  const clock = device.clock();
  device.sleep(5 * MINUTE);
  assert.equal(clock.now(), NOON + 5 * MINUTE);
  assert.equal(clock.isAhead, false);
});

test("after a reload it goes on from the later of what is known and what the device says", () => {
  const device = new Device();
  assert.equal(device.clock(NOON - MINUTE).now(), NOON);
  device.time -= 60 * MINUTE;
  const clock = device.clock(NOON);
  assert.equal(clock.now(), NOON);
  assert.equal(clock.isAhead, true);
  device.pass(MINUTE);
  assert.equal(clock.now(), NOON + MINUTE);
});

test("a correction of a moment is not worth a word", () => {
  const device = new Device();
  const clock = device.clock();
  device.time -= 1_500;
  assert.equal(clock.isAhead, false);
  assert.equal(clock.now(), NOON);
});
