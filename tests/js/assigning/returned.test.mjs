/** What comes back is read with distrust and held against the people of an assignment; an assignment's file comes back the same. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { evidence } from "../../../sop_plugin/web/js/flow/evidence.js";
import { assignmentFile, readAssignmentFile } from "../../../sop_plugin/web/js/assigning/assignment_file.js";
import { standings } from "../../../sop_plugin/web/js/assigning/made.js";
import { returnedIn } from "../../../sop_plugin/web/js/assigning/returned_files.js";
import { attemptFile } from "../../../sop_plugin/web/js/runs/attempt_file.js";

const QUESTION = { key: "q", print: "p", points: 1, tests: [], answer: { kind: "choice", right: [true, false], several: false } };
const QUIZ = { format: 1, quiz: "counter", version: "v", title: "Counter", lang: "en", passMark: 0.8, places: {}, questions: [QUESTION] };
const ASSIGNMENT = {
  id: "0123456789abcdef",
  made: 60_000,
  due: "2026-12-05",
  title: "Week 1",
  note: "",
  tasks: [{ kind: "read", id: "order", version: "2.0" }, { kind: "quiz", id: "counter", version: "v" }],
};
const SAME = (_, id) => id;

function reading(id, by, version = "2.0") {
  const checklist = { format: 1, sop: "order", version, lang: "en", title: "Order", status: "effective", fingerprint: "f", nodes: [{ kind: "start", id: "start", title: "" }], edges: [] };
  return evidence({ id, kind: "read" }, checklist, [{ id: "1", at: 70_000, type: "read", by }], []);
}

function attempt(id, by, right = 0, more = []) {
  const events = [
    { id: "1", at: 80_000, type: "started", seed: "7", asked: ["q"], about: "whole" },
    { id: "2", at: 81_000, type: "answered", question: "q", response: [right] },
    // What a file says of its score is not believed.
    { id: "3", at: 82_000, type: "finished", score: 1, passed: true },
    ...(by ? [{ id: "4", at: 83_000, type: "signed", by }] : []),
    ...more,
  ];
  return attemptFile({ id, kind: "quiz" }, QUIZ, events);
}

async function returned(...results) {
  return returnedIn(JSON.stringify({ format: "sop-results", version: 1, assignment: { id: ASSIGNMENT.id }, results }));
}

test("results are read, scored anew, and told with what could not be", async () => {
  const cut = { ...(await reading("r2", "Bo")), digest: "0" };
  const found = await returned(await reading("r1", "Ada"), await attempt("a1", "Ada", 1), await attempt("a2", ""), cut, { format: "else" });
  assert.equal(found.assignment, ASSIGNMENT.id);
  assert.deepEqual(
    found.results.map(({ kind, people, passed, score }) => [kind, ...people, passed, score]),
    [["read", "Ada", null, null], ["quiz", "Ada", false, 0]],
  );
  assert.equal(found.nameless, 1);
  assert.equal(found.faults.length, 2);
  for (const text of ["", "{", "[]", '{"format":"sop-results","version":1}', '{"format":"sop-results","version":9,"results":[]}']) {
    assert.equal((await returnedIn(text)).faults.length, 1, text);
  }
});

test("people stand in the order of the list, those who are not on it behind", async () => {
  const { results } = await returned(await reading("r1", "ａda"), await attempt("a1", "Ada"), await attempt("a2", "Cy"), await reading("r3", "Bo", "1.9"));
  const kept = { assignment: ASSIGNMENT, people: ["Bo", "Ada"], returned: results };
  assert.deepEqual(
    standings(kept, SAME).map(({ name, isListed, progress }) => [name, isListed, ...progress.map(({ state }) => state)]),
    [["Bo", true, "older", "open"], ["Ada", true, "done", "done"], ["Cy", false, "open", "done"]],
  );
});

test("an assignment's file comes back the same, whatever stands in a name", () => {
  const people = ["Lovelace, Ada", '王"小"明', "Bo"];
  assert.deepEqual(readAssignmentFile(JSON.parse(assignmentFile({ assignment: ASSIGNMENT, people }))), { assignment: ASSIGNMENT, people });
});

test("another file is refused for its reason", () => {
  const file = JSON.parse(assignmentFile({ assignment: ASSIGNMENT, people: [] }));
  assert.equal(readAssignmentFile({ ...file, format: "sop-results" }).fault, "foreign");
  assert.equal(readAssignmentFile(null).fault, "foreign");
  assert.deepEqual(readAssignmentFile({ ...file, version: 2 }), { fault: "too-new", details: { version: 2 } });
  for (const [part, changed] of Object.entries({ version: { version: 0 }, assignment: { assignment: { ...ASSIGNMENT, made: 1 } }, people: { people: [5] } })) {
    assert.deepEqual(readAssignmentFile({ ...file, ...changed }), { fault: "malformed", details: { part } });
  }
});
