/** A link holds an assignment and nothing else, the same here as in Python (tests/assigning). */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { assignmentOf, fragmentOf, isAssignmentLink } from "../../../sop_plugin/web/js/assigning/link.js";
import { progressOf } from "../../../sop_plugin/web/js/assigning/progress.js";

const VECTORS = JSON.parse(readFileSync(new URL("../../assigning/vectors.json", import.meta.url), "utf-8"));

test("it is written and read as Python does", () => {
  for (const { assignment, fragment } of VECTORS.links) {
    assert.equal(fragmentOf(assignment), fragment);
    assert.deepEqual(assignmentOf(`#${fragment}`), { assignment });
    assert.ok(isAssignmentLink(`#${fragment}`));
  }
});

test("what is no assignment is refused for its reason", () => {
  for (const { fragment, fault } of VECTORS.faults) {
    assert.deepEqual(assignmentOf(`#${fragment}`), { fault }, fragment);
    assert.equal(isAssignmentLink(`#${fragment}`), fault !== "foreign");
  }
});

test("the state of each task", () => {
  for (const { name, tasks, results, present, expect } of VECTORS.progress) {
    for (const order of [results, results.toReversed()]) {
      const progress = progressOf({ made: VECTORS.made, tasks }, order, (_, id) => present[id] ?? null);
      assert.deepEqual(progress.map(({ state, result }) => [state, result?.id ?? null]), expect, name);
    }
  }
});
