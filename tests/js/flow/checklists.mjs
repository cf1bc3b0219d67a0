/** Checklists to run, made by Python as a page has them: of every procedure at hand, and of procedures without sense. */

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const VENV = `${ROOT}.venv/bin/python`;
const PYTHON = process.env.SOP_PYTHON ?? (existsSync(VENV) ? VENV : "python3");

const printed = execFileSync(PYTHON, ["-m", "tests.support.checklists"], {
  cwd: ROOT,
  encoding: "utf8",
  maxBuffer: 1 << 28,
});
const all = printed
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

/** Of procedures that somebody wrote to be followed. */
export const REAL = all.filter((checklist) => checklist.sop !== "brew");

/** Of procedures of which each step may lead anywhere. */
export const STRANGE = all.filter((checklist) => checklist.sop === "brew");

/** That of one procedure, by its id. */
export const named = (sop) => REAL.find((checklist) => checklist.sop === sop);
