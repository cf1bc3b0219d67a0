/** The file of an attempt comes back the same; one that is not what it should be is refused. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { sealed } from "../../../sop_plugin/web/js/flow/sealed.js";
import { attemptFile } from "../../../sop_plugin/web/js/runs/attempt_file.js";
import { attemptIn } from "../../../sop_plugin/web/js/runs/attempt_reading.js";
import { resultsIn } from "../../../sop_plugin/web/js/runs/results_file.js";

const RUN = { id: "a1", kind: "quiz" };
const QUESTION = { key: "q", print: "p", points: 1, tests: ["order/greet"], answer: { kind: "choice", right: [true, false], several: false } };
const QUIZ = { format: 1, quiz: "kinds", version: "v", title: "Kinds", lang: "en", passMark: 0.8, places: { "order/greet": { print: "s" } }, questions: [QUESTION] };
const EVENTS = [
  { id: "1", at: 1, type: "started", seed: "7", asked: ["q"], about: "whole" },
  { id: "2", at: 2, type: "answered", question: "q", response: [0] },
  { id: "3", at: 3, type: "finished" },
];

/** What is read of a file with something changed, and a digest that fits. */
async function forged(change) {
  const { digest, ...body } = structuredClone(await attemptFile(RUN, QUIZ, EVENTS));
  assert.ok(digest);
  change(body);
  return attemptIn(await sealed(body));
}

test("what is exported comes back the same", async () => {
  assert.deepEqual(await attemptIn(await attemptFile(RUN, QUIZ, EVENTS)), { run: RUN, quiz: QUIZ, events: EVENTS });
});

test("links of another's file are left out", async () => {
  const found = await forged(({ quiz }) => (quiz.places["order/greet"].url = "javascript:alert(1)"));
  assert.deepEqual(found.quiz.places, QUIZ.places);
});

test("what is damaged, newer or foreign is told apart", async () => {
  const file = await attemptFile(RUN, QUIZ, EVENTS);
  assert.equal((await attemptIn({ ...file, run: { id: "a2" } })).fault, "damaged");
  for (const value of [null, [], {}, "x", { ...file, format: "sop-run" }]) assert.equal((await attemptIn(value)).fault, "foreign");
  assert.deepEqual(await forged((body) => (body.version = 2)), { fault: "too-new", details: { version: 2 } });
});

const CHANGES = {
  run: [(body) => (body.run = null), ({ run }) => (run.id = 5)],
  quiz: [
    ({ quiz }) => (quiz.format = 2),
    ({ quiz }) => (quiz.title = null),
    ({ quiz }) => (quiz.passMark = "0.8"),
    ({ quiz }) => (quiz.refresher = "x"),
    ({ quiz }) => delete quiz.places,
    ({ quiz }) => (quiz.places["order/greet"] = null),
    ({ quiz }) => (quiz.questions = {}),
    ({ quiz }) => (quiz.questions[0].points = null),
    ({ quiz }) => (quiz.questions[0].tests = "order"),
    ({ quiz }) => delete quiz.questions[0].answer,
  ],
  events: [
    (body) => (body.events = []),
    ({ events }) => (events[0].type = "answered"),
    ({ events }) => (events[0].asked = ["another"]),
    ({ events }) => delete events[0].seed,
    ({ events }) => (events[1].at = null),
    ({ events }) => (events[2] = null),
    ({ quiz }) => (quiz.questions[0].answer = { kind: "riddle" }),
    ({ quiz }) => delete quiz.questions[0].answer.right,
  ],
};

for (const [part, changes] of Object.entries(CHANGES)) {
  test(`a file whose ${part} could not be gone on with is refused`, async () => {
    for (const change of changes) assert.deepEqual(await forged(change), { fault: "malformed", details: { part } }, String(change));
  });
}

test("a file holds one result or several", () => {
  const format = "sop-results";
  assert.deepEqual(resultsIn('{"format":"x"}'), { values: [{ format: "x" }] });
  assert.deepEqual(resultsIn(JSON.stringify({ format, version: 1, results: [1, 2] })).values, [1, 2]);
  const returned = { format, version: 1, assignment: { id: "a1" }, results: [1] };
  assert.deepEqual(resultsIn(JSON.stringify(returned)), { values: [1], assignment: { id: "a1" } });
  assert.equal(resultsIn(JSON.stringify({ format, version: 2, results: [] })).fault, "too-new");
  assert.equal(resultsIn(JSON.stringify({ format, version: 1 })).fault, "malformed");
  assert.equal(resultsIn("").fault, "empty");
});
