/** Browser and Python give the same answer the same score. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

import { folded, isPassed, isRight, numberIn, score, total } from "../../../sop_plugin/web/js/quiz/scoring.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const VENV = `${ROOT}.venv/bin/python`;
const PYTHON = process.env.SOP_PYTHON ?? (existsSync(VENV) ? VENV : "python3");

test("10,000 answers at random have the score that Python gives them", () => {
  const printed = execFileSync(PYTHON, ["-m", "tests.support.scored_answers"], { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28 });
  const scored = JSON.parse(printed);
  assert.equal(scored.length, 10_000);
  const kinds = new Map();
  for (const [answer, response, expected] of scored) {
    const found = score(answer, response);
    assert.ok(Math.abs(found - expected) <= 1e-12, `${JSON.stringify([answer, response])}: ${found}, not ${expected}`);
    const counts = kinds.get(answer.kind) ?? new Set();
    kinds.set(answer.kind, counts.add(expected));
  }
  assert.equal(kinds.size, 8);
  for (const [kind, scores] of kinds) assert.ok(scores.has(0) && scores.has(1), `${kind} is never wholly right or wrong`);
});

test("the whole is weighed by points, and four of five are 80 %", () => {
  assert.equal(total([[1, 1], [0, 3], [1, 0]]), 0.25);
  assert.equal(total([]), 0);
  assert.ok(isPassed(0.1 + 0.2, 0.3));
  assert.ok(!isPassed(0.79, 0.8));
  assert.ok(isRight(0.1 + 0.2 + 0.7));
});

test("what is typed is compared without its spelling", () => {
  for (const text of ["ERP 042", "ｅｒｐ０４２", "Erp\u3000042。"]) assert.equal(folded(text), "erp042");
  assert.equal(numberIn("１.５ min", [["min", 60]]), 90);
  assert.equal(numberIn("5 kg", [["min", 60]]), null);
});

test("a number beyond every double is none", () => {
  const answer = { kind: "number", value: 30, tolerance: 5, units: [["min", 60]] };
  for (const text of ["9".repeat(400), `-${"9".repeat(400)}`, `${"9".repeat(308)} min`]) {
    assert.equal(numberIn(text, answer.units), null);
    assert.equal(score(answer, text), 0);
  }
});
