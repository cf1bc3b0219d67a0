/** How an attempt goes on, what is drawn, and what is asked again. */

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  attemptOf,
  changedPlaces,
  deadlineOf,
  hasPassed,
  isCurrent,
  nextOpen,
  partsInOrder,
  wholeScore,
} from "../../../sop_plugin/web/js/quiz/attempt.js";
import { chanceOf, disordered, shuffled } from "../../../sop_plugin/web/js/quiz/chance.js";
import { drawn } from "../../../sop_plugin/web/js/quiz/draw.js";
import { resultsOf, timesAsked, triesOf } from "../../../sop_plugin/web/js/quiz/history.js";
import { dayOf, dueAt, INTERVALS, spaced } from "../../../sop_plugin/web/js/quiz/spacing.js";

const DAY = 86_400_000;
const NOON = new Date(2026, 2, 1, 12).getTime();

const truth = (key, more = {}) => ({ key, print: `p-${key}`, points: 1, shuffle: true, tests: [`order/${key}`], answer: { kind: "truth", isTrue: true }, ...more });

function quizOf(more = {}) {
  const questions = ["a", "b", "c", "d", "e"].map((key) => truth(key));
  const places = Object.fromEntries(questions.map(({ key }) => [`order/${key}`, { print: `s-${key}` }]));
  return { format: 1, passMark: 0.8, feedback: "at-once", shuffle: false, questions, places, ...more };
}

function began(quiz, answers, more = {}) {
  const start = { id: "0", at: NOON, type: "started", seed: "7", asked: quiz.questions.map(({ key }) => key), about: "whole" };
  const given = Object.entries(answers).map(([question, response], place) => ({ id: `a${place}`, at: NOON + place, type: "answered", question, response }));
  return attemptOf(quiz, [{ ...start, ...more }, ...given]);
}

test("an answer that is told at once is for good, one that is told at the end can be given anew", () => {
  const again = { id: "z", at: NOON + 9, type: "answered", question: "a", response: true };
  for (const [feedback, kept] of [["at-once", false], ["at-end", true]]) {
    const quiz = quizOf({ feedback });
    const start = { at: NOON, type: "started", seed: "7", asked: ["a"], about: "whole" };
    const state = attemptOf(quiz, [start, { ...again, id: "y", response: false }, again]);
    assert.equal(state.answers.get("a").response, kept);
  }
});

test("four of five pass at 80 %, and nothing counts behind the end", () => {
  const quiz = quizOf();
  const state = began(quiz, { a: true, b: true, c: true, d: true, e: false });
  assert.equal(wholeScore(state), 0.8);
  assert.ok(hasPassed(state));
  const end = { at: NOON, type: "finished", why: "time" };
  const late = attemptOf(quiz, [{ at: NOON, type: "started", seed: "7", asked: ["a"], about: "whole" }, end, { type: "answered", question: "a", response: true }]);
  assert.equal(wholeScore(late), 0);
});

test("the next question is the next without an answer, going round", () => {
  const state = began(quizOf(), { c: true, d: false });
  assert.equal(nextOpen(state, 2), 4);
  assert.equal(nextOpen(state, 5), 0);
  assert.equal(nextOpen(began(quizOf(), { a: 1, b: 1, c: 1, d: 1, e: null })), null);
});

test("time counts from the beginning, and not for what is repeated", () => {
  assert.equal(deadlineOf(began(quizOf({ timeLimit: 60 }), {})), NOON + 60_000);
  assert.equal(deadlineOf(began(quizOf({ timeLimit: 60 }), {}, { about: "due" })), null);
  assert.equal(deadlineOf(began(quizOf(), {})), null);
});

test("the same attempt has the same order, another has another", () => {
  const many = quizOf({ shuffle: true, questions: Array.from({ length: 30 }, (_, number) => truth(`q${number}`)) });
  assert.deepEqual(began(many, {}).asked, began(many, {}).asked);
  assert.notDeepEqual(began(many, {}).asked, began(many, {}, { seed: "8" }).asked);
  const choice = truth("o", { answer: { kind: "choice", right: [true, false, false, false], several: false } });
  assert.deepEqual(partsInOrder(began(many, {}), choice), partsInOrder(began(many, {}), choice));
  assert.deepEqual(partsInOrder(began(many, {}), { ...choice, shuffle: false }), [0, 1, 2, 3]);
});

test("chance is even, and an order to find is never the right one", () => {
  const counts = [0, 0, 0];
  const chance = chanceOf("even");
  for (let round = 0; round < 3000; round += 1) counts[shuffled([0, 1, 2], chance)[0]] += 1;
  for (const count of counts) assert.ok(Math.abs(count - 1000) < 120, String(counts));
  for (let round = 0; round < 200; round += 1) assert.notDeepEqual(disordered(2, chanceOf(`${round}`)), [0, 1]);
});

test("what was not seen is drawn first, nothing twice, and no later draw is short without need", () => {
  const keys = ["a", "b", "c", "d", "e", "f"];
  for (let round = 0; round < 200; round += 1) {
    const chance = chanceOf(String(round));
    const fresh = drawn(keys, [{ count: 2, from: keys }], new Map([["a", 1], ["b", 2], ["c", 1], ["d", 1]]), chance);
    assert.deepEqual(fresh, ["e", "f"]);
    const both = drawn(keys, [{ count: 2, from: ["a", "b", "c"] }, { count: 2, from: ["b", "c"] }], new Map([["a", 9]]), chance);
    assert.deepEqual(both, ["a", "b", "c"]);
    assert.equal(new Set(drawn(keys, [{ count: 4, from: keys }, { count: 4, from: keys }], new Map(), chance)).size, 6);
  }
  assert.deepEqual(drawn(keys, [], new Map(), chanceOf("")), keys);
});

test("what was missed comes again after 1, 3, 10, 30 and 60 days, and then no more", () => {
  const results = [{ key: "a", at: NOON, score: 0.5 }];
  let day = 0;
  for (const interval of INTERVALS) {
    day += interval;
    assert.deepEqual(dueAt(spaced(results), NOON + (day - 1) * DAY), []);
    assert.deepEqual(dueAt(spaced(results), NOON + day * DAY), ["a"]);
    results.push({ key: "a", at: NOON + day * DAY, score: 1 });
  }
  assert.equal(spaced(results).size, 0);
});

test("knowing it before it is due changes nothing, missing it begins anew, and what was never missed is never due", () => {
  const missed = { key: "a", at: NOON, score: 0 };
  const early = spaced([missed, { key: "a", at: NOON + 60_000, score: 1 }, { key: "b", at: NOON, score: 1 }]);
  assert.deepEqual([...early], [["a", { level: 0, due: dayOf(NOON) + 1 }]]);
  const again = spaced([missed, { key: "a", at: NOON + DAY, score: 1 }, { key: "a", at: NOON + 2 * DAY, score: 0 }]);
  assert.deepEqual(again.get("a"), { level: 0, due: dayOf(NOON) + 3 });
});

test("a certificate knows which covered places changed, and an attempt whether its questions did", () => {
  const state = began(quizOf(), {});
  const page = quizOf();
  assert.deepEqual(changedPlaces(state, page), []);
  assert.ok(isCurrent(state, page));
  page.places["order/b"] = { print: "new" };
  delete page.places["order/c"];
  assert.deepEqual(changedPlaces(state, page), ["order/b", "order/c"]);
  page.questions = page.questions.map((question) => (question.key === "d" ? { ...question, print: "new" } : question));
  assert.ok(!isCurrent(state, page));
});

test("of what is told at the end nothing is known before", () => {
  const open = { state: began(quizOf({ feedback: "at-end" }), { a: false }) };
  assert.deepEqual(resultsOf([open]), []);
  const told = { state: began(quizOf(), { a: false, b: true }) };
  assert.deepEqual(resultsOf([told]).map(({ key, score }) => [key, score]), [["a", 0], ["b", 1]]);
  assert.equal(timesAsked([told, told]).get("a"), 2);
  assert.equal(triesOf([told, { state: began(quizOf(), {}, { about: "due" }) }]), 1);
});
