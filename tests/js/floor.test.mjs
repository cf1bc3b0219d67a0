/** One step at a time: where the way leads, and what is remembered of it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { floorAddress, placeInAddress } from "../../sop_plugin/web/js/floor/address.js";
import {
  courseOf,
  interrupted,
  isBack,
  onwardFrom,
  placeBefore,
  progressAt,
  soundPlace,
  START,
} from "../../sop_plugin/web/js/floor/course.js";
import { swipeOf } from "../../sop_plugin/web/js/floor/swipe.js";
import { trailIn, wentOn } from "../../sop_plugin/web/js/floor/trail.js";

function step(id, ways = {}, parts = [], family = "sop.steps") {
  return { id, family, parts, ways };
}

const PLAIN = courseOf([step("greet"), step("make", {}, ["milk", "shot"]), step("milk"), step("shot"), step("serve")]);

const FLOW = courseOf(
  [
    step("ask", { next: "pay", skip: "pack" }),
    step("pay", { done: "pack" }, ["cash", "card"]),
    step("cash", { next: "pay:done" }),
    step("card", { next: "pay:done" }),
    step("pack", { next: "end.sold" }),
    step("stop", { next: "over" }, [], "sop.triggered"),
  ],
  ["sold"],
);

test("a plain procedure is read down the page, into each group and out of it, to its end", () => {
  const way = ["greet"];
  while (way.at(-1) !== "end" && way.length < 9) way.push(onwardFrom(PLAIN, way.at(-1)));
  assert.deepEqual(way, ["greet", "make", "milk", "shot", "serve", "end"]);
});

test("where there is a flow, it says where the way leads, and a choice leads nowhere of itself", () => {
  assert.equal(onwardFrom(FLOW, "ask"), "pay");
  assert.equal(onwardFrom(FLOW, "pay"), "");
  assert.equal(onwardFrom(FLOW, "card"), "pay:done");
  assert.equal(onwardFrom(FLOW, "pay:done"), "pack");
  assert.equal(onwardFrom(FLOW, "pack"), "end.sold");
  assert.equal(onwardFrom(FLOW, "stop"), "over");
});

test("an address that leads nowhere leads to the first step", () => {
  for (const place of ["pay", "pay:done", "end", "end.sold", "over", "stop"]) assert.equal(soundPlace(FLOW, place), place);
  for (const place of ["", "gone", "ask:done", "gone:done", "end.gone", "toString"]) assert.equal(soundPlace(FLOW, place), "ask");
});

test("with several ways in, somebody says first which they take; with one there is nothing to ask", () => {
  const steps = [step("ask"), step("pay"), step("pack")];
  for (const [entries, start, isAlsoFirst] of [
    [[], "ask", false],
    [["ask"], "ask", false],
    [["pay"], START, true],
    [["ask", "pack"], START, false],
  ]) {
    const course = courseOf(steps, [], entries);
    assert.deepEqual([course.start, course.isAlsoFirst], [start, isAlsoFirst]);
    assert.equal(soundPlace(course, ""), start);
    assert.equal(soundPlace(course, START), start);
    assert.equal(placeBefore(course, "ask"), start === START ? START : "");
    assert.equal(placeBefore(course, start), "");
    assert.equal(progressAt(course, START), null);
  }
});

test("who came by a link goes back in the order of the page, within its section", () => {
  assert.equal(placeBefore(FLOW, "pack"), "card");
  assert.equal(placeBefore(FLOW, "pay:done"), "card");
  assert.equal(placeBefore(FLOW, "ask"), "");
  assert.equal(placeBefore(FLOW, "stop"), "");
  assert.equal(placeBefore(FLOW, "end.sold"), "pack");
});

test("the steps are counted, what stands beside them is not", () => {
  assert.deepEqual(progressAt(FLOW, "pay"), { number: 2, count: 5 });
  assert.deepEqual(progressAt(FLOW, "pay:done"), { number: 4, count: 5 });
  assert.equal(progressAt(FLOW, "stop"), null);
  assert.equal(progressAt(FLOW, "end"), null);
});

test("a way back is told from one onward", () => {
  assert.ok(isBack(FLOW, "pack", "ask"));
  assert.ok(isBack(FLOW, "pack", "pack"));
  assert.ok(!isBack(FLOW, "ask", "pack"));
  assert.ok(!isBack(FLOW, "card", "pay:done"));
  assert.ok(!isBack(FLOW, "card", "end"));
});

test("work beside the steps returns to the last of them", () => {
  assert.equal(interrupted(FLOW, ["ask", "pay", "stop", "over"]), "pay");
  assert.equal(interrupted(FLOW, ["stop", "over"]), "ask");
});

test("an entry of the history holds the way to its own place; what is unsound is passed over", () => {
  assert.deepEqual(trailIn({ floor: ["ask", "pack"] }, "pack"), ["ask", "pack"]);
  for (const state of [null, {}, { floor: "ask" }, { floor: ["ask"] }, { floor: [1, "pack"] }, { floor: [] }]) {
    assert.deepEqual(trailIn(state, "pack"), ["pack"]);
  }
});

test("a trail grows, and forgets its beginning before a browser refuses it", () => {
  const before = ["ask"];
  assert.deepEqual(wentOn(before, "pay"), ["ask", "pay"]);
  assert.deepEqual(before, ["ask"]);
  let trail = [];
  for (let number = 0; number < 1000; number += 1) trail = wentOn(trail, `step-${number}`);
  assert.ok(trail.length < 1000);
  assert.equal(trail.at(-1), "step-999");
});

test("a place goes into an address and comes out of it", () => {
  for (const place of ["ask", "pay:done", "end.sold", "步驟 1/2%"]) assert.equal(placeInAddress(floorAddress(place)), place);
  assert.equal(placeInAddress("#ask"), null);
  assert.equal(placeInAddress(""), null);
  assert.equal(placeInAddress("#floor="), "");
  assert.equal(placeInAddress("#floor=%E6%"), "");
});

test("a swipe is quick, far and level; all else is scrolling", () => {
  assert.equal(swipeOf({ x: -120, y: 20, ms: 200 }), 1);
  assert.equal(swipeOf({ x: 120, y: -20, ms: 200 }), -1);
  assert.equal(swipeOf({ x: -40, y: 0, ms: 200 }), 0);
  assert.equal(swipeOf({ x: -120, y: 90, ms: 200 }), 0);
  assert.equal(swipeOf({ x: -20, y: 400, ms: 200 }), 0);
  assert.equal(swipeOf({ x: -120, y: 20, ms: 2000 }), 0);
});
